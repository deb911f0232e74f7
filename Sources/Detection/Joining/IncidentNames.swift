/// Whom and what a finding is about, by the names that incidents use.
struct IncidentNames: Sendable {
    let source: String
    let accounts: [String]
    let hosts: [String]
    let practices: [String]
    let destinations: [String]

    init(_ finding: Finding, _ options: IncidentOptions) {
        let fields = ShownFields(finding)
        func names(_ field: String, _ other: [String: String]) -> [String] {
            Set(fields.values(field).prefix(1_024).map { other[$0] ?? $0 }).sorted()
        }
        accounts = names(Taxonomy.account, options.accountNames)
        hosts = names(Taxonomy.host, options.hostNames)
        practices = names(Taxonomy.practice, [:])
        destinations = names(Taxonomy.destination, options.hostNames)
        let parts = [finding.source.category, finding.source.product, finding.source.service].compactMap { $0 }
        source = parts.isEmpty ? "unknown" : parts.joined(separator: "/")
    }
}
