import JSONTree

/// Small documents, and patches that mostly fit them. No strings and no booleans: others call some of them equal, or
/// step into them.
struct RandomPatch {
    private var generator: SeededGenerator
    private static let keys = ["a", "b", "~", "/", "", "0"]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// An object or array.
    mutating func document() -> JSONValue { pick(2) == 0 ? .array(items(0)) : .object(object(0)) }

    /// Some operations.
    mutating func patch(for document: JSONValue) -> JSONValue {
        .array((0..<1 + pick(5)).map { _ in operation(document) })
    }

    /// A path to something that is not there, whose parent is.
    mutating func pathToNew(in document: JSONValue) -> String {
        var value = document
        var path = ""
        while true {
            switch value {
            case .object(let object):
                if let member = object.members.randomElement(using: &generator), pick(3) > 0, isContainer(member.value)
                {
                    path += RandomPatch.escaped(member.key)
                    value = member.value
                } else {
                    return path + "/new"
                }
            case .array(let items):
                let place = items.isEmpty ? 0 : pick(items.count)
                if place < items.count, pick(3) > 0, isContainer(items[place]) {
                    path += "/\(place)"
                    value = items[place]
                } else {
                    return path + "/\(place)"
                }
            default: return path
            }
        }
    }

    private func isContainer(_ value: JSONValue) -> Bool { value.array != nil || value.object != nil }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    private mutating func value(_ depth: Int) -> JSONValue {
        switch pick(depth < 3 ? 6 : 3) {
        case 0: .null
        case 1, 2: .number(JSONNumber(Int64(pick(4))))
        case 3: .array(items(depth + 1))
        default: .object(object(depth + 1))
        }
    }

    private mutating func items(_ depth: Int) -> [JSONValue] { (0..<pick(4)).map { _ in value(depth) } }

    private mutating func object(_ depth: Int) -> JSONObject {
        JSONObject(
            (0..<pick(4)).map { _ in .init(key: RandomPatch.keys[pick(RandomPatch.keys.count)], value: value(depth)) })
    }

    private mutating func operation(_ document: JSONValue) -> JSONValue {
        let path = JSONValue.string(path(in: document))
        switch pick(6) {
        case 0: return ["op": "add", "path": path, "value": value(1)]
        case 1: return ["op": "remove", "path": path]
        case 2: return ["op": "replace", "path": path, "value": value(1)]
        case 3: return ["op": "move", "from": .string(self.path(in: document)), "path": path]
        case 4: return ["op": "copy", "from": .string(self.path(in: document)), "path": path]
        default: return ["op": "test", "path": path, "value": value(1)]
        }
    }

    /// Mostly a path that is there; never the root, which not all let be removed.
    private mutating func path(in document: JSONValue) -> String {
        var value = document
        var path = ""
        repeat {
            switch value {
            case .object(let object):
                let known = object.members.randomElement(using: &generator)
                let key = pick(5) == 0 ? RandomPatch.keys[pick(RandomPatch.keys.count)] : known?.key ?? "a"
                path += RandomPatch.escaped(key)
                value = object[key] ?? .null
            case .array(let items):
                let place = pick(items.count + 1)
                path += place == items.count && pick(2) == 0 ? "/-" : "/\(place)"
                value = place < items.count ? items[place] : .null
            default: return path
            }
        } while pick(3) > 0
        return path
    }

    private static func escaped(_ key: String) -> String {
        "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
