import JSONTree
import Vocabulary

/// Takes resources apart by tier and puts them together again, byte for byte.
public enum TierSplit {
    /// Arrays and objects inside one another that are walked.
    public static let maximumDepth = 100

    /// Splits a resource. ``ServerFields`` are left out; everything else comes back from ``join(base:parts:)`` exactly.
    ///
    /// Throws `notAResource`, `unknownElement`, `reservedKey` or `tooDeep`: an element that the tables do not know has
    /// no tier, so it is refused rather than guessed.
    public static func split(_ resource: JSONValue) throws(SplitError) -> TieredResource {
        try write(ServerFields.stripped(resource), hidden: [], pinned: [:])
    }

    /// The tier of the resource's own part: its type's, or `restricted` when labelled.
    public static func base(of resource: JSONValue) throws(SplitError) -> Tier {
        guard case .object(let object) = resource, let node = Schema.r4.resource(of: object) else {
            throw SplitError(.notAResource)
        }
        return TierWriter.base(of: object, node)
    }

    /// Splits a tree that may have holes of `hidden` tiers, keeping `pinned` lines of parts where they are.
    static func write(
        _ tree: JSONValue, hidden: Tiers, pinned: [Tier: [Int: ArraySlice<UInt8>]]
    ) throws(SplitError) -> TieredResource {
        guard case .object(let object) = tree, let node = Schema.r4.resource(of: object) else {
            throw SplitError(.notAResource)
        }
        var writer = TierWriter(Schema.r4.nodes[Int(node)].path, hidden: hidden, pinned: pinned)
        let base = TierWriter.base(of: object, node)
        guard !hidden.contains(base) else { throw SplitError(.baseChanged) }
        try writer.writeRoot(object, node, base)
        return TieredResource(base: base, parts: writer.parts())
    }
}
