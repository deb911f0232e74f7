import BrokerAPI
import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Broker

@Suite("A patient's history from the ledger")
struct HistoryTests {
    @Test func saysWhatTheLedgerHoldsOfOnePatientAndNotWho() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.client(practice)
        let patients = try await house.patients(2, try await house.signIn(importer), clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened(patients, token) == 2)
        house.advance(seconds: 1)
        #expect(try await house.opened([patients[0]], token, .restricted) == 1)
        try await house.deposit(of: patients[0], token)
        let declared = EmergencyRequest(
            token: token, assertion: try house.assertion(account), patient: patients[0], reason: "coma")
        _ = try await house.broker.emergency(declared)
        let items = try await house.history(token, patients[0]).items
        #expect(items.map(\.kind) == [.patient, .release, .release, .deposit, .emergency])
        #expect(items.map(\.holder) == [importer.holder] + Array(repeating: account.holder, count: 4))
        #expect(items.map(\.tiers) == [[], .identity, .restricted, .medical, []])
        #expect(items.map(\.purpose) == [nil, .read, .read, nil, nil])
        #expect(items.map(\.opening) == [false, true, true, false, false])
        #expect(items.map(\.reason) == [nil, nil, nil, nil, "coma"])
        #expect(items[3].stored == items[3].number + 1)
        #expect(zip(items, items.dropFirst()).allSatisfy { $0.number < $1.number && $0.time <= $1.time })
        let subject = try #require(try house.broker.vault.patient(patients[0], in: practice)).subject
        let bytes = HistoryAnswer.page(items, next: nil).bytes
        #expect(Data(bytes).range(of: Data(subject.bytes)) == nil)
        // Each number names an entry of the practice's own chain.
        var entries: [Int64: LedgerEntry] = [:]
        try house.broker.forEachEntry { _, entry in
            if let link = entry.link, link.practice == practice { entries[link.n] = entry }
        }
        #expect(items.allSatisfy { entries[$0.number]?.event.kind == $0.kind.rawValue })
    }

    @Test func anotherPracticesPatientIsNobody() async throws {
        let house = try TestInstallation()
        let (ours, theirs) = (try await house.practice(), try await house.practice())
        let importer = try await house.signIn(try await house.client(theirs))
        let foreign = try await house.patients(1, importer, clinical: TestInstallation.start)[0]
        let token = try await house.signIn(try await house.member(ours))
        let erased = try await house.patients(1, token)[0]
        guard case .done = await (try house.broker).admin(.erase(practice: ours, patient: erased)) else {
            Issue.record("not erased")
            return
        }
        for patient in [foreign, erased, .random()] {
            #expect(try await house.history(token, patient) == .refused(.unknown, retryAfter: 0))
        }
    }

    @Test(arguments: [Role.secretary, .remoteSecretariat, .laboratory, .booking])
    func rolesThatSeeNoCareSeeNoHistory(_ role: Role) async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patient = try await house.patients(1, importer, clinical: TestInstallation.start)[0]
        let isMember = role.isMembership
        let account = isMember ? try await house.member(practice, role) : try await house.client(practice, role)
        let token = try await house.signIn(account)
        let before = try house.broker.look { state, _ in state.size }
        for patient in [patient, .random()] {
            await #expect(throws: BrokerFailure(.forbidden, "history")) { try await house.history(token, patient) }
        }
        #expect(try house.broker.look { state, _ in state.size } == before)
    }

    @Test func itCostsAnOpeningAndIsRefusedLikeOne() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(152, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        #expect(try await house.opened(Array(patients[..<149]), token) == 149)
        let before = try house.broker.look { state, _ in state.size }
        #expect(try await house.history(token, patients[149]).isPage)
        let after = try house.broker.look { state, _ in state.size }
        #expect(after > before)
        #expect(try await house.history(token, patients[149]).isPage)
        #expect(try house.broker.look { state, _ in state.size } == after)
        let refused = try await house.history(token, patients[150])
        guard case .refused(.limit, let wait) = refused else {
            Issue.record("\(refused)")
            return
        }
        #expect(wait > 0)
        let bystander = try await house.signIn(try await house.member(practice))
        #expect(try await house.history(bystander, patients[150]).isPage)
    }

    @Test func frozenAndEndedSessionsReadNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        let patient = try await house.patients(1, token)[0]
        _ = try await house.broker.signOut(token)
        await #expect(throws: BrokerFailure(.session)) { try await house.history(token, patient) }
        let other = try await house.signIn(account)
        let freeze = AdminRequest.freeze(scope: .member, practice: practice, holder: account.holder, reason: "test")
        guard case .done = await (try house.broker).admin(freeze) else {
            Issue.record("not frozen")
            return
        }
        await #expect(throws: BrokerFailure.self) { try await house.history(other, patient) }
    }

    @Test func whatIsOutOfBoundsIsRefusedOrEmpty() async throws {
        let house = try TestInstallation()
        let token = try await house.signIn(try await house.member(try await house.practice()))
        let patient = try await house.patients(1, token)[0]
        let all = try await house.history(token, patient, from: .min, through: .max).items
        #expect(all.map(\.kind) == [.patient, .deposit])
        #expect(try await house.history(token, patient, from: .max, through: .max) == .page([], next: nil))
        #expect(try await house.history(token, patient, from: .min, through: .min) == .page([], next: nil))
        #expect(try await house.history(token, patient, cursor: .max) == .page([], next: nil))
        let invalid = BrokerFailure(.invalid, "history")
        await #expect(throws: invalid) { try await house.history(token, patient, from: 1, through: 0) }
        for limit: UInt32 in [0, 257, .max] {
            await #expect(throws: invalid) { try await house.history(token, patient, limit: limit) }
        }
    }

    @Test func messagesAreReadAsTheyWereWritten() throws {
        var item = HistoryItem(
            number: 7, time: Timestamp(milliseconds: 9), kind: .release, holder: .client(.random()), session: .random())
        (item.tiers, item.purpose, item.opening, item.dormant, item.expected) = (.medical, .agenda, true, false, true)
        let bare = HistoryItem(number: 1, time: Timestamp(milliseconds: 0), kind: .patient, holder: nil, session: nil)
        for answer in [
            HistoryAnswer.page([item, bare], next: 5), .page([], next: nil), .refused(.limit, retryAfter: 3),
        ] {
            let bytes = answer.bytes
            #expect(try HistoryAnswer(bytes: bytes) == answer)
            for count in bytes.indices {
                #expect(throws: WireError.self) { try HistoryAnswer(bytes: Array(bytes[..<count])) }
            }
        }
    }
}

extension TestInstallation {
    /// Waits until all that is durable is published, which is what a history is read from.
    func published() async throws {
        let broker = try broker
        let verifier = try NoteVerifier(vkey: broker.verificationKey)
        while try LedgerReader(directory: broker.configuration.ledger, verifier: verifier, journal: false).size
            < broker.ledger.checkpoint.size
        {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func history(
        _ token: SessionToken, _ patient: PatientID, from: Int64 = 0, through: Int64 = .max, cursor: UInt64 = 0,
        limit: UInt32 = 256
    ) async throws -> HistoryAnswer {
        try await published()
        let request = HistoryRequest(
            token: token, patient: patient, from: Timestamp(milliseconds: from),
            through: Timestamp(milliseconds: through), cursor: cursor, limit: limit)
        return try await broker.history(request)
    }

    /// Deposits one medical part of a patient and says that it is stored.
    func deposit(of patient: PatientID, _ token: SessionToken) async throws {
        let part = NewPart(patient: patient, type: "Observation", id: "\(patient).1", version: 1, tier: .medical)
        let grant = try await broker.deposit(DepositRequest(token: token, parts: [part]))
        let digest = [UInt8](repeating: 1, count: 32)
        _ = try await broker.stored(StoredRequest(token: token, deposit: grant.deposit, digest: digest, count: 1))
    }
}

extension HistoryAnswer {
    /// Without what the asking itself was entered as, which may be published already or not.
    var items: [HistoryItem] {
        if case .page(let items, _) = self { items.filter { $0.purpose != .condition } } else { [] }
    }

    var isPage: Bool { if case .page = self { true } else { false } }
}
