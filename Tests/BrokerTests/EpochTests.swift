import BrokerAPI
import SealedParts
import Testing
import Vocabulary

@testable import Broker

@Suite("Epochs that advance")
struct EpochTests {
    /// Two practices with three patients each, and a session of each.
    private struct Houses {
        let house: TestInstallation
        let practices: [PracticeID]
        let tokens: [SessionToken]
        let patients: [[PatientID]]

        init() async throws {
            house = try TestInstallation()
            var made: [(PracticeID, SessionToken, [PatientID])] = []
            for _ in 0..<2 {
                let practice = try await house.practice()
                let token = try await house.signIn(try await house.member(practice))
                made.append((practice, token, try await house.patients(3, token)))
            }
            (practices, tokens, patients) = (made.map(\.0), made.map(\.1), made.map(\.2))
        }

        func subjects(_ place: Int) throws -> [SubjectID] {
            try patients[place].compactMap { try house.broker.vault.patient($0, in: practices[place])?.subject }
        }

        func advance(_ subjects: [SubjectID], _ tiers: Tiers, _ place: Int = 0) async throws -> AdminReply {
            await (try house.broker).admin(
                .advanceEpochs(practice: practices[place], subjects: subjects, tiers: tiers))
        }

        /// The keys of a patient's tier that a reader gets.
        func keys(_ place: Int, _ patient: Int, _ tier: Tier) async throws -> [EpochKey] {
            let request = ReleaseRequest(
                token: tokens[place], patients: [patients[place][patient]], tiers: Tiers(tier), purpose: .read)
            let answers = try await house.broker.release(request).answers
            guard case .released(let keys)? = answers.first?.outcome else { return [] }
            return keys
        }

        /// The key that a deposit of an identity part of the first practice's patient is sealed under.
        func depositKey(_ patient: Int) async throws -> EpochKey? {
            let part = NewPart(
                patient: patients[0][patient], type: "Patient", id: "\(patients[0][patient])", version: 2,
                tier: .identity)
            let grant = try await house.broker.deposit(
                DepositRequest(token: tokens[0], patients: [], parts: [part]))
            return grant.keys.first
        }
    }

    @Test func whatIsWrittenLaterIsSealedUnderAnotherKeyAndTheOldOnesStay() async throws {
        let houses = try await Houses()
        let subjects = try houses.subjects(0)
        let before = try await houses.keys(0, 0, .identity)
        #expect(before.map(\.epoch) == [1])
        let (tiers, other) = (
            Tiers(.identity).union(Tiers(.medical)), try await houses.keys(1, 0, .identity).map(\.bytes)
        )
        #expect(try await houses.advance(Array(subjects[..<2]), tiers).advanced == 4)
        let after = try await houses.keys(0, 0, .identity)
        #expect(after.map(\.epoch) == [1, 2] && after[0].bytes == before[0].bytes)
        #expect(after[1].bytes.suffix(32) != after[0].bytes.suffix(32))
        #expect(try await houses.keys(0, 0, .medical).map(\.epoch) == [1, 2])
        #expect(try await houses.keys(0, 0, .contact).map(\.epoch) == [1])
        #expect(try await houses.keys(0, 2, .identity).map(\.epoch) == [1])
        #expect(try await houses.keys(1, 0, .identity).map(\.bytes) == other)
        #expect(try await houses.depositKey(0)?.epoch == 2)
        #expect(try await houses.depositKey(2)?.epoch == 1)
        try houses.house.restart()
        #expect(try await houses.keys(0, 0, .identity).map(\.bytes) == after.map(\.bytes))
        #expect(try await houses.advance([subjects[0]], .all).advanced == 4)
        #expect(try await houses.keys(0, 0, .identity).map(\.epoch) == [1, 2, 3])
    }

    @Test func aReleaseOfTheNewEpochIsEnteredThoughTheOldOneWasJustNow() async throws {
        let houses = try await Houses()
        _ = try await houses.keys(0, 0, .identity)
        let size = try houses.house.size
        _ = try await houses.keys(0, 0, .identity)
        #expect(try houses.house.size == size)
        _ = try await houses.advance(try houses.subjects(0), Tiers(.identity))
        _ = try await houses.keys(0, 0, .identity)
        #expect(try houses.house.size == size + 4)
    }

    @Test func othersPatientsErasedAndUnknownOnesAreLeftOut() async throws {
        let houses = try await Houses()
        let subjects = try houses.subjects(0)
        #expect(
            await (try houses.house.broker).admin(
                .erase(practice: houses.practices[0], patient: houses.patients[0][0])
            ).isDone)
        let size = try houses.house.size
        let named = subjects + subjects + (try houses.subjects(1)) + [.random()]
        #expect(try await houses.advance(named, .all).advanced == 8)
        #expect(try houses.house.size == size + 8)
        #expect(try await houses.keys(1, 0, .identity).map(\.epoch) == [1])
        let then = try houses.house.size
        for (subjects, tiers) in [([], Tiers.all), ([subjects[0]], .all), ([subjects[1]], Tiers())] {
            #expect(try await houses.advance(subjects, tiers).advanced == 0)
        }
        #expect(try houses.house.size == then)
        try houses.house.restart()
        #expect(try await houses.keys(0, 1, .identity).map(\.epoch) == [1, 2])
    }

    @Test func notWhileAnExportIsOpen() async throws {
        let houses = try await Houses()
        let (subjects, broker) = (try houses.subjects(0), try houses.house.broker)
        let recipient = try RecipientSecret.random().publicKey.fingerprint.hexadecimal
        #expect(await broker.admin(.addRecipient(fingerprint: recipient)).isDone)
        #expect(await broker.admin(.export(practice: houses.practices[0], fingerprint: recipient)).isDone)
        #expect(try await houses.advance(subjects, .all).refusal?.contains("export") == true)
        #expect(try await houses.advance(try houses.subjects(1), .all, 1).advanced == 12)
        houses.house.advance(seconds: ExportState.hours * 3_600)
        #expect(try await houses.advance(subjects, .all).advanced == 12)
    }

    @Test func allAdvanceOrNone() async throws {
        let houses = try await Houses()
        let subjects = try houses.subjects(0).sorted()
        let last = EpochEntry(subject: subjects[2], tier: .contact, epoch: Broker.maximumEpoch)
        try await (try houses.house.broker).enter { try $0.enter(.epoch(last), in: houses.practices[0]) }
        let size = try houses.house.size
        #expect(try await houses.advance(subjects, .all).refusal != nil)
        let many = (0...AdminRequest.maximumSubjects).map { _ in SubjectID.random() }
        #expect(try await houses.advance(many, .all).refusal != nil)
        let stranger = await (try houses.house.broker).admin(
            .advanceEpochs(practice: .random(), subjects: subjects, tiers: .all))
        #expect(stranger.refusal != nil)
        #expect(try houses.house.size == size)
        // As many keys as there may be still fit an answer.
        let place = try #require(try houses.subjects(0).firstIndex(of: subjects[2]))
        #expect(try await houses.keys(0, place, .contact).count == Int(Broker.maximumEpoch))
    }
}

extension AdminReply {
    fileprivate var advanced: Int? { if case .advanced(let count) = self { count } else { nil } }
}
