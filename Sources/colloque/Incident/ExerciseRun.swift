import Drill
import Foundation
import Detection
import JSONTree
import Ledger
import Response
import Vocabulary

/// One exercise: the breach, the scope, the certificates, the packs, the new epochs; each step timed.
struct ExerciseRun {
    let copy: DrillCopy
    let demo: JSONValue
    let out: String
    let language: DocumentLanguage
    let templates: String?
    private let start = ContinuousClock.now

    init(copy: DrillCopy, demo: JSONValue, out: String, language: DocumentLanguage, templates: String?) {
        (self.copy, self.demo, self.out) = (copy, demo, out)
        (self.language, self.templates) = (language, templates)
    }

    /// Plays it.
    func run(_ rules: RuleSet) async throws -> ExerciseReport {
        var report = ExerciseReport()
        let breach = try await StagedBreach.play(on: copy, demo: demo, rules: rules) { [start] in
            Output.error("exercise: \($0) (\((ContinuousClock.now - start).components.seconds) s)")
        }
        await copy.stop()
        report.take(breach)
        let found = ContinuousClock.now
        let verifier = try NoteVerifier(vkey: copy.directory.verificationKey())
        let result = try Scope.read(
            directory: copy.directory.ledger, verifier: verifier, query: ExerciseRun.query(breach),
            access: copy.directory.access)
        report.take(result, breach, seconds: found.secondsSince)
        say("the scope of \(result.practices.count) practices")
        let maker = try CaseMaker(ExerciseCase(demo, breach, language).file)
        let run = PackRun(out: out, ledger: copy.directory.ledger, verifier: verifier) { say($0) }
        let now = breach.contained.adding(seconds: 600)
        let made = try await run.run(result, maker, templates: templates, now: now)
        try StandardFiles(maker, result, now: now).write(into: out + "/standards")
        report.take(made, seconds: found.secondsSince)
        let closing = ContinuousClock.now
        let advance = EpochAdvance(result)
        let tiers = try await Administration.run(copy.directory) { try await advance.run($0) }
        report.takeEpochs(tiers, seconds: closing.secondsSince)
        say("\(tiers) tiers have a new epoch")
        return report
    }

    /// The question that an analyst asks: the memberships whose sessions were stolen, from when it began.
    private static func query(_ breach: StagedBreach) -> ScopeQuery {
        var query = ScopeQuery()
        query.members = Set(breach.losses.map(\.member))
        (query.from, query.contained) = (breach.began, breach.contained)
        return query
    }

    private func say(_ text: String) {
        Output.error("exercise: \(text) (\((ContinuousClock.now - start).components.seconds) s)")
    }
}

extension ContinuousClock.Instant {
    /// Seconds from it until now.
    fileprivate var secondsSince: Double {
        let passed = ContinuousClock.now - self
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    }
}
