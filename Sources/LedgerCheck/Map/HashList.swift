import Ledger

/// Leaf hashes in memory as a ``NodeSource``: for small trees (the practice map, tests).
struct HashList: NodeSource {
    private let levels: [[Hash]]

    init(leaves: [Hash]) {
        var levels = [leaves]
        var below = leaves
        while below.count > 1 {
            below = (0..<below.count / 2).map { TreeHash.node(below[2 * $0], below[2 * $0 + 1]) }
            levels.append(below)
        }
        self.levels = levels
    }

    func node(level: Int, index: UInt64) throws -> Hash {
        guard levels.indices.contains(level), index < UInt64(levels[level].count) else {
            throw LedgerError(.outOfRange, position: index)
        }
        return levels[level][Int(index)]
    }
}
