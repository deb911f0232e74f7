import Foundation

@testable import Ledger

/// A published log made directly of its files.
enum StaticLog {
    static func write(_ entries: [[UInt8]], to path: String, publishedAt sizes: [Int] = []) throws {
        var builder = TileBuilder(size: 0, edges: [], bundle: [])
        for entry in entries {
            var prefixed: [UInt8] = []
            EntryBundle.append(entry, to: &prefixed)
            builder.append(prefixed[...], leaf: TreeHash.leaf(entry))
            if sizes.contains(Int(builder.size)) { try write(&builder, path) }
        }
        try write(&builder, path)
        let tree = builder.tree ?? CompactTree()
        let checkpoint = Checkpoint(origin: Fixtures.origin, size: tree.size, root: tree.root)
        let signed = try SignedCheckpoint(signing: checkpoint, with: Fixtures.signer())
        try Fixtures.write(signed.bytes, "\(path)/checkpoint")
    }

    private static func write(_ builder: inout TileBuilder, _ path: String) throws {
        for file in builder.takeFiles() {
            let folder = "\(path)/\(Directory.parent(file.path))"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Fixtures.write(file.content, "\(path)/\(file.path)")
            if let old = file.supersedes { try? FileManager.default.removeItem(atPath: "\(path)/\(old)") }
        }
    }
}
