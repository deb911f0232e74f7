import BrokerAPI
import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// Who may be the patient that is described (R4, Patient, `$match`): found by the index as in ``search(_:)``, ten at most over
    /// all that is asked, each opened and counted, then compared by what identity tells. What is certainly another is left out.
    ///
    /// - Parameter onlyCertain: shows the one certain match when there is exactly one, nobody else may be the patient too (but who
    ///   was replaced by another), and nothing was left out or kept back; otherwise none.
    /// - Throws: `keepTyping` when all that is asked finds more than ten, `invalid` when there is nothing to ask, and as
    ///   ``search(_:)``.
    public func match(_ match: PatientMatch, onlyCertain: Bool = false) async throws(RecordError) -> MatchResult {
        try await logged(AccessEvent(operation: .search)) { () throws(RecordError) in
            try requirePracticeWide(.search, "Patient")
            guard info.readable.contains(.identity) else { throw .forbidden }
            guard !match.questions.isEmpty else { throw .invalid([RecordIssue("nothing-to-match", "Patient")]) }
            let asked = try await asked(match.questions)
            guard !asked.finds.isEmpty || !asked.isBroad else { throw .keepTyping }
            let candidates = try await candidates(asked.finds)
            // Who is left out is opened and counted like the others: that somebody is, is an answer about them.
            let left = try await self.candidates(asked.left)
            let opened = try await opened(candidates)
            let scored = RecordSession.scored(opened.records, candidates, match)
            let isWhole = !asked.isBroad && !opened.omits && candidates.refused.isEmpty && left.refused.isEmpty
            let found = onlyCertain && !isWhole ? [] : scored
            let result = MatchResult(
                found: onlyCertain ? RecordSession.onlyCertain(found) : found, isBroad: asked.isBroad,
                omits: opened.omits, refused: candidates.refused + left.refused)
            return (result: result, opened: opened.records)
        } shown: { event, found in
            for opened in found.opened { event.add(opened) }
        }.result
    }

    /// What the index found for one question.
    private typealias Find = (evidence: MatchEvidence, terms: [SearchTerm], found: FoundRows)

    /// Asks the index question after question, as long as what is found remains ten patients; `left` is what would be more. No
    /// key is asked for.
    private func asked(
        _ questions: [MatchQuestion]
    ) async throws(RecordError) -> (finds: [Find], left: [Find], isBroad: Bool) {
        var (finds, left) = ([Find](), [Find]())
        var patients: Set<PatientID> = []
        var isBroad = false
        for question in questions {
            guard let find = try await narrowest(question) else {
                isBroad = true
                continue
            }
            let all = patients.union(find.found.matches.compactMap(\.key.patient))
            guard all.count <= RecordLimits.maximumMatches else {
                isBroad = true
                left.append(find)
                continue
            }
            patients = all
            if !find.found.matches.isEmpty { finds.append(find) }
        }
        return (finds, left, isBroad)
    }

    /// The first choice that finds ten at most; nil when none does.
    private func narrowest(_ question: MatchQuestion) async throws(RecordError) -> Find? {
        for terms in question.choices {
            do throws(RecordError) {
                return (question.evidence, terms, try await find(terms, RecordLimits.maximumMatches))
            } catch {
                guard case .keepTyping = error else { throw error }
            }
        }
        return nil
    }

    /// The patients whose rows the broker knows for its own, by what each was found, and their keys.
    private struct Candidates {
        var evidence: [PatientID: Set<MatchEvidence>] = [:]
        var keys = HeldKeys()
        var refused: [Refusal] = []
    }

    private func candidates(_ finds: [Find]) async throws(RecordError) -> Candidates {
        var candidates = Candidates()
        var refusals = HeldKeys()
        for find in finds {
            for answer in try await released(find.terms, find.found, .search) {
                guard let patient = answer.patient, case .released = answer.outcome else {
                    try refusals.take(answer, practice: practice)
                    continue
                }
                try candidates.keys.take(answer, practice: practice)
                candidates.evidence[patient, default: []].insert(find.evidence)
            }
        }
        refusals.forgive(candidates.evidence.keys)
        candidates.refused = Matches.counted(refusals)
        return candidates
    }

    private func opened(_ candidates: Candidates) async throws(RecordError) -> (records: [OpenedRecord], omits: Bool) {
        let keys = candidates.evidence.keys.sorted { $0.description < $1.description }
        let versions = try await current(keys.map(ResourceKey.init(patient:)))
        let opener = Opener(practice: practice, keys: candidates.keys)
        var records: [OpenedRecord] = []
        var omits = false
        for version in versions.compactMap(\.self) where !version.manifest.deleted {
            if let opened = try opener.open(version) { records.append(opened) } else { omits = true }
        }
        return (records, omits)
    }

    private static func scored(
        _ opened: [OpenedRecord], _ candidates: Candidates, _ match: PatientMatch
    ) -> [MatchResult.Found] {
        opened.compactMap { opened -> MatchResult.Found? in
            guard let resource = opened.record.resource, let patient = opened.key.patient else { return nil }
            let score = match.score(of: resource, found: candidates.evidence[patient] ?? [])
            return score.grade == .certainlyNot ? nil : MatchResult.Found(record: opened.record, score: score)
        }.sorted {
            ($1.score.grade, $1.score.points, $0.record.id) < ($0.score.grade, $0.score.points, $1.record.id)
        }
    }

    private static func onlyCertain(_ found: [MatchResult.Found]) -> [MatchResult.Found] {
        let current = found.filter { !($0.record.resource.map(PatientMatch.isReplaced) ?? false) }
        let likely = current.filter { $0.score.grade >= .probable }
        return likely.count == 1 && likely.first?.score.grade == .certain ? likely : []
    }
}
