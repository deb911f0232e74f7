/// What the objects of one node must hold, made ready for the check: bits and numbers only.
struct NodeDuty: Sendable {
    /// Invariants that are written as code.
    enum Special: UInt8, Sendable {
        case none, period, identifier, observation, condition, allergy, bundle

        /// The nodes that have some.
        static let byPath: [String: Special] = [
            "Period": .period, "Identifier": .identifier, "Observation": .observation, "Condition": .condition,
            "AllergyIntolerance": .allergy, "Bundle": .bundle,
        ]
    }

    /// The places of elements that must be there.
    let required: UInt64
    /// The node's rules among all.
    let rules: Range<UInt16>
    let special: Special
    /// Whether an object with nothing but an `id` says nothing: any but a resource.
    let isElement: Bool

    /// Whether there is more to look at than what must be there.
    var isPlain: Bool { rules.isEmpty && special == .none }

    /// The duties of all nodes, and the rules that they point into.
    static func all(of nodes: [SchemaNode]) -> ([NodeDuty], [PresenceRule.Bits]) {
        var rules: [PresenceRule.Bits] = []
        var byNode: [String: [PresenceRule]] = [:]
        for rule in PresenceRule.all {
            for node in rule.nodes { byNode[String(node), default: []].append(rule) }
        }
        let duties = nodes.map { node in
            let first = UInt16(rules.count)
            rules += (byNode[node.path] ?? []).map { $0.bits(in: node) }
            return NodeDuty(
                required: node.required, rules: first..<UInt16(rules.count),
                special: Special.byPath[node.path] ?? .none, isElement: !node.base.isResource)
        }
        return (duties, rules)
    }
}
