extension JSONValue {
    /// The object, or nil for another kind.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The array's values, or nil for another kind.
    public var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The string, or nil for another kind.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, or nil for another kind.
    public var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The truth value, or nil for another kind.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// Whether it is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The member's value; nil without such a member, and for other kinds than objects.
    public subscript(key: String) -> JSONValue? { object?[key] }
}
