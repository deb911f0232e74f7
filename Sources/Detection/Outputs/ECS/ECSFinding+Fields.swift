import JSONTree

extension ECSFinding {
    static func threat(_ tags: AttackTags) -> MemberList {
        var out = MemberList()
        guard !tags.techniques.isEmpty || !tags.tactics.isEmpty else { return out }
        out.add("framework", text: "MITRE ATT&CK")
        var tactic = MemberList()
        tactic.add("id", texts: tags.tactics.map(\.id))
        tactic.add("name", texts: tags.tactics.map(\.name))
        out.add("tactic", members: tactic)
        var technique = MemberList()
        technique.add("id", texts: tags.techniques.map(\.id))
        var sub = MemberList()
        sub.add("id", texts: tags.techniques.compactMap(\.subtechnique))
        technique.add("subtechnique", members: sub)
        out.add("technique", members: technique)
        return out
    }

    static func add(_ fields: ShownFields, to out: inout MemberList) {
        let accounts = fields.values(Taxonomy.account)
        if let account = accounts.first { out.add("user", ["id": .string(account)]) }
        let host = fields.first(Taxonomy.host)
        if let host { out.add("host", ["hostname": .string(host)]) }
        for (key, field) in [("source", Taxonomy.origin), ("destination", Taxonomy.destination)] {
            if let text = fields.first(field) { out.add(key, members: endpoint(text)) }
        }
        let addresses = [Taxonomy.origin, Taxonomy.destination].flatMap(fields.values)
        var related = MemberList()
        related.add("user", texts: accounts)
        related.add("ip", texts: addresses.filter { AddressText($0) != .name })
        related.add("hosts", texts: fields.values(Taxonomy.host) + addresses.filter { AddressText($0) == .name })
        out.add("related", members: related)
    }

    private static func endpoint(_ text: String) -> MemberList {
        var out = MemberList()
        out.add("address", text: text)
        if AddressText(text) != .name { out.add("ip", text: text) }
        return out
    }

    /// Keyword labels: ECS wants them flat and without dots in their names.
    static func labels(_ finding: Finding, _ fields: ShownFields) -> MemberList {
        var out = MemberList()
        out.add("events", text: String(finding.events))
        out.add("measure", text: finding.measure.flatMap(OutputText.number))
        out.add("unit", text: finding.unit)
        var named: Set<String> = ["events", "measure", "unit"]
        let taken: Set<String> = [Taxonomy.account, Taxonomy.host, Taxonomy.origin, Taxonomy.destination]
        for pair in fields.others(than: taken) {
            let name = String(pair.field.map { $0 == "." ? "_" : $0 })
            guard named.insert(name).inserted else { continue }
            out.add(name, text: OutputText.cut(fields.values(pair.field).joined(separator: ","), bytes: 1_024))
        }
        return out
    }
}
