/// What a finding's tags say in the words of MITRE ATT&CK: Sigma's tags `attack.t1530`, `attack.t1078.004`,
/// `attack.exfiltration` (Sigma tags specification 2.1, namespace `attack`).
public struct AttackTags: Hashable, Sendable {
    /// A technique, and its sub-technique where the tag names one.
    public struct Technique: Hashable, Sendable {
        /// `T1078`.
        public let id: String
        /// `T1078.004`; nil without one.
        public let subtechnique: String?
    }

    /// A tactic of the enterprise matrix.
    public struct Tactic: Hashable, Sendable {
        /// `TA0010`.
        public let id: String
        /// `Exfiltration`.
        public let name: String
    }

    /// In the order of the tags, each once.
    public private(set) var techniques: [Technique] = []
    /// In the order of the tags, each once.
    public private(set) var tactics: [Tactic] = []

    /// Reads tags; those of other namespaces are passed over.
    public init(_ tags: [String]) {
        for tag in tags {
            let tag = tag.lowercased()
            guard tag.hasPrefix("attack.") else { continue }
            let name = String(tag.dropFirst(7))
            if let tactic = Self.tactic(name), !tactics.contains(tactic) { tactics.append(tactic) }
            if let technique = Self.technique(name), !techniques.contains(technique) { techniques.append(technique) }
        }
    }

    private static func technique(_ name: String) -> Technique? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let head = parts.first, head.utf8.count == 5, head.first == "t", isDigits(head.dropFirst()) else {
            return nil
        }
        let id = head.uppercased()
        if parts.count == 1 { return Technique(id: id, subtechnique: nil) }
        guard parts.count == 2, parts[1].utf8.count == 3, isDigits(parts[1]) else { return nil }
        return Technique(id: id, subtechnique: "\(id).\(parts[1])")
    }

    private static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 &- 48 < 10 } }

    /// A tactic by its name with hyphens or, as older rules have it, underscores.
    private static func tactic(_ name: String) -> Tactic? {
        let place = names.firstIndex { $0.name == String(name.map { $0 == "_" ? "-" : $0 }) }
        return place.map { Tactic(id: names[$0].id, name: title(names[$0].name)) }
    }

    private static func title(_ name: String) -> String {
        name.split(separator: "-").map { $0 == "and" ? "and" : $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    private static let names: [(name: String, id: String)] = [
        ("reconnaissance", "TA0043"), ("resource-development", "TA0042"), ("initial-access", "TA0001"),
        ("execution", "TA0002"), ("persistence", "TA0003"), ("privilege-escalation", "TA0004"),
        ("defense-evasion", "TA0005"), ("credential-access", "TA0006"), ("discovery", "TA0007"),
        ("lateral-movement", "TA0008"), ("collection", "TA0009"), ("command-and-control", "TA0011"),
        ("exfiltration", "TA0010"), ("impact", "TA0040"),
    ]
}
