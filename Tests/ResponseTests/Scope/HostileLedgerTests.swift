import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Response

/// Ledgers that a broker signed and that are not as they should be.
@Suite struct HostileLedgerTests {
    /// A ledger of one practice with these events, each with its time, written and read.
    private static func result(_ events: [(Int64, LedgerEvent)], _ query: ScopeQuery = ScopeQuery()) async throws
        -> ScopeResult
    {
        let ledger = try SmallLedger(practices: 1, entries: 3, seed: 1)
        defer { ledger.remove() }
        let practice = try #require(ledger.practices.first)
        var (bytes, n, head) = ([[UInt8]](), Int64(0), Hash.zero)
        for (time, event) in events {
            n += 1
            let link = PracticeLink(practice: practice, n: n, previous: head.bytes)
            let entry = LedgerEntry(time: Timestamp(milliseconds: time), link: link, event: event).bytes
            head = TreeHash.leaf(entry)
            bytes.append(entry)
        }
        try await ledger.write(bytes: bytes)
        return try Scope.read(
            directory: ledger.directory, verifier: ledger.verifier, query: query, access: ledger.directory + "/access")
    }

    private static func export(_ count: Int64) -> LedgerEvent {
        .export(ExportEntry(recipient: [UInt8](repeating: 1, count: 32), after: nil, last: nil, count: count))
    }

    private static func release(_ subject: SubjectID) -> LedgerEvent {
        .release(
            Release(
                subject: subject, tier: .medical, epoch: 1, holder: .member(.random()), session: .random(),
                sessionClass: .passkey, gateway: .random(), purpose: .read, opening: true, dormant: false,
                expected: false))
    }

    @Test func anExportOfMoreThanThereAreIsAContradiction() async throws {
        let patient = LedgerEvent.patient(PatientEntry(subject: .random()))
        let result = try await Self.result([(1, patient), (2, Self.export(20_000))])
        let practice = try #require(result.practices.first)
        #expect(practice.people.lower == 1 && practice.people.upper == nil)
        #expect(practice.people.reasons == [.contradiction])
        #expect(practice.ownResources == 1)
        #expect(practice[.medical].read == .unknown(.openedOffline))
    }

    @Test func countsBelowZeroAreNoEntriesAndTrapNothing() async throws {
        let patient = LedgerEvent.patient(PatientEntry(subject: .random()))
        let events = [(Int64(1), patient)] + (0..<1_100).map { (Int64(2 + $0), Self.export(-(1 << 53))) }
        let result = try await Self.result(events)
        #expect(!result.isWhole && result.size == 1 && result.people.upper == nil)
    }

    @Test func whenTimeFallsNoNumberIsExact() async throws {
        let subject = SubjectID.random()
        let events = [(Int64(50), Self.release(subject)), (40, Self.release(.random()))]
        let result = try await Self.result(events)
        let people = try #require(result.practices.first).people
        #expect(!result.isWhole && people.lower == 2 && people.upper == nil && people.reasons == [.contradiction])
    }

    @Test func nothingThatVerifiesIsNotZero() async throws {
        let ledger = try SmallLedger(entries: 900, seed: 61)
        defer { ledger.remove() }
        try await ledger.write()
        let file = URL(filePath: ledger.directory + "/tile/entries/000")
        var bytes = try Data(contentsOf: file)
        bytes[40] ^= 1
        try bytes.write(to: file)
        let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: ScopeQuery())
        #expect(result.people.upper == nil && result.people.reasons.contains(.unverifiedRest))
        #expect(result.people(in: .medical).upper == nil)
        #expect(result.problems.contains { $0.code == .rootMismatch })
    }

    @Test func besideADamagedJournalThePublishedPartCounts() async throws {
        let ledger = try SmallLedger(entries: 700, seed: 62)
        defer { ledger.remove() }
        try await ledger.write(unpublished: 100)
        let folder = ledger.directory + "/journal"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "spare" }.min())
        let file = URL(filePath: folder + "/" + name)
        var bytes = try Data(contentsOf: file)
        bytes[700] ^= 1
        try bytes.write(to: file)
        let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: ScopeQuery())
        #expect(!result.isWhole && result.size == 600)
        #expect(result.practices.allSatisfy { $0.people.upper == nil })
        let plain = PlainScope(ledger.entries.prefix(600), ScopeQuery())
        #expect(
            result.practices.allSatisfy { scope in
                scope[.medical].people.lower
                    == Int64(plain.keys.count { $0.practice == scope.practice && $0.tier == .medical })
            })
    }

    @Test func theLastEntryOfAPartialBundleIsFoundWhenItIsChanged() async throws {
        let ledger = try SmallLedger(entries: 300, seed: 63)
        defer { ledger.remove() }
        try await ledger.write()
        let file = URL(filePath: ledger.directory + "/tile/entries/001.p/44")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 5] ^= 1
        try bytes.write(to: file)
        let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: ScopeQuery())
        #expect(result.size == 299)
    }
}
