extension JSONObject {
    /// Where among ``members`` the key is; nil when it is not there.
    public func place(of key: String) -> Int? {
        let members = members.span
        for place in members.indices where members[place].key.hasSameBytes(as: key) { return place }
        return nil
    }
}
