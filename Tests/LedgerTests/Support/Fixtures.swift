import Crypto
import Foundation
import Testing

@testable import Ledger

/// A directory under the system's temporary one, removed at the end of its life.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

enum Fixtures {
    static let origin = "colloque.test/log"

    static func signer(_ name: String = origin, seed: UInt8 = 7) throws -> NoteSigner {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: seed, count: 32))
        return try NoteSigner(name: name, privateKey: key)
    }

    static func verifier() throws -> NoteVerifier { try NoteVerifier(key: signer().key) }

    static func cosigner(_ name: String = "witness.test/w1") throws -> NoteSigner {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32))
        return try NoteSigner(name: name, privateKey: key, algorithm: .cosignature)
    }

    /// Small segments, so that tests cross their ends; publishing only when asked or at the end.
    static func options() -> LedgerOptions {
        var options = LedgerOptions()
        options.segmentBytes = 64 << 10
        options.publishMilliseconds = 3_600_000
        options.publishEntries = 1_000_000
        return options
    }

    static let shared: URL? = {
        if let path = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] { return URL(fileURLWithPath: path) }
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
                let shared = folder.deletingLastPathComponent().appendingPathComponent("shared")
                return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static var hasVectors: Bool { shared != nil }

    static func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    /// The regular files below a directory, relative, sorted; without the lock.
    static func files(_ root: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
            var isFolder: ObjCBool = false
            _ = unsafe FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
            return !isFolder.boolValue && path != "lock"
        }.sorted()
    }
}
