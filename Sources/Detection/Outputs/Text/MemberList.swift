import JSONTree

/// Gathers the members of a JSON object; what is absent leaves no member.
struct MemberList {
    private(set) var members: [JSONObject.Member] = []

    var value: JSONValue { .object(JSONObject(members)) }
    var isEmpty: Bool { members.isEmpty }

    mutating func add(_ key: String, _ value: JSONValue?) {
        if let value { members.append(JSONObject.Member(key: key, value: value)) }
    }

    mutating func add(_ key: String, text: String?) {
        if let text { add(key, .string(text)) }
    }

    mutating func add(_ key: String, whole: Int64) { add(key, .number(JSONNumber(whole))) }

    mutating func add(_ key: String, number: Double?) {
        guard let text = number.flatMap(OutputText.number), let number = JSONNumber(text: text) else { return }
        add(key, .number(number))
    }

    /// Adds an object, unless it is empty.
    mutating func add(_ key: String, members: MemberList) {
        if !members.isEmpty { add(key, members.value) }
    }

    mutating func add(_ key: String, texts: [String]) {
        if !texts.isEmpty { add(key, .array(texts.map { .string($0) })) }
    }
}
