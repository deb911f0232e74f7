import JSONTree
import Vocabulary

extension TierSplit {
    /// A resource as far as its reader may see it.
    public struct Joined: Sendable {
        /// The resource, without ``ServerFields``.
        public let resource: JSONValue
        /// Tiers of which something was left out. What lies inside a hidden element does not count.
        public let hidden: Tiers
    }

    /// Puts a resource together again. Parts that are missing are left out: their elements go, and so does an array or
    /// object, or the extension around a value, that has nothing else.
    ///
    /// Throws `damagedPart`, also when the base part is missing: then there is nothing to show.
    public static func join(base: Tier, parts: [Tier: [UInt8]]) throws(SplitError) -> Joined {
        var joiner = try TierJoiner(parts)
        let tree = try joiner.tree(base: base)
        guard joiner.hidden != [] else { return Joined(resource: tree, hidden: []) }
        guard let resource = HolePruner.pruned(tree) else { throw SplitError(.damagedPart) }
        return Joined(resource: resource, hidden: joiner.hidden)
    }
}
