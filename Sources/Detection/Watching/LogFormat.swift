/// The forms of logs that can be read, by the names that commands give them.
public enum LogFormat: String, CaseIterable, Sendable {
    case postgresCSV = "postgres-csv"
    case postgresJSON = "postgres-json"
    case postgresText = "postgres-text"
    case nginx
    case nginxJSON = "nginx-json"
    case zeek, nfdump, syslog, ocsf, ecs, cloudtrail
    case fhirAudit = "fhir-audit"
    case ledger

    /// A reader of it.
    /// - Parameters:
    ///   - prefix: PostgreSQL's `log_line_prefix`, for its text log and for what syslog carries of it.
    ///   - zone: The zone of times that name none.
    public func reader(prefix: LogLinePrefix, zone: LogZone) -> any LogReader {
        switch self {
        case .postgresCSV: PostgresCSVReader(zone: zone)
        case .postgresJSON: PostgresJSONReader(zone: zone)
        case .postgresText: PostgresTextReader(prefix: prefix, zone: zone)
        case .nginx: CombinedReader()
        case .nginxJSON: WebJSONReader(zone: zone)
        case .zeek: ZeekReader()
        case .nfdump: NfdumpReader(zone: zone)
        case .syslog:
            SyslogReader(
                ["nginx": CombinedReader(), "postgres": PostgresTextReader(prefix: prefix, zone: zone)], zone: zone)
        case .ocsf: OCSFReader()
        case .ecs: ECSReader()
        case .cloudtrail: CloudTrailReader()
        case .fhirAudit: FHIRAuditReader()
        case .ledger: LedgerEventReader()
        }
    }
}
