import Ledger

/// One bundle and its tile, as they stand in the files: made in parallel, judged in order.
struct BundleCheck: Sendable {
    let index: UInt64
    /// The leaf hashes of the bundle's entries; nil when it cannot be read.
    let leaves: [Hash]?
    /// The tile's hashes; nil when it cannot be read.
    let tile: [Hash]?
    /// What each entry says of its practice; nil without a linker.
    let links: [Result<EntryLink?, LedgerError>]
    /// What could not be read.
    let problems: [LedgerError]

    init(_ index: UInt64, store: TileStore, linker: EntryLinker?) {
        self.index = index
        var store = store
        var problems: [LedgerError] = []
        var leaves: [Hash]?
        var tile: [Hash]?
        var links: [Result<EntryLink?, LedgerError>] = []
        do { tile = try store.tile(level: 0, index: index) } catch { problems.append(error) }
        do {
            let bundle = try store.bundle(index)
            var hashes: [Hash] = []
            hashes.reserveCapacity(bundle.entries.count)
            for (offset, range) in bundle.entries.enumerated() {
                let entry = bundle.bytes.span.extracting(range)
                hashes.append(TreeHash.leaf(entry))
                guard let linker else { continue }
                let place = index * TilePath.width + UInt64(offset)
                do { links.append(.success(try linker(entry))) } catch {
                    links.append(.failure(LedgerError(.chainBroken, position: place)))
                }
            }
            leaves = hashes
        } catch { problems.append(error) }
        (self.leaves, self.tile, self.links, self.problems) = (leaves, tile, links, problems)
    }
}
