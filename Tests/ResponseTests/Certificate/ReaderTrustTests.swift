import Ledger
import Testing
import Vocabulary

@testable import Response

/// What somebody may change in a certificate without any key, so that another question is answered than the reader thinks.
@Suite struct ReaderTrustTests {
    private static func ledger() async throws -> SmallLedger {
        let ledger = try SmallLedger(practices: 2, entries: 400, indexEvery: 50, seed: 51)
        try await ledger.write()
        return ledger
    }

    @Test func whatBeginsInsideTheIntervalIsRefused() async throws {
        let ledger = try await Self.ledger()
        defer { ledger.remove() }
        var query = ScopeQuery()
        query.gateways = Set(ledger.gateways)
        query.from = ledger.entries[300].time
        let certificate = try #require(try Certified(ledger, query).certificates.first { $0.start != nil })
        var earlier = certificate.query
        earlier.from = ledger.entries[100].time
        #expect(throws: ScopeError("range", "begins inside the interval")) {
            try certificate.changed(query: earlier).verify(ledger.verifier)
        }
        var open = certificate.query
        open.from = nil
        #expect(throws: ScopeError("range", "begins inside the interval")) {
            try certificate.changed(query: open).verify(ledger.verifier)
        }
    }

    @Test func aQuestionThatCountsExportsBeginsWithTheLedger() async throws {
        let ledger = try await Self.ledger()
        defer { ledger.remove() }
        var query = ScopeQuery()
        query.gateways = Set(ledger.gateways)
        query.from = ledger.entries[300].time
        let certificate = try #require(try Certified(ledger, query).certificates.first { $0.start != nil })
        var forAll = certificate.query
        forAll.gateways = []
        #expect(throws: ScopeError("range", "has to begin with the ledger for this question")) {
            try certificate.changed(query: forAll).verify(ledger.verifier)
        }
    }

    @Test func anotherQuestionThanTheExpectedIsRefused() async throws {
        let ledger = try await Self.ledger()
        defer { ledger.remove() }
        var query = ScopeQuery()
        query.sessions = Set(ledger.sessions.values)
        let certificate = try #require(try Certified(ledger, query).certificates.first)
        #expect(try certificate.verify(ledger.verifier, expected: query).query == certificate.query)
        for change in [\ScopeQuery.from, \ScopeQuery.through, \ScopeQuery.contained] {
            var other = query
            other[keyPath: change] = ledger.entries[200].time
            #expect(throws: ScopeError("query", "is another than was asked")) {
                try certificate.verify(ledger.verifier, expected: other)
            }
        }
        var elsewhere = certificate.query
        elsewhere.practices = Set(ledger.practices)
        #expect(throws: ScopeError("query", "is not about this practice alone")) {
            try certificate.changed(query: elsewhere).verify(ledger.verifier)
        }
        var backwards = certificate.query
        (backwards.from, backwards.through) = (ledger.entries[300].time, ledger.entries[100].time)
        #expect(throws: ScopeError("query", "ends before it begins")) {
            try certificate.changed(query: backwards).verify(ledger.verifier)
        }
    }

    @Test func aNarrowedQuestionCountsTheSameAndTellsOfNobodyElse() async throws {
        let ledger = try await Self.ledger()
        defer { ledger.remove() }
        // Of one practice alone: the other's certificate asks for an id that nobody has.
        let mine = try #require(ledger.practices.first), other = try #require(ledger.practices.last)
        var query = ScopeQuery()
        query.members = Set(ledger.members[mine] ?? [])
        let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: query)
        let maker = try CertificateMaker(result, directory: ledger.directory, verifier: ledger.verifier)
        let made = Collected<ScopeCertificate>()
        let failures = try maker.make([mine, other]) { certificate, _ in made.add(certificate) }
        #expect(failures.isEmpty)
        let theirs = try #require(made.all.first { $0.practice == other })
        #expect(theirs.query.members == [MemberID(high: 0, low: 0)])
        #expect(try theirs.verify(ledger.verifier, expected: query).scope.people == Bounds(0))
        let ours = try #require(made.all.first { $0.practice == mine })
        #expect(ours.query.members == query.members && result.practices.map(\.practice) == [mine])
    }

    @Test func whatTheFileSaysBesideIsCompared() async throws {
        let ledger = try await Self.ledger()
        defer { ledger.remove() }
        let certificate = try #require(try Certified(ledger, ScopeQuery()).certificates.first)
        let verdict = try certificate.verify(ledger.verifier)
        let bytes = try certificate.encoded(verdict)
        let text = String(decoding: bytes, as: UTF8.self)
        for (said, instead) in [
            ("\"covers_interval\":false", "\"covers_interval\":true"),
            ("\"complete_until\":1", "\"complete_until\":2"), ("\"erased\":", "\"erased\":1"),
        ] {
            let changed = text.replacing(said, with: instead)
            #expect(changed != text)
            let (read, file) = try ScopeCertificate.reading(Array(changed.utf8))
            #expect(throws: ScopeError.self) { try read.verify(ledger.verifier).check(file) }
        }
    }
}
