import JSONTree

/// Takes out holes and what is left empty by them. The depth is bounded by the reader that made the tree.
enum HolePruner {
    /// The value without holes; nil when it is a hole or nothing is left.
    static func pruned(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .object(let object): pruned(object)
        case .array(let items): pruned(items, keepsPlaces: false)
        default: value
        }
    }

    private static func pruned(_ object: JSONObject) -> JSONValue? {
        if Hole(.object(object)) != nil { return nil }
        var shown = object
        for member in object.members where Hole.isWithin(member.value) { shown[member.key] = child(of: member) }
        guard shown.members.count < object.members.count else { return .object(shown) }
        // An extension without value or extensions is none (R4, ext-1).
        if shown.members.isEmpty || shown.members.count == 1 && shown.members[0].key == "url" { return nil }
        return .object(shown)
    }

    /// What a member shows; beside a list of primitives (`_given`), places stay.
    static func child(of member: JSONObject.Member) -> JSONValue? {
        guard member.key.isUnderscored, case .array(let items) = member.value else { return pruned(member.value) }
        return pruned(items, keepsPlaces: true)
    }

    private static func pruned(_ items: [JSONValue], keepsPlaces: Bool) -> JSONValue? {
        guard items.contains(where: Hole.isWithin) else { return .array(items) }
        let shown = items.map(pruned)
        let kept = keepsPlaces ? shown.map { $0 ?? .null } : shown.compactMap(\.self)
        return kept.allSatisfy(\.isNull) ? nil : .array(kept)
    }
}
