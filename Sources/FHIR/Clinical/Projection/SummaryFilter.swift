import JSONTree

/// Takes what is no part of a summary out of a resource, at every depth.
struct SummaryFilter {
    private let schema = Schema.r4

    /// The members that stay. Extensions that stay, stay whole.
    func members(_ object: JSONObject, _ node: UInt16, _ depth: Int) -> [JSONObject.Member] {
        guard depth < TierSplit.maximumDepth, node != schema.extended else { return object.members }
        return object.members.compactMap { member in
            guard let element = schema.find(member.key, in: node), !element.marks.isEmpty else { return nil }
            guard case .node(let inner) = element.content else { return member }
            return value(member.value, inner, depth).map { JSONObject.Member(key: member.key, value: $0) }
                ?? (element.marks.contains(.mandatory) ? member : nil)
        }
    }

    /// A value with what stays of it; nil for nothing.
    private func value(_ value: JSONValue, _ node: UInt16, _ depth: Int) -> JSONValue? {
        switch value {
        case .object(let object):
            let kept = members(object, node, depth + 1)
            return kept.isEmpty ? nil : .object(JSONObject(kept))
        case .array(let items):
            let kept = items.compactMap { self.value($0, node, depth) }
            return kept.isEmpty ? nil : .array(kept)
        default: return value
        }
    }
}
