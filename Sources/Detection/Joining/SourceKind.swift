/// What a source can testify to.
enum SourceKind: String, Hashable, Codable {
    case database, flow, other

    init(_ source: LogSource) {
        let databases: Set<String> = ["postgresql", "mysql", "mariadb", "mssql", "oracle", "mongodb"]
        let flows: Set<String> = ["zeek", "netflow", "ipfix", "nfdump", "softflowd"]
        if source.category == "database" || source.product.map(databases.contains) == true {
            self = .database
        } else if source.category == "network_connection" || source.category == "firewall"
            || source.product.map(flows.contains) == true
        {
            self = .flow
        } else {
            self = .other
        }
    }
}
