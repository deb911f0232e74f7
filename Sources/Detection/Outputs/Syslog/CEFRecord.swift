import Vocabulary

/// Findings as records of ArcSight's Common Event Format (CEF, version 0; implementation standard of 2017 and later):
/// `CEF:0|vendor|product|version|rule|title|severity|key=value …`.
///
/// In the header `|` and `\` are escaped, and no line ends; in the extension `\`, `=` and line ends are (`\n`, `\r`).
public struct CEFRecord: Sendable {
    private let product: ReportingProduct

    /// Reports in the name of a product.
    public init(product: ReportingProduct = ReportingProduct()) { self.product = product }

    /// The finding as a record of one line, without its end.
    public func text(_ finding: Finding) -> String {
        let header = [product.vendor, product.name, product.version, finding.rule, finding.title]
        let parts = ["CEF:0"] + header.map(Self.header) + [String(Self.severity(finding.level))]
        return parts.joined(separator: "|") + "|"
            + extensions(finding).map { "\($0.field)=\($0.value)" }.joined(separator: " ")
    }

    private func extensions(_ finding: Finding) -> [Finding.Pair] {
        let fields = ShownFields(finding)
        let (first, last) = (String(finding.first.milliseconds), String(finding.last.milliseconds))
        var out = [
            Finding.Pair("externalId", finding.id), Finding.Pair("rt", last), Finding.Pair("start", first),
            Finding.Pair("end", last), Finding.Pair("cnt", String(finding.events)),
        ]
        if let category = finding.source.category { out.append(Finding.Pair("cat", category)) }
        if let account = fields.first(Taxonomy.account) { out.append(Finding.Pair("suser", account)) }
        if let host = fields.first(Taxonomy.host) { out.append(Finding.Pair("dvchost", host)) }
        Self.add(fields.first(Taxonomy.origin), four: "src", six: "c6a2", name: "shost", to: &out)
        Self.add(fields.first(Taxonomy.destination), four: "dst", six: "c6a3", name: "dhost", to: &out)
        if !finding.why.isEmpty { out.append(Finding.Pair("msg", finding.why)) }
        Self.add(finding, fields, to: &out)
        return out.map { Finding.Pair($0.field, Self.value($0.value, bytes: 1_023)) }
    }

    private static func add(
        _ address: String?, four: String, six: String, name: String, to out: inout [Finding.Pair]
    ) {
        guard let address else { return }
        switch AddressText(address) {
        case .four: out.append(Finding.Pair(four, address))
        case .six:
            out.append(Finding.Pair(six, address))
            out.append(Finding.Pair(six + "Label", six == "c6a2" ? "Source IPv6 Address" : "Destination IPv6 Address"))
        case .name: out.append(Finding.Pair(name, address))
        }
    }

    private static func add(_ finding: Finding, _ fields: ShownFields, to out: inout [Finding.Pair]) {
        let taken: Set<String> = [Taxonomy.account, Taxonomy.host, Taxonomy.origin, Taxonomy.destination]
        let others = fields.others(than: taken).map { "\($0.field):\($0.value)" }.joined(separator: ", ")
        for (key, label, text) in [("cs1", "fields", others), ("cs2", "tags", finding.tags.joined(separator: ","))]
        where !text.isEmpty { out += [Finding.Pair(key, text), Finding.Pair(key + "Label", label)] }
        if let measure = finding.measure.flatMap(OutputText.number) {
            out += [Finding.Pair("cfp1", measure), Finding.Pair("cfp1Label", finding.unit ?? "measure")]
        }
    }

    /// 0 to 10: to 3 is low, to 6 medium, to 8 high, above very high.
    static func severity(_ level: RuleLevel) -> Int {
        switch level {
        case .informational: 1
        case .low: 3
        case .medium: 5
        case .high: 8
        case .critical: 10
        }
    }
}
