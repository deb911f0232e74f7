@testable import Ledger

/// RFC 6962 section 2.1 word for word, recursive and slow: what the real code is compared with.
enum Reference {
    static func root(_ leaves: ArraySlice<Hash>) -> Hash {
        guard leaves.count > 1 else { return leaves.first ?? TreeHash.empty }
        let middle = leaves.startIndex + split(leaves.count)
        return TreeHash.node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    private static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    static func path(_ index: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
        guard leaves.count > 1 else { return [] }
        let power = split(leaves.count)
        let middle = leaves.startIndex + power
        if index < power { return path(index, leaves[..<middle]) + [root(leaves[middle...])] }
        return path(index - power, leaves[middle...]) + [root(leaves[..<middle])]
    }

    static func consistency(_ first: Int, _ leaves: ArraySlice<Hash>, whole: Bool = true) -> [Hash] {
        if first == leaves.count { return whole ? [] : [root(leaves)] }
        let power = split(leaves.count)
        let middle = leaves.startIndex + power
        if first <= power {
            return consistency(first, leaves[..<middle], whole: whole) + [root(leaves[middle...])]
        }
        return consistency(first - power, leaves[middle...], whole: false) + [root(leaves[..<middle])]
    }
}
