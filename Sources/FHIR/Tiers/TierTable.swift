import Vocabulary

/// The table of tiers, to be read by people (`doctor tiers`) and checked by tests.
public enum TierTable {
    /// One line of the table.
    public struct Row: Sendable, Hashable {
        /// A type (`Patient`) or an element (`Patient.contact.address`, `Dosage.text`).
        public let path: String
        /// The tier, or for an element the least that it has whatever its parent's is.
        public let tier: Tier
        /// Why.
        public let reason: String
    }

    /// The base tier of a resource type: that of every element without a row of its own.
    public static func base(of type: ResourceType) -> Tier { TierRules.base(type.name).tier }

    /// The type's own row, then those of its elements that are more sensitive than their parent.
    public static func rows(of type: ResourceType) -> [Row] {
        let base = TierRules.base(type.name)
        let own = Schema.r4.nodes.filter { $0.path == type.name || $0.path.hasPrefix(type.name + ".") }
        return [Row(path: type.name, tier: base.tier, reason: base.reason)]
            + own.flatMap(rows(of:)).filter { $0.tier > base.tier }
    }

    /// The elements of data types that are more sensitive than their parent, wherever the type is used.
    public static var dataTypeRows: [Row] {
        let resources = Set(ResourceType.all.map(\.name))
        return Schema.r4.nodes.filter { node in
            !node.base.isResource && !resources.contains(String(node.path.prefix { $0 != "." }))
        }.flatMap(rows(of:)) + contentRows
    }

    /// What depends on content and not on the element alone.
    public static let contentRows: [Row] = [
        Row(path: "Identifier", tier: .contact, reason: "when it is a national identifier (NIR, INS)"),
        Row(path: "CodeableConcept.text", tier: .restricted, reason: "unless it repeats a display beside it"),
        Row(path: "Extension", tier: .identity, reason: "as sensitive as the value it carries"),
        Row(
            path: "meta.security", tier: .restricted,
            reason: "the whole resource, when labelled with an HL7 sensitivity code or confidentiality R or V"),
    ]

    /// The whole table as aligned text, one row a line.
    public static var text: String {
        (ResourceType.all.flatMap(rows(of:)) + dataTypeRows).map { row in
            let pad = String(repeating: " ", count: max(1, 52 - row.path.utf8.count))
            return row.path + pad + row.tier.word + String(repeating: " ", count: 12 - row.tier.word.utf8.count)
                + row.reason
        }.joined(separator: "\n")
    }

    private static func rows(of node: SchemaNode) -> [Row] {
        zip(node.elements, node.names).compactMap { element, name in
            guard element.reason >= 0, element.rule != .conceptText else { return nil }
            return Row(
                path: node.path + "." + name, tier: element.floor, reason: TierRules.reasons[Int(element.reason)])
        }
    }
}
