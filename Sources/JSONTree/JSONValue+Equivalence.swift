extension JSONValue {
    /// Whether both mean the same: numbers of the same value however written, objects of the same members in any
    /// order (RFC 6902 §4.6). ``==`` asks for the same text.
    public func isEquivalent(to other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a.isEquivalent(to: b)
        case (.array(let a), .array(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.isEquivalent(to: $1) }
        case (.object(let a), .object(let b)): JSONValue.isEquivalent(a.members, b.members)
        default: self == other
        }
    }

    private static func isEquivalent(_ a: [JSONObject.Member], _ b: [JSONObject.Member]) -> Bool {
        guard a.count == b.count else { return false }
        var values: [ExactText: JSONValue] = [:]
        for member in b { values[ExactText(member.key)] = member.value }
        return a.allSatisfy { member in values[ExactText(member.key)]?.isEquivalent(to: member.value) ?? false }
    }
}
