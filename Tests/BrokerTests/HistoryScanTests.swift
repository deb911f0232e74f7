import BrokerAPI
import BrokerQueues
import Dispatch
import Foundation
import Identity
import Ledger
import Synchronization
import Testing
import Vocabulary

@testable import Broker
@testable import LedgerHistory

@Suite("Reading histories is bounded and holds nobody up")
struct HistoryScanTests {
    /// Some thousand entries of two practices, with moments that many share.
    private func filled(_ house: TestInstallation) async throws -> (PracticeID, [PatientID]) {
        let (practice, other) = (try await house.practice(size: 9), try await house.practice(size: 9))
        let account = try await house.member(practice)
        let patients = try await house.patients(3, try await house.signIn(account))
        for round in 0..<4 {
            let token = try await house.signIn(account)
            let stranger = try await house.signIn(try await house.member(other))
            for patient in patients {
                _ = try await house.opened([patient], token, round.isMultiple(of: 2) ? .medical : .contact)
                try await house.deposit(of: patient, token)
                _ = try await house.patients(100, stranger)
                house.advance(seconds: 3_600)
            }
        }
        try await house.published()
        return (practice, patients)
    }

    @Test func pagesOfAnySizeSayWhatAFullReadingSays() async throws {
        let house = try TestInstallation()
        let (practice, patients) = try await filled(house)
        let broker = try house.broker
        var generator = SeededGenerator(state: 7)
        for patient in patients {
            let subject = try #require(try broker.vault.patient(patient, in: practice)).subject
            var all: [HistoryItem] = []
            try broker.forEachEntry { _, entry in
                if let item = HistoryItem(entry, of: subject, in: practice) { all.append(item) }
            }
            #expect(all.count > 8)
            let times = all.map(\.time.milliseconds)
            for _ in 0..<24 {
                let bounds = [times.randomElement(using: &generator), times.randomElement(using: &generator)]
                    .compactMap { $0 }.map { $0 + Int64.random(in: -1...1, using: &generator) }.sorted()
                let wanted = all.filter { (bounds[0]...bounds[1]).contains($0.time.milliseconds) }
                var scan = HistoryScan(
                    practice: practice, subject: subject, from: Timestamp(milliseconds: bounds[0]),
                    through: Timestamp(milliseconds: bounds[1]), cursor: 0,
                    limit: Int.random(in: 1...5, using: &generator))
                scan.maximumEntries = UInt64.random(in: 1...700, using: &generator)
                #expect(try pages(scan, broker).map(\.number) == wanted.map(\.number))
                #expect(try pages(scan, broker).filter { $0.kind == .deposit }.allSatisfy { $0.stored != nil })
            }
        }
    }

    /// Follows the pages to the end; each is within its limits.
    private func pages(_ scan: HistoryScan, _ broker: Broker) throws -> [HistoryItem] {
        var reader = try LedgerReader(
            directory: broker.configuration.ledger, verifier: try NoteVerifier(vkey: broker.verificationKey),
            journal: false)
        var items: [HistoryItem] = []
        var cursor: UInt64 = 0
        for _ in 0...Int(reader.size) {
            let here = HistoryScan(
                practice: scan.practice, subject: scan.subject, from: scan.from, through: scan.through, cursor: cursor,
                limit: scan.limit, maximumEntries: scan.maximumEntries)
            guard case .page(let some, let next) = try here.page(&reader) else { break }
            #expect(some.count <= scan.limit)
            items += some
            guard let next else { return items }
            #expect(next > cursor)
            cursor = next
        }
        Issue.record("pages do not end")
        return items
    }

    @Test func aCursorOpensNothingOfOthersOrOfOtherTimes() async throws {
        let house = try TestInstallation()
        let (practice, patients) = try await filled(house)
        let token = try await house.signIn(try await house.member(practice))
        let all = try await house.history(token, patients[0]).items
        let (from, through) = (all[3].time.milliseconds, all[5].time.milliseconds)
        let inside = Set(all.filter { (from...through).contains($0.time.milliseconds) }.map(\.number))
        for cursor in stride(from: UInt64(1), to: try house.broker.ledger.checkpoint.size + 10, by: 97) {
            let some = try await house.history(token, patients[0], from: from, through: through, cursor: cursor).items
            #expect(inside.isSuperset(of: some.map(\.number)))
        }
    }

    @Test func callersOfKeysDoNotWaitForReadersOfHistories() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 9)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(64, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        let broker = try house.broker
        let (gate, refused) = (DispatchSemaphore(value: 0), Tally())
        // One more than a holder may have: it is turned away, the others stand at the desk until the gate opens.
        let readers = Array(0...HistoryDesk.maximumOfHolder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in readers {
                group.addTask {
                    do {
                        try await broker.desk.place(account.holder, of: practice) {
                            try await broker.desk.run { gate.wait() }
                        }
                    } catch {
                        refused.count.withLock { $0 += 1 }
                    }
                }
            }
            while refused.count.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await withThrowingTaskGroup(of: Bool.self) { callers in
                for patient in patients {
                    callers.addTask {
                        let request = ReleaseRequest(
                            token: token, patients: [patient], tiers: .identity, purpose: .read)
                        return try await broker.release(request).answers.allSatisfy(\.isReleased)
                    }
                }
                for try await isReleased in callers { #expect(isReleased) }
            }
            for _ in readers.dropFirst() { gate.signal() }
            try await group.waitForAll()
        }
        #expect(refused.count.withLock { $0 } == 1)
        try await broker.desk.place(account.holder, of: practice) {}
    }

    @Test func aHolderReadsAThousandAnHour() throws {
        let live = Live(state: BrokerState(), replay: .init(capacity: 1, perSubject: 1, uses: []), isWitnessed: false)
        let (holder, other) = (Holder.member(.random()), Holder.member(.random()))
        let now = TestInstallation.start
        #expect((0..<1_000).allSatisfy { _ in live.waitForHistory(holder, at: now) == nil })
        #expect(live.waitForHistory(holder, at: now.adding(seconds: 3_599)) == 1_000)
        #expect(live.waitForHistory(other, at: now) == nil)
        #expect(live.waitForHistory(holder, at: now.adding(seconds: 3_600)) == nil)
    }
}

/// Counts from several tasks.
private final class Tally: Sendable {
    let count = Mutex(0)
}

/// Numbers that are the same in each run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
