import Foundation
import Ledger

/// Writes a ledger's tiles and bundles at once, without a journal: much faster than the real writer, which makes each
/// batch durable. What it writes is what `ledger verify` reads.
struct TileFiles {
    private let directory: String
    private(set) var tree = CompactTree()
    private var levels: [[Hash]] = [[]]
    private var counts: [UInt64] = [0]
    private var bundle: [UInt8] = []
    private var folders: Set<String> = []

    init(_ directory: String) { self.directory = directory }

    /// Appends an entry and returns its leaf hash.
    mutating func append(_ entry: [UInt8]) throws -> Hash {
        bundle.append(UInt8(truncatingIfNeeded: entry.count >> 8))
        bundle.append(UInt8(truncatingIfNeeded: entry.count))
        bundle.append(contentsOf: entry)
        let leaf = TreeHash.leaf(entry)
        tree.append(leaf)
        if tree.size % TilePath.width == 0 {
            try write(TilePath.bundle(index: tree.size / TilePath.width - 1), bundle)
            bundle.removeAll(keepingCapacity: true)
        }
        try push(leaf, 0)
        return leaf
    }

    private mutating func push(_ hash: Hash, _ level: Int) throws {
        if levels.count == level {
            levels.append([])
            counts.append(0)
        }
        levels[level].append(hash)
        guard levels[level].count == Int(TilePath.width) else { return }
        try write(TilePath.tile(level: level, index: counts[level]), levels[level].flatMap(\.bytes))
        counts[level] += 1
        let root = TreeHash.fold(levels[level][...])
        levels[level].removeAll(keepingCapacity: true)
        try push(root, level + 1)
    }

    /// Writes the partial tiles and the signed checkpoint.
    mutating func close(_ signer: NoteSigner) throws {
        if !bundle.isEmpty {
            try write(
                TilePath.bundle(index: tree.size / TilePath.width, count: tree.size % TilePath.width), bundle)
        }
        for (level, hashes) in levels.enumerated() where !hashes.isEmpty {
            let path = TilePath.tile(level: level, index: counts[level], count: UInt64(hashes.count))
            try write(path, hashes.flatMap(\.bytes))
        }
        let checkpoint = Checkpoint(origin: signer.key.name, size: tree.size, root: tree.root)
        let note = SignedNote(text: checkpoint.text, signatures: [try signer.sign(checkpoint.text)])
        try write("checkpoint", note.bytes)
    }

    private mutating func write(_ path: String, _ content: [UInt8]) throws {
        let full = directory + "/" + path
        let folder = String(full[..<(full.lastIndex(of: "/") ?? full.startIndex)])
        if folders.insert(folder).inserted {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let file = unsafe fopen(full, "w")
        guard let file = unsafe file else { throw CocoaError(.fileWriteUnknown) }
        let written = unsafe content.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
        guard unsafe fclose(file) == 0, written == content.count else { throw CocoaError(.fileWriteOutOfSpace) }
    }
}
