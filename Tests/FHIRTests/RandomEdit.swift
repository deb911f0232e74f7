import JSONTree

/// Edits such as a person at a form makes: a value changed, an element dropped, a list item dropped, doubled or swapped.
struct RandomEdit {
    var generator: SeededGenerator

    /// The value with one edit somewhere.
    mutating func edited(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object) where !object.members.isEmpty: edited(object)
        case .array(let items) where !items.isEmpty: edited(items)
        case .string(let text): .string(text + "x")
        case .bool(let value): .bool(!value)
        default: value
        }
    }

    private mutating func edited(_ object: JSONObject) -> JSONValue {
        var members = object.members
        let place = Int.random(in: members.indices, using: &generator)
        guard members[place].key != "resourceType" else { return .object(object) }
        if Int.random(in: 0..<8, using: &generator) == 0 {
            members.remove(at: place)
        } else {
            members[place].value = edited(members[place].value)
        }
        return .object(JSONObject(members))
    }

    private mutating func edited(_ items: [JSONValue]) -> JSONValue {
        var items = items
        let place = Int.random(in: items.indices, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0 where items.count > 1: items.remove(at: place)
        case 1: items.append(items[place])
        case 2: items.swapAt(place, 0)
        default: items[place] = edited(items[place])
        }
        return .array(items)
    }
}
