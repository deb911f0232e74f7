import Foundation
import Ledger

/// Hands the entries of a ledger to a watch as lines: files `ledger-INDEX.ndjson`, named by the first entry in them.
struct LedgerSpool {
    private static let (mostBytes, mostEntries, keptFiles): (Int64, UInt64, Int) = (64 << 20, 50_000, 4)
    private let ledger: String
    private let verifier: NoteVerifier
    private let folder: String
    private var next: UInt64
    private var path: String

    /// Goes on after the last whole line that is there.
    init(_ directory: DataDirectory, folder: String) throws {
        (ledger, self.folder) = (directory.ledger, folder)
        do { verifier = try NoteVerifier(vkey: try directory.verificationKey()) } catch {
            throw Failure.usage("\(directory.path): no ledger here")
        }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let first = LedgerSpool.indices(folder).last ?? 0
        path = LedgerSpool.path(folder, first)
        let lines = FileManager.default.contents(atPath: path) ?? Data()
        let whole = lines.lastIndex(of: UInt8(ascii: "\n")).map { lines[...$0] } ?? Data()
        if whole.count < lines.count { try whole.write(to: URL(filePath: path), options: .atomic) }
        next = first + UInt64(whole.count { $0 == UInt8(ascii: "\n") })
    }

    /// What a watch reads.
    var pattern: String { folder + "/ledger-*.ndjson" }

    /// Adds the entries that are new, at most 50,000; whether there are more.
    mutating func refill() throws -> Bool {
        var reader = try LedgerReader(directory: ledger, verifier: verifier)
        let end = min(reader.size, next + LedgerSpool.mostEntries)
        guard next < end else { return false }
        try rotate()
        var bytes: [UInt8] = []
        try reader.forEach(from: next, to: end, verifying: false) { _, entry in
            unsafe entry.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: "\n"))
        }
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
        next = end
        return end < reader.size
    }

    private mutating func rotate() throws {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int64 ?? 0
        guard size > LedgerSpool.mostBytes else { return }
        path = LedgerSpool.path(folder, next)
        for old in LedgerSpool.indices(folder).dropLast(LedgerSpool.keptFiles) {
            try FileManager.default.removeItem(atPath: LedgerSpool.path(folder, old))
        }
    }

    private static func path(_ folder: String, _ index: UInt64) -> String { "\(folder)/ledger-\(index).ndjson" }

    private static func indices(_ folder: String) -> [UInt64] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            name.hasPrefix("ledger-") && name.hasSuffix(".ndjson") ? UInt64(name.dropFirst(7).dropLast(7)) : nil
        }.sorted()
    }
}
