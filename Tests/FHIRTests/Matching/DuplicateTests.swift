import JSONTree
import Synthetic
import Testing
import Vocabulary

@testable import FHIR

/// How many of the duplicates of a synthetic practice are found, each record described as it was typed, and who else.
@Suite("Finding duplicates") struct DuplicateTests {
    /// A practice's patients and an index of them as the broker keeps it, in the clear.
    private struct Practice {
        var patients: [JSONValue] = []
        var persons: [Int] = []
        var index: [SearchTerm: [Int]] = [:]

        init(seed: UInt64, count: Int) throws {
            let day = CivilDate(year: 2026, month: 11, day: 26)
            let france = SyntheticFrance(seed: seed, today: day, density: 5)
            let practice = france.practice(0, kind: .group, patients: count)
            for row in 0..<count {
                let records = france.records(of: row, in: practice)
                let line = records.bytes.prefix { $0 != UInt8(ascii: "\n") }
                let patient = try JSONValue(parsing: Array(line))
                for term in SearchTerms.of(patient).map(\.term) {
                    index[Practice.folded(term), default: []].append(row)
                }
                patients.append(patient)
                persons.append(records.patient.personIndex)
            }
        }

        /// Compares as the broker does: folded.
        static func folded(_ term: SearchTerm) -> SearchTerm {
            SearchTerm(term.field, term.folded.map { String(decoding: $0, as: UTF8.self) } ?? "")
        }

        private func rows(of terms: [SearchTerm]) -> Set<Int> {
            let found = terms.map { Set(index[Practice.folded($0)] ?? []) }
            return found.dropFirst().reduce(found.first ?? []) { $0.intersection($1) }
        }

        /// Who is found for a description: as `RecordSession.match` asks, ten at most.
        func found(_ match: PatientMatch, without row: Int) -> (scores: [Int: MatchScore], opened: Int) {
            var evidence: [Int: Set<MatchEvidence>] = [:]
            for question in match.questions {
                let finds = question.choices.map { rows(of: $0).subtracting([row]) }
                guard let rows = finds.first(where: { $0.count <= 10 }) else { continue }
                guard rows.union(evidence.keys).count <= 10 else { continue }
                for row in rows { evidence[row, default: []].insert(question.evidence) }
            }
            var scores: [Int: MatchScore] = [:]
            for (row, found) in evidence { scores[row] = match.score(of: patients[row], found: found) }
            return (scores, evidence.count)
        }
    }

    /// Pairs by grade, and how many of them are of one person.
    private struct Tally {
        var pairs: [MatchGrade: Int] = [:]
        var right: [MatchGrade: Int] = [:]
        var wanted = 0
        var opened = 0
        var asked = 0

        func count(_ table: [MatchGrade: Int], from grade: MatchGrade) -> Int {
            table.reduce(0) { $1.key >= grade ? $0 + $1.value : $0 }
        }

        func recall(_ grade: MatchGrade) -> Double { Double(count(right, from: grade)) / Double(max(wanted, 1)) }

        func precision(_ grade: MatchGrade) -> Double {
            Double(count(right, from: grade)) / Double(max(count(pairs, from: grade), 1))
        }
    }

    private static func percent(_ share: Double) -> Double { (share * 1_000).rounded() / 10 }

    /// Seeds that the points were not chosen by.
    @Test(arguments: [20_261_126, 7] as [UInt64])
    func recallAndPrecision(seed: UInt64) throws {
        let practice = try Practice(seed: seed, count: 2_000)
        var tally = Tally()
        let people = Dictionary(grouping: practice.persons.indices) { practice.persons[$0] }
        for row in practice.persons.indices {
            let (scores, opened) = practice.found(PatientMatch(practice.patients[row]), without: row)
            tally.asked += 1
            tally.opened += opened
            tally.wanted += (people[practice.persons[row]]?.count ?? 1) - 1
            for (other, score) in scores {
                tally.pairs[score.grade, default: 0] += 1
                if practice.persons[other] == practice.persons[row] { tally.right[score.grade, default: 0] += 1 }
            }
        }
        for grade in [MatchGrade.certain, .probable, .possible] {
            print(
                "$match, seed \(seed), \(tally.wanted) of a person's other records, \(grade.rawValue) or better:",
                "recall \(Self.percent(tally.recall(grade))) %, precision \(Self.percent(tally.precision(grade))) %")
        }
        print(
            "$match, seed \(seed): \(Double(tally.opened * 10 / max(tally.asked, 1)) / 10) patients opened a question")
        #expect(tally.wanted > 600)
        #expect(tally.recall(.probable) >= 0.9)
        #expect(tally.precision(.probable) >= 0.98)
        #expect(tally.recall(.possible) >= 0.93)
        #expect(tally.recall(.certain) >= 0.5)
        #expect(tally.precision(.certain) == 1)
    }
}
