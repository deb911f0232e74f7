import JSONTree

/// OCSF's list `evidences`: who, on which machine, from and to which address; what else is shown stands in `data`, with
/// the measure.
struct OCSFEvidence {
    let value: JSONValue

    init(_ finding: Finding) {
        let fields = ShownFields(finding)
        var out = MemberList()
        if let account = fields.first(Taxonomy.account) { out.add("actor", ["user": ["uid": .string(account)]]) }
        if let host = fields.first(Taxonomy.host) {
            var device = Self.endpoint(host)
            device.add("type_id", whole: 0)
            out.add("device", members: device)
        }
        if let origin = fields.first(Taxonomy.origin) { out.add("src_endpoint", members: Self.endpoint(origin)) }
        if let to = fields.first(Taxonomy.destination) { out.add("dst_endpoint", members: Self.endpoint(to)) }
        out.add("data", members: Self.data(finding, fields))
        value = .array(out.isEmpty ? [] : [out.value])
    }

    private static func endpoint(_ text: String) -> MemberList {
        var out = MemberList()
        let isAddress = AddressText(text) != .name
        out.add(isAddress ? "ip" : isHostName(text) ? "hostname" : "name", text: text)
        return out
    }

    /// Labels of letters, digits and inner hyphens, between dots: what the schema's type `hostname_t` takes.
    private static func isHostName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
        }
    }

    /// All else, one member a field: a text, or a list where there are several.
    private static func data(_ finding: Finding, _ fields: ShownFields) -> MemberList {
        var out = MemberList()
        out.add("measure", number: finding.measure)
        out.add("unit", text: finding.unit)
        var named = Set<String>(["measure", "unit"])
        for pair in fields.others(than: [Taxonomy.host, Taxonomy.origin, Taxonomy.destination]) {
            guard named.insert(pair.field).inserted else { continue }
            let values = fields.values(pair.field).map { JSONValue.string($0) }
            out.add(pair.field, values.count == 1 ? values[0] : .array(values))
        }
        return out
    }
}
