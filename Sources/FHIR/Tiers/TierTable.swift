import Vocabulary

/// The table of tiers, to be read by people (`doctor tiers`) and checked by tests: every element of every type.
public enum TierTable {
    /// One line of the table.
    public struct Row: Sendable, Hashable {
        /// A type (`Patient`) or an element (`Patient.contact.address`, `Dosage.text`).
        public let path: String
        /// The tier whose key seals it. For an element of a data type the least, whatever holds it.
        public let tier: Tier
        /// All tiers that must be open to see it: contact data inside care needs both.
        public let needs: Tiers
        /// Why.
        public let reason: String
        /// Whether a rule of its own says so; if not, it is as sensitive as what holds it.
        public let isOwn: Bool

        init(path: String, tier: Tier, needs: Tiers? = nil, reason: String, isOwn: Bool = true) {
            self.path = path
            self.tier = tier
            self.needs = needs ?? Tiers(tier)
            self.reason = reason
            self.isOwn = isOwn
        }
    }

    /// The base tier of a resource type: that of every element without a rule of its own.
    public static func base(of type: ResourceType) -> Tier { TierRules.base(type.name).tier }

    /// The type's own row, then one for each of its elements; what is inside data types has rows of its own.
    public static func rows(of type: ResourceType) -> [Row] {
        let base = TierRules.base(type.name)
        var walk = TierTableWalk(type.name)
        walk.add(type.node, TierWriter.Scope(base.tier), "as \(type.name): \(base.reason)")
        return [Row(path: type.name, tier: base.tier, reason: base.reason)] + walk.rows
    }

    /// The elements of data types, wherever the type is used, and ``contentRows``.
    public static var dataTypeRows: [Row] {
        let resources = Set(ResourceType.all.map(\.name) + ["Resource", "DomainResource"])
        return Schema.r4.nodes.filter { node in !resources.contains(String(node.path.prefix { $0 != "." })) }
            .flatMap(rows(of:)) + contentRows
    }

    private static func rows(of node: SchemaNode) -> [Row] {
        zip(node.elements, node.names).map { element, name in
            let path = node.path + "." + name
            guard element.reason >= 0 else {
                let plain = TierRules.plainReason(name, path).map { "; " + $0 } ?? ""
                return Row(path: path, tier: .identity, reason: "as what holds it" + plain, isOwn: false)
            }
            return Row(path: path, tier: element.floor, reason: TierRules.reasons[Int(element.reason)])
        }
    }

    /// What depends on content and not on the element alone.
    public static let contentRows: [Row] =
        [
            Row(path: "Identifier", tier: .contact, reason: "when a state or a social insurance gave it (NIR, INS …)"),
            Row(path: "CodeableConcept.text", tier: .restricted, reason: "unless it repeats a display beside it"),
            Row(path: "Extension", tier: .identity, reason: "as sensitive as the value it carries"),
            Row(
                path: "meta.security", tier: .restricted,
                reason: "the whole resource, when labelled with an HL7 sensitivity code or confidentiality R or V"),
        ]
        + SensitiveCodes.topics.map { topic in
            Row(
                path: "CodeableConcept", tier: .restricted,
                reason: "when a code says what the label \(topic.label) protects: \(topic.reason);"
                    + " the whole resource when that is what it is about")
        }
        + ReviewedExtensions.all.map { url, reason in
            Row(path: url, tier: .identity, reason: "as what has the extension; " + reason, isOwn: false)
        }

    /// The whole table as aligned text, one row a line.
    public static var text: String {
        (ResourceType.all.flatMap(rows(of:)).map { line($0, $0.word) }
            + dataTypeRows.map { line($0, $0.isOwn ? $0.word : "inherited") }).joined(separator: "\n")
    }

    private static func line(_ row: Row, _ word: String) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.utf8.count))
        }
        return padded(row.path, 60) + padded(word, 18) + row.reason
    }
}

extension TierTable.Row {
    /// The tier, as written in the table: `medical+contact` where it lies inside something more sensitive.
    var word: String {
        let others = needs.tiers.filter { $0 > tier }.map(\.word)
        return (others + [tier.word]).joined(separator: "+")
    }
}
