import BrokerAPI
import BrokerQueues
import Foundation
import Identity
import Synchronization
import Testing
import Vocabulary

@testable import Broker

/// Each is an attack on the broker that once went through, or nearly did.
@Suite("Attacks on the broker")
struct AttackTests {
    private func size(_ house: TestInstallation) throws -> Int64 { try house.broker.look { state, _ in state.size } }

    private func booking(
        _ patient: PatientID, _ professional: MemberID, day: Int64, _ token: SessionToken
    ) -> DepositRequest {
        DepositRequest(
            token: token,
            parts: [NewPart(patient: patient, type: "Appointment", id: "\(patient).1", version: 1, tier: .identity)],
            bookings: [NewBooking(patient: patient, professional: professional, day: day)])
    }

    @Test func noNumberOfACallerStopsTheNextStart() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        guard case .member(let professional) = account.holder else { return }
        let importer = try await house.signIn(try await house.client(practice))
        let secretary = try await house.signIn(try await house.member(practice, .secretary))
        let extremes = [
            Timestamp(milliseconds: .min), Timestamp(milliseconds: .max), Timestamp(milliseconds: -(1 << 60)),
        ]
        var patients: [PatientID] = []
        for clinical in extremes { patients += try await house.patients(1, importer, clinical: clinical) }
        for day: Int64 in [.max, .min, .max / 86_400_000, 1 << 40, -(1 << 40)] {
            await #expect(throws: BrokerFailure.self, "\(day)") {
                try await house.broker.deposit(booking(patients[0], professional, day: day, secretary))
            }
        }
        _ = try await house.broker.deposit(
            booking(patients[0], professional, day: TestInstallation.start.day, secretary))
        _ = try? await house.broker.accessHead(
            AccessHead(practice: practice, size: .max, head: [UInt8](repeating: 1, count: 32)))
        for moment: Int64 in [.max, .max - 1, 1 << 60] {
            let reply = await (try house.broker).admin(.advance(to: Timestamp(milliseconds: moment)))
            guard case .refused = reply else { throw BrokerFailure(.invalid, "\(moment)") }
        }
        _ = try await house.signIn(account)
        try house.restart()
        #expect(try await house.opened(patients, try await house.signIn(account)) == 3)
    }

    @Test func repeatedReleasesDoNotFillTheLedger() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(10, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        let own = OwnKeysRequest(token: token, tiers: .all)
        #expect(try await house.opened(patients, token) == 10)
        #expect(try await house.broker.ownKeys(own).answers.allSatisfy(\.isReleased))
        let before = try size(house)
        for _ in 0..<50 {
            #expect(try await house.opened(patients, token) == 10)
            #expect(try await house.broker.ownKeys(own).answers.allSatisfy(\.isReleased))
        }
        #expect(try size(house) == before)
        house.advance(seconds: 900)
        #expect(try await house.opened(patients, token) == 10)
        #expect(try size(house) == before + 10, "after a quarter of an hour it is entered again")
    }

    @Test func anotherSessionsRepeatIsEnteredInItsOwnName() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(1, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let gateway = GatewayID.random()
        var tokens: [SessionToken] = []
        for _ in 0..<2 { tokens.append(try await house.signIn(account)) }
        for token in tokens { #expect(try await house.opened(patients, token) == 1) }
        let request = ReleaseRequest(token: tokens[0], patients: patients, tiers: .identity, purpose: .read)
        _ = try await house.broker.release(request, gateway: gateway)
        var releases: [Release] = []
        try house.broker.forEachEntry { _, entry in
            if case .release(let release) = entry.event { releases.append(release) }
        }
        #expect(Set(releases.map(\.session)).count == 2)
        #expect(releases.count { $0.gateway == gateway } == 1, "the gateway that the key left through is named")
    }

    @Test func aStolenKeyCannotSignInForEver() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.client(practice)
        let before = try size(house)
        for _ in 0..<(SignInRate.maximum + 40) {
            _ = try? await house.signIn(account)
            house.monotonic.withLock { $0 += 500 }
        }
        #expect(try size(house) - before <= Int64(SignInRate.maximum))
        _ = try await house.signIn(try await house.client(practice))
        house.advance(seconds: 300)
        _ = try await house.signIn(account)
    }

    @Test func anAssertionShownAgainUsesUpNothing() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.client(practice)
        let seen = try house.assertion(account)
        _ = try await house.broker.signIn(seen)
        for _ in 0..<(SignInRate.maximum + 1) { _ = try? await house.broker.signIn(seen) }
        _ = try await house.signIn(account)
    }

    @Test func assertionsThatEndSoonDoNotEscapeTheRate() {
        var rate = SignInRate()
        let holder = Holder.client(.random())
        var admitted = 0
        for second in Int64(0)..<200 {
            for _ in 0..<5 where rate.admit(holder, now: TestInstallation.start.adding(seconds: second)) {
                admitted += 1
            }
        }
        #expect(admitted == SignInRate.maximum)
    }

    @Test func freezeOfTheInstallationEndsSessionsForGood() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        let freeze = AdminRequest.freeze(scope: .installation, practice: nil, holder: nil, reason: "theft")
        _ = await (try house.broker).admin(freeze)
        _ = await (try house.broker).admin(.thaw(scope: .installation, practice: nil, holder: nil, reason: "over"))
        await #expect(throws: BrokerFailure(.session)) { try await house.broker.session(token) }
        _ = try await house.broker.session(try await house.signIn(account))
    }

    @Test func everyEndedSessionIsToldHoweverMany() throws {
        let revocations = Revocations()
        let told = Mutex<Set<SessionID>>([])
        _ = revocations.add { revocation in
            let read = try? Revocation(bytes: revocation.bytes)
            told.withLock { $0.formUnion(read?.sessions ?? []) }
        }
        let sessions = (0..<(2 * Revocation.maximumSessions + 5)).map { _ in SessionID.random() }
        revocations.send(sessions)
        #expect(told.withLock { $0 } == Set(sessions))
    }

    @Test func endedSessionsDoNotPileUp() async throws {
        var state = BrokerState()
        let practice = PracticeID.random()
        var (n, time) = (Int64(0), TestInstallation.start)
        let leaf = [UInt8](repeating: 0, count: 32)
        func enter(_ event: LedgerEvent) throws {
            n += 1
            let link = PracticeLink(practice: practice, n: n, previous: leaf)
            try state.apply(LedgerEntry(time: time, link: link, event: event), leaf: leaf)
        }
        try enter(.practice(PracticeEntry(size: 1, open: true)))
        for index in 0..<20_000 {
            time = time.adding(seconds: 10)
            let end = time.adding(seconds: 60).milliseconds
            let session = SessionEntry(
                session: .random(), holder: .client(.random()), sessionClass: .client, gateway: .random(), end: end,
                active: true,
                jti: "jti-\(index)-0123456789")
            try enter(.session(session))
        }
        #expect(state.sessions.count <= 5_000)
        #expect(state.assertions.count <= 100)
    }

    @Test func anAlteredStoreFreezesNobody() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(60, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        let before = try size(house)
        for patient in patients {
            let candidate = Candidate(patient: patient, ordinal: 0, macs: [.random()])
            let request = MatchesRequest(
                token: token, terms: [SearchTerm(.family, "durand")], candidates: [candidate], purpose: .search)
            #expect(try await house.broker.matches(request).answers.first?.reason == .forgedRow)
        }
        #expect(try size(house) == before + 1, "entered, merged")
        #expect(try await house.opened(patients, token) == 60)
    }

    @Test func aDepositClientMakesNobodyExpected() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        guard case .member(let professional) = account.holder else { return }
        let laboratory = try await house.signIn(try await house.client(practice, .laboratory))
        let platform = try await house.signIn(try await house.client(practice, .booking))
        let day = TestInstallation.start.day
        _ = try await house.broker.deposit(booking(patients[198], professional, day: day, laboratory))
        _ = try await house.broker.deposit(booking(patients[199], professional, day: day, platform))
        let token = try await house.signIn(account)
        #expect(try await house.opened(Array(patients[..<150]), token) == 150)
        #expect(try await house.opened([patients[198]], token) == 0)
        #expect(try await house.opened([patients[199]], token) == 1)
    }

    @Test func aDepositKeyFillsNothingOnceLive() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let token = try await house.signIn(try await house.client(practice, .laboratory))
        let colleague = try await house.signIn(try await house.client(practice, .laboratory))
        _ = try await house.patients(4_096, token)
        _ = await (try house.broker).admin(.live)
        _ = try await house.patients(4_096, token)
        let before = try size(house)
        await #expect(throws: BrokerFailure(.forbidden, "deposits")) { try await house.patients(1_000, token) }
        #expect(try size(house) == before)
        _ = try await house.patients(1_000, colleague)
        house.advance(seconds: 3_600)
        await #expect(throws: BrokerFailure.self, "too many at once") {
            try await house.patients(DepositRequest.maximumPatients + 1, colleague)
        }
    }

    @Test func snapshotOfAnotherRootIsNotBelieved() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        _ = try await house.signIn(try await house.member(practice))
        try await house.broker.saveSnapshot()
        guard let snapshot = try house.broker.vault.snapshot() else { throw BrokerFailure(.notFound) }
        let broker = try house.broker
        let digest = try broker.look { state, now in try state.digest(at: now) }
        for size in [snapshot.size, -1] {
            try house.broker.vault.setSnapshot(
                KeyVault.Snapshot(size: size, root: [1, 2, 3], mac: snapshot.mac, state: snapshot.state))
            try house.restart()
            #expect(try house.broker.look { state, now in try state.digest(at: now) } == digest)
        }
        #expect(try house.broker.look { state, _ in state.professionals } == 1)
    }
}
