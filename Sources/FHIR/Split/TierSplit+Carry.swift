import JSONTree
import Vocabulary

extension TierSplit {
    /// Splits an update by a writer who may not see `hidden` tiers, and so edited what ``join(base:parts:)`` showed.
    ///
    /// - Parameters:
    ///   - update: the whole resource as the writer wants it, without labels of ours (``Masking``).
    ///   - base: the old base tier; `parts`: the old parts of the tiers that the writer may see, all of them.
    ///   - hidden: the tiers that the writer may not see, whether the resource has them or not.
    /// - Returns: the new parts of the visible tiers. The hidden ones are kept as they are: the holes that lead into
    ///   them stay where they were, under the same keys and at the same places of lists as long as.
    ///
    /// Throws `hiddenElementMoved`, `hiddenTierWritten` or `baseChanged`, and what ``split(_:)`` throws.
    public static func carry(
        update: JSONValue, base: Tier, parts: [Tier: [UInt8]], hidden: Tiers
    ) throws(SplitError) -> TieredResource {
        guard hidden != [] else { return try split(update) }
        guard !hidden.contains(base), parts.keys.allSatisfy({ !hidden.contains($0) }) else {
            throw SplitError(.baseChanged)
        }
        let update = ServerFields.stripped(update)
        var joiner = try TierJoiner(parts)
        let old = try joiner.tree(base: base)
        guard case .object(let object) = old, update["resourceType"] == object["resourceType"] else {
            throw SplitError(.baseChanged)
        }
        guard try self.base(of: update) == base else { throw SplitError(.baseChanged) }
        try refuseHoles(update, 0)
        var merger = HoleMerger(old["resourceType"]?.string ?? "")
        let merged = try merger.merge(old, update)
        let new = try write(merged, hidden: hidden, pinned: joiner.pinned())
        // Whoever wrote reads back what was written: an object that only hidden elements fill would vanish.
        guard try join(base: new.base, parts: new.parts).resource == update else { throw merger.moved() }
        return new
    }

    /// Throws when the writer's own text holds what stands for a hole.
    private static func refuseHoles(_ value: JSONValue, _ depth: Int) throws(SplitError) {
        guard depth <= maximumDepth * 2 else { throw SplitError(.tooDeep) }
        switch value {
        case .object(let object):
            for member in object.members {
                guard member.key != Hole.key else { throw SplitError(.reservedKey) }
                try refuseHoles(member.value, depth + 1)
            }
        case .array(let items):
            for item in items { try refuseHoles(item, depth + 1) }
        default: break
        }
    }
}
