/// Members in the making, none with a key that another has: compared one by one while few, by a set when many.
struct DistinctMembers {
    private(set) var members: [JSONObject.Member] = []
    private var keys: Set<ExactText> = []
    private static let few = 16

    mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// Whether no member has the key.
    func isNew(_ key: String) -> Bool {
        guard members.count <= DistinctMembers.few else { return !keys.contains(ExactText(key)) }
        let members = members.span
        for place in members.indices where members[place].key.hasSameBytes(as: key) { return false }
        return true
    }

    /// Appends a member whose key is new.
    mutating func append(_ key: String, _ value: JSONValue) {
        members.append(JSONObject.Member(key: key, value: value))
        if members.count == DistinctMembers.few + 1 {
            keys = Set(members.map { ExactText($0.key) })
        } else if members.count > DistinctMembers.few {
            keys.insert(ExactText(key))
        }
    }
}
