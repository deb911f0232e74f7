import Detection
import Foundation
import Vocabulary

/// Lets a watch go on until it is stopped or, over files, has read all.
struct WatchLoop {
    private static let (events, pause, commit) = (4_096, 200, Int64(10_000))
    private let once: Bool
    private let output: FindingOutput
    private let senders: FindingSenders
    private var spool: LedgerSpool?
    private let freezes: RuleFreezes?
    private var incidents: IncidentLog?
    private let listeners: SyslogListeners?
    private let clock = SystemClock()
    private var view = WatchView()
    private var committed: (at: Timestamp, took: Int64)
    private var problems: Set<String> = []

    init(
        once: Bool, output: FindingOutput, senders: FindingSenders, spool: LedgerSpool?, freezes: RuleFreezes?,
        incidents: IncidentLog? = nil, listeners: SyslogListeners?
    ) {
        self.incidents = incidents
        (self.once, self.output, self.senders, self.spool, self.freezes) = (once, output, senders, spool, freezes)
        self.listeners = listeners
        committed = (clock.now(), 0)
    }

    /// Goes; whether something was found. `show` is given the figures after each round.
    mutating func go(
        _ watch: consuming WatchRun, _ stop: StopFlag, _ show: (WatchFigures, Timestamp) -> Void
    ) async throws -> Bool {
        var (run, step) = (watch, WatchRun.Step.busy)
        for finding in run.unsure { try await tell(finding) }
        while step != .end, !stop.isStopped {
            var found: [Finding] = []
            let end = listeners?.spool.end
            step = try run.step(events: Self.events) { found.append($0) }
            listeners?.took(run.figures, all: step == .idle ? end : nil)
            let now = clock.now()
            if step == .idle, !once { try run.advance(to: now) { found.append($0) } }
            try await tell(found)
            if let watermark = run.figures.watermark { try incidents?.advance(to: watermark) }
            warn(run.figures.problems)
            view.show(run.figures, now: now)
            show(run.figures, now)
            try commit(&run, now, isLast: false)
            if step == .idle { try await rest() }
        }
        view.close()
        try commit(&run, clock.now(), isLast: true)
        if step == .end { try await finish(&run) }
        try incidents?.finish()
        Output.error(WatchLoop.summary(run.figures, listeners?.spool.counts))
        return !run.figures.told.isEmpty
    }

    private mutating func finish(_ run: inout WatchRun) async throws {
        var found: [Finding] = []
        try run.finish { found.append($0) }
        try await tell(found)
    }

    private mutating func tell(_ found: [Finding]) async throws {
        if !found.isEmpty { view.close() }
        for finding in found { try await tell(finding) }
        for finding in found { try incidents?.add(finding) }
    }

    private func tell(_ finding: Finding) async throws {
        try output.write(finding)
        try await senders.add(finding)
        guard let outcome = try await freezes?.consider(finding) else { return }
        Output.error("finding \(finding.id): \(outcome)")
    }

    private mutating func rest() async throws {
        _ = try spool?.refill()
        try? await Task.sleep(for: .milliseconds(Self.pause))
    }

    /// Each ten seconds, and no more than a twentieth of the time.
    private mutating func commit(_ run: inout WatchRun, _ now: Timestamp, isLast: Bool) throws {
        guard isLast || now.milliseconds - committed.at.milliseconds >= max(Self.commit, committed.took * 20) else {
            return
        }
        // What the state says was read has to be there after a crash of the machine.
        try listeners?.spool.sync()
        try run.commit()
        try incidents?.commit(isLast: isLast)
        committed = (now, clock.now().milliseconds - now.milliseconds)
    }

    private mutating func warn(_ now: [String]) {
        for problem in now where problems.insert(problem).inserted { Output.error(problem) }
    }

    private static func summary(_ figures: WatchFigures, _ listened: SyslogCounts?) -> String {
        let told = RuleLevel.allCases.reversed().compactMap { level in
            figures.told[level].map { "\($0) \(level.rawValue)" }
        }
        let lines = figures.sources.map { name, counts in
            "\(name): \(counts.events) events of \(counts.lines) lines"
                + (counts.allRefused > 0 ? ", \(counts.allRefused) refused" : "")
                + (counts.behind > 0 ? ", \(counts.behind) behind" : "")
                + (counts.ahead > 0 ? ", \(counts.ahead) ahead of the clock" : "")
        }
        let taken = listened.map { counts in
            "over the network: \(counts.messages) messages"
                + counts.lost.filter { $0.count > 0 }.map { ", \($0.count) \($0.reason)" }.joined()
        }
        return
            (lines + [taken].compactMap(\.self) + ["told: " + (told.isEmpty ? "nothing" : told.joined(separator: ", "))])
            .joined(separator: "; ")
    }
}
