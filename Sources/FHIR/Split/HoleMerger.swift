import JSONTree

/// Puts the holes of an old resource into an update made by someone who could not see what they stand for.
///
/// Refuses whatever could move a hidden element to where it does not belong. The depth is bounded by the old tree's.
struct HoleMerger {
    private var location: Location

    init(_ root: String) { location = Location(root) }

    /// The update with the old value's holes.
    mutating func merge(_ old: JSONValue, _ new: JSONValue) throws(SplitError) -> JSONValue {
        guard Hole.isWithin(old) else { return new }
        switch (old, new) {
        case (.object(let old), .object(let new)): return try merge(old, new)
        case (.array(let old), .array(let new)): return try merge(old, new, keepsPlaces: false)
        default: throw moved()
        }
    }

    private mutating func merge(_ old: JSONObject, _ new: JSONObject) throws(SplitError) -> JSONValue {
        var members = new.members
        var previous: String?
        for member in old.members {
            defer { if members.contains(where: { $0.key == member.key }) { previous = member.key } }
            guard Hole.isWithin(member.value) else { continue }
            location.enter(member.key)
            let place = members.firstIndex { $0.key == member.key }
            switch (HolePruner.child(of: member), place) {
            case (nil, nil):
                let after = previous.flatMap { key in members.firstIndex { $0.key == key } }
                members.insert(member, at: after.map { $0 + 1 } ?? 0)
            case (.some, let place?): members[place].value = try merge(member, members[place].value)
            case (nil, .some), (.some, nil): throw moved()
            }
            location.leave()
        }
        return .object(JSONObject(members))
    }

    private mutating func merge(_ old: JSONObject.Member, _ new: JSONValue) throws(SplitError) -> JSONValue {
        guard old.key.isUnderscored, case .array(let before) = old.value else { return try merge(old.value, new) }
        guard case .array(let after) = new else { throw moved() }
        return try merge(before, after, keepsPlaces: true)
    }

    /// Lists of the same visible length, item by item; hidden items go back to their places.
    private mutating func merge(
        _ old: [JSONValue], _ new: [JSONValue], keepsPlaces: Bool
    ) throws(SplitError) -> JSONValue {
        let shown = old.map(HolePruner.pruned)
        guard new.count == (keepsPlaces ? old.count : shown.count { $0 != nil }) else { throw moved() }
        var merged: [JSONValue] = []
        var next = 0
        for (index, item) in old.enumerated() {
            if shown[index] == nil, !keepsPlaces {
                merged.append(item)
                continue
            }
            location.enter(next)
            merged.append(try merge(item, new[next], at: index, shown))
            location.leave()
            next += 1
        }
        return .array(merged)
    }

    /// One item; refused when it is what another item was, since then the list was put in another order.
    private mutating func merge(
        _ item: JSONValue, _ new: JSONValue, at index: Int, _ shown: [JSONValue?]
    ) throws(SplitError) -> JSONValue {
        guard Hole.isWithin(item) else { return new }
        guard let own = shown[index] else {
            guard new.isNull else { throw moved() }
            return item
        }
        guard new == own || !shown.contains(new) else { throw moved() }
        return try merge(item, new)
    }

    /// The refusal, at the present place.
    func moved() -> SplitError { SplitError(.hiddenElementMoved, location.text) }
}
