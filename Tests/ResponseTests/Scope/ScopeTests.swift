import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Response

@Suite struct ScopeTests {
    /// What a result says, as sets of the plain reading's form.
    private static func keys(_ result: ScopeResult) -> Set<PlainScope.Key> {
        var keys: Set<PlainScope.Key> = []
        for practice in result.practices {
            for (subject, tiers) in result.subjects(of: practice.practice) {
                for tier in tiers.tiers {
                    keys.insert(.init(practice: practice.practice, subject: subject, tier: tier))
                }
            }
        }
        return keys
    }

    private static func compare(_ result: ScopeResult, _ plain: PlainScope, _ comment: Comment) {
        #expect(keys(result) == plain.keys, comment)
        for practice in result.practices {
            for tier in practice.tiers {
                func count(_ keys: Set<PlainScope.Key>) -> Int64 {
                    Int64(keys.count { $0.practice == practice.practice && $0.tier == tier.tier })
                }
                #expect(tier.people.lower == count(plain.keys), comment)
                #expect(tier.dormant == count(plain.dormant), comment)
                #expect(tier.afterContainment == count(plain.after), comment)
            }
        }
    }

    @Test func everyQuestionIsAnsweredAsByThePlainestReading() async throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            var numbers = SeededNumbers(seed: seed)
            let ledger = try SmallLedger(entries: Int.random(in: 200...900, using: &numbers), seed: seed)
            defer { ledger.remove() }
            // Some of it still in the journal, as in the copy of a running ledger.
            try await ledger.write(unpublished: Int.random(in: 0...150, using: &numbers))
            for turn in 0..<25 {
                let query = ScopeQuery.random(ledger, &numbers)
                let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: query)
                #expect(result.isWhole, "seed \(seed)")
                Self.compare(result, PlainScope(ledger.entries, query), "seed \(seed), question \(turn)")
            }
        }
    }

    @Test func aQueryReadsBackAsItWasWritten() throws {
        let ledger = try SmallLedger(entries: 100, seed: 1)
        var numbers = SeededNumbers(seed: 9)
        for _ in 0..<50 {
            let query = ScopeQuery.random(ledger, &numbers)
            #expect(try ScopeQuery(query.json) == query)
        }
        for wrong in [#"{"members":["x"]}"#, #"{"from":"now"}"#, #"{"names":[]}"#, "[]", #"{"from":1e30}"#] {
            let json = try JSONText.value(wrong)
            #expect(throws: ScopeError.self) { try ScopeQuery(json) }
        }
    }

    @Test func behindADamageOnlyTheVerifiedBeginningCounts() async throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            var numbers = SeededNumbers(seed: seed)
            let ledger = try SmallLedger(entries: 900, seed: seed)
            defer { ledger.remove() }
            try await ledger.write()
            let bundle = Int.random(in: 0..<3, using: &numbers)
            let file = ledger.directory + "/tile/entries/00\(bundle)"
            var bytes = try Data(contentsOf: URL(filePath: file))
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
            try bytes.write(to: URL(filePath: file))
            let query = ScopeQuery.random(ledger, &numbers)
            let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: query)
            #expect(!result.isWhole && !result.problems.isEmpty, "seed \(seed)")
            #expect(result.size >= UInt64(bundle * 256) && result.size < UInt64((bundle + 1) * 256), "seed \(seed)")
            Self.compare(result, PlainScope(ledger.entries.prefix(Int(result.size)), query), "seed \(seed)")
            for practice in result.practices {
                #expect(
                    practice.people.upper == nil && practice.people.reasons.contains(.unverifiedRest), "seed \(seed)")
            }
        }
    }

    @Test func withoutASignatureNothingIsSaid() async throws {
        let ledger = try SmallLedger(entries: 100, seed: 3)
        let other = try SmallLedger(entries: 100, seed: 3)
        defer { ledger.remove() }
        try await ledger.write()
        #expect(throws: LedgerError.self) {
            try Scope.read(directory: ledger.directory, verifier: other.verifier, query: ScopeQuery())
        }
    }

    @Test func peopleOfSeveralPracticesAreBetweenTheLargestAndTheSum() async throws {
        let ledger = try SmallLedger(entries: 600, seed: 4)
        defer { ledger.remove() }
        try await ledger.write()
        let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: ScopeQuery())
        let counts = result.practices.compactMap(\.people.upper)
        #expect(counts.count > 1)
        #expect(result.people.lower == counts.max() && result.people.upper == counts.reduce(0, +))
        #expect(result.people.reasons == [.notInLedger])
        #expect(result.practices.allSatisfy { $0.minors.upper == nil && $0.tiers.allSatisfy { $0.read.upper == nil } })
    }
}
