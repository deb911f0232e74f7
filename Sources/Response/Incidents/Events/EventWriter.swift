import JSONTree
import Vocabulary

/// Gathers the members of an event's line; nil leaves none.
struct EventWriter {
    private var members: [JSONObject.Member] = []

    var value: JSONValue { .object(JSONObject(members)) }

    mutating func add(_ key: String, _ text: String?) {
        if let text { members.append(JSONObject.Member(key: key, value: .string(text))) }
    }

    mutating func add(_ key: String, _ number: Int64) {
        members.append(JSONObject.Member(key: key, value: .number(JSONNumber(number))))
    }

    mutating func add(_ key: String, _ moment: Timestamp) { add(key, moment.milliseconds) }

    mutating func add(_ key: String, _ flag: Bool) {
        members.append(JSONObject.Member(key: key, value: .bool(flag)))
    }
}
