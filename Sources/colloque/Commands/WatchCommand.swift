import ArgumentParser
import Detection
import Foundation
import Vocabulary

/// `colloque watch`: reads logs as they come, or to their ends, and tells what rules and baselines find (docs/watch.md).
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Finds mass access in logs, live or over files.",
        discussion: "Findings are printed an object a line. Exit status with --once: 1 when something was found.")

    @Option(help: "A log as FORMAT:PATH; may be given several times.")
    var source: [String] = []
    @OptionGroup var sources: LogSourceOptions
    @OptionGroup var listening: ListenOptions
    @Option(help: "Files or folders of rules.")
    var rules: [String] = ["rules"]
    @Option(help: "A pipeline to apply; by default the folder's pipelines/values.yml.")
    var pipeline: [String] = []
    @Option(help: "Where state and findings are kept, so that a restart loses nothing and tells nothing twice.")
    var state: String?
    @Flag(help: "Read files to their ends and stop.")
    var once = false
    @Option(help: "How late an event may come, in seconds.")
    var lateness = 60
    @Option(help: "How findings are printed: ndjson, ocsf, ecs or cef.")
    var format = FindingFormat.ndjson
    @Option(help: "A file for the printed findings; by default standard output.")
    var findings: String?
    @Option(help: "A file for candidate incidents, findings of several sources joined: an object a line.")
    var incidents: String?
    @Flag(help: "Do not hold accounts against their own past.")
    var withoutBaselines = false
    @Option(help: "Also read the ledger of this installation's data directory.")
    var ledger: String?
    @Option(help: "A rule that may freeze a membership of the installation given by --ledger; its name, several times.")
    var freezeBy: [String] = []
    @OptionGroup var sending: SendOptions
    @Option(help: "Serve Prometheus metrics on this port of 127.0.0.1; 0 lets the system pick one.")
    var metrics: Int?

    func run() async throws {
        let spool = try ledgerSpool()
        let listeners = try listening.listeners(state: state, once: once)
        let run = try start(spool, listeners)
        let output = try FindingOutput(format, path: findings)
        let senders = try FindingSenders(folder: state, options: sending)
        let page = try metrics.map { try MetricsPage(port: $0) }
        // After the watch, which has cut off what a crash left of a finding.
        let log = try incidents.map { try IncidentLog(path: $0, folder: state) }
        var loop = WatchLoop(
            once: once, output: output, senders: senders, spool: spool, freezes: try ruleFreezes(), incidents: log,
            listeners: listeners)
        try await listeners?.start()
        let found = try await withThrowingTaskGroup(of: Void.self) { group in
            if let page { group.addTask { try await page.serve() } }
            if !senders.isEmpty { group.addTask { try await senders.deliver() } }
            defer { group.cancelAll() }
            return try await loop.go(run, StopFlag()) {
                page?.show(WatchMetrics.text($0, listeners?.spool, now: $1))
            }
        }
        await listeners?.close()
        if once, found { throw ExitCode(1) }
    }

    /// Tells accounts apart that are e-mail addresses, without showing them: kept with the state, or of this run alone.
    private func redactionKey() throws -> [UInt8] {
        let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        guard let state else { return fresh }
        let path = state + "/redaction.key"
        if let kept = FileManager.default.contents(atPath: path) {
            guard kept.count == 32 else { throw Failure.broken("\(path) is not a key; remove it to begin anew") }
            return Array(kept)
        }
        try FileManager.default.createDirectory(
            atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(fresh), attributes: [.posixPermissions: 0o600])
        else { throw Failure.broken("cannot write \(path)") }
        return fresh
    }

    private func ledgerSpool() throws -> LedgerSpool? {
        guard let ledger else { return nil }
        guard let state else { throw Failure.usage("--ledger needs --state") }
        var spool = try LedgerSpool(DataDirectory(ledger), folder: state + "/ledger")
        while try spool.refill() {}
        return spool
    }

    private func ruleFreezes() throws -> RuleFreezes? {
        guard !freezeBy.isEmpty else { return nil }
        guard let ledger, let state else { throw Failure.usage("--freeze-by needs --ledger and --state") }
        return try RuleFreezes(DataDirectory(ledger), rules: freezeBy, folder: state)
    }

    private func start(_ spool: LedgerSpool?, _ listeners: SyslogListeners?) throws -> WatchRun {
        let folder = RuleFolder(rules, pipelines: pipeline)
        for error in folder.errors { Output.error(error.description) }
        guard folder.errors.isEmpty else { throw Failure.refused("rules are not in order") }
        guard (0...86_400).contains(lateness) else { throw Failure.usage("lateness is 0 to 86,400 seconds") }
        var options = WatchOptions()
        options.engine.lateness = Int64(lateness) * 1_000
        options.redaction = Redaction(key: try redactionKey())
        options.manyPractices = folder.manyPractices
        options.hasBaselines = !withoutBaselines
        do {
            let more = [spool.map { "ledger:" + $0.pattern }, listeners?.source]
            let all = source + more.compactMap(\.self)
            return try WatchRun(
                rules: folder.rules, sources: try sources.specs(all), folder: state, follows: !once,
                mapping: try sources.fieldMapping(), options: options, reader: try sources.reader())
        } catch let error as RuleError { throw Failure.refused(error.description) } catch let error as SourceError {
            throw Failure.broken(error.description)
        }
    }
}
