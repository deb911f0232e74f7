import Vocabulary

@testable import Detection

/// A reader of lines and what it is fed.
struct FuzzTarget: Sendable, CustomStringConvertible {
    let name: String
    let corpus: [[UInt8]]
    let makeReader: @Sendable () -> any LogReader

    init(_ name: String, _ corpus: [String], _ makeReader: @escaping @Sendable () -> any LogReader) {
        (self.name, self.corpus, self.makeReader) = (name, corpus.map { Array($0.utf8) }, makeReader)
    }

    var description: String { name }

    private static let paris = LogZone("Europe/Paris") ?? .utc
    private static let clock = ManualClock(Timestamp(milliseconds: 1_767_600_000_000))
    private static func prefixed(_ text: String) -> any LogReader {
        LogLinePrefix(text).map { PostgresTextReader(prefix: $0, zone: paris) } ?? CombinedReader()
    }

    /// Every format.
    static let all: [FuzzTarget] = [
        FuzzTarget("postgres-csv", FuzzCorpus.postgresCSV) { PostgresCSVReader(zone: paris) },
        FuzzTarget("postgres-json", FuzzCorpus.postgresJSON) { PostgresJSONReader(zone: paris) },
        FuzzTarget("postgres-text", FuzzCorpus.postgresText) { prefixed("%m [%p] %q%u@%d %h ") },
        FuzzTarget("nginx-combined", FuzzCorpus.combined) { CombinedReader() },
        FuzzTarget("nginx-json", FuzzCorpus.webJSON) { WebJSONReader(zone: paris) },
        FuzzTarget("zeek", FuzzCorpus.zeek) { ZeekReader() },
        FuzzTarget("nfdump", FuzzCorpus.nfdump) { NfdumpReader(zone: paris) },
        FuzzTarget("syslog", FuzzCorpus.syslog) {
            SyslogReader(
                ["nginx": CombinedReader(), "postgres": prefixed("%m [%p] %q%u@%d ")], rest: nil, zone: paris,
                clock: clock)
        },
        FuzzTarget("ocsf", FuzzCorpus.ocsf) { OCSFReader() },
        FuzzTarget("ecs", FuzzCorpus.ecs) { ECSReader() },
        FuzzTarget("cloudtrail", FuzzCorpus.cloudTrail) { CloudTrailReader() },
        FuzzTarget("fhir", FuzzCorpus.fhir) { FHIRAuditReader() },
        FuzzTarget("ledger", FuzzCorpus.ledger) { LedgerEventReader() },
    ]
}
