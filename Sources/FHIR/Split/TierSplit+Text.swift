import Vocabulary

extension TierSplit {
    /// What ``join(base:parts:)`` and ``ServerFields`` make of a resource of which nothing is left out, as compact text,
    /// without a tree in between: the same bytes.
    ///
    /// Nil when something is left out or the text has not the form that ``split(_:)`` writes; then `join` decides. What is
    /// inside members is not looked at: it is authentic, and was checked when it was written. Throws `damagedPart`.
    public static func text(
        base: Tier, parts: [Tier: [UInt8]], id: String, versionId: String, lastUpdated: String
    ) throws(SplitError) -> [UInt8]? {
        var joiner = try TierJoiner(parts)
        let text = try joiner.text(base: base)
        guard joiner.hidden == [] else { return nil }
        return stamped(text, id: id, versionId: versionId, lastUpdated: lastUpdated)
    }

    /// `resourceType`, `id`, `meta` with its own two fields first, then the other members in order.
    private static func stamped(
        _ text: [UInt8], id: String, versionId: String, lastUpdated: String
    ) -> [UInt8]? {
        guard let members = MemberRanges(text, in: text.indices), let type = members.value(of: "resourceType", in: text)
        else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(text.count + id.utf8.count + versionId.utf8.count + lastUpdated.utf8.count + 80)
        out += #"{"resourceType":"#.utf8
        out += text[type]
        out += #","id":""#.utf8
        out += id.utf8
        out += #"","meta":{"versionId":""#.utf8
        out += versionId.utf8
        out += #"","lastUpdated":""#.utf8
        out += lastUpdated.utf8
        out.append(UInt8(ascii: "\""))
        if let meta = members.value(of: "meta", in: text) {
            guard let inside = MemberRanges(text, in: meta), inside.value(of: "versionId", in: text) == nil,
                inside.value(of: "lastUpdated", in: text) == nil
            else { return nil }
            out.append(UInt8(ascii: ","))
            out += text[meta.lowerBound + 1..<meta.upperBound - 1]
        }
        out.append(UInt8(ascii: "}"))
        for member in members.all {
            guard !member.isNamed("id", in: text) else { return nil }
            guard !member.isNamed("resourceType", in: text), !member.isNamed("meta", in: text) else { continue }
            out.append(UInt8(ascii: ","))
            out += text[member.key.lowerBound - 1..<member.value.upperBound]
        }
        out.append(UInt8(ascii: "}"))
        return out
    }
}
