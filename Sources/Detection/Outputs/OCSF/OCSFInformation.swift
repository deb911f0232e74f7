import JSONTree

/// OCSF's object `finding_info`: what was found, when, by which rule, and which attack that may be.
struct OCSFInformation {
    let value: JSONValue

    init(_ finding: Finding) {
        var out = MemberList()
        out.add("uid", text: finding.id)
        out.add("title", text: finding.title)
        out.add("desc", text: finding.why.isEmpty ? nil : finding.why)
        out.add("first_seen_time", whole: finding.first.milliseconds)
        out.add("last_seen_time", whole: finding.last.milliseconds)
        out.add(
            "analytic",
            ["uid": .string(finding.rule), "name": .string(finding.title), "type": "Rule", "type_id": 1])
        let attacks = Self.attacks(AttackTags(finding.tags))
        if !attacks.isEmpty { out.add("attacks", .array(attacks)) }
        value = out.value
    }

    /// One attack a technique; the tactics stand with each, because Sigma's tags do not say which belongs to which.
    private static func attacks(_ tags: AttackTags) -> [JSONValue] {
        let tactics = tags.tactics.map { tactic -> JSONValue in
            ["uid": .string(tactic.id), "name": .string(tactic.name)]
        }
        if tags.techniques.isEmpty { return tactics.map { ["tactic": $0] } }
        return tags.techniques.map { technique in
            var out = MemberList()
            out.add("technique", ["uid": .string(technique.id)])
            if let sub = technique.subtechnique { out.add("sub_technique", ["uid": .string(sub)]) }
            if !tactics.isEmpty { out.add("tactics", .array(tactics)) }
            return out.value
        }
    }
}
