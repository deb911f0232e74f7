extension LedgerReader {
    /// Hands every entry from `lower` up to, not including, `upper` to `body`, in order, with its index.
    ///
    /// With `verifying`, the entries are hashed on the way, and the end is reached only if they and everything before
    /// `lower` have the signed root; so when this throws, discard what `body` built. Without it nothing is hashed.
    /// Throws `outOfRange`, `rootMismatch`, what reading throws, or what `body` throws.
    public mutating func forEach(
        from lower: UInt64, to upper: UInt64, verifying: Bool = true,
        _ body: (UInt64, Span<UInt8>) throws -> Void
    ) throws {
        guard lower <= upper, upper <= size else { throw LedgerError(.outOfRange, position: lower) }
        var tree = verifying ? CompactTree(size: lower, peaks: try peakHashes(0, lower)) : nil
        try stream(from: lower, to: upper) { index, entry in
            tree?.append(TreeHash.leaf(entry))
            try body(index, entry)
        }
        guard let tree else { return }
        guard tree.root == (try root(at: upper)) else { throw LedgerError(.rootMismatch, position: upper) }
    }

    private func stream(
        from lower: UInt64, to upper: UInt64, _ body: (UInt64, Span<UInt8>) throws -> Void
    ) throws {
        var index = lower
        while index < min(upper, store.size) {
            let bundle = try store.bundle(index / TilePath.width)
            let start = Int(index % TilePath.width)
            let end = Int(min(UInt64(bundle.entries.count), upper - index + UInt64(start)))
            for range in bundle.entries[start..<end] {
                try body(index, bundle.bytes.span.extracting(range))
                index += 1
            }
        }
        while index < upper {
            try tail.withEntry(Int(index - store.size)) { try body(index, $0) }
            index += 1
        }
    }
}
