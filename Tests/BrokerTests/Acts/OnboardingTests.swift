import BrokerAPI
import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Broker

@Suite("Practices come many at once")
struct OnboardingTests {
    /// A row of a new practice; the numbers are of nobody.
    static func row(_ index: Int, practice: PracticeID? = nil, person: Int? = nil) -> Onboarding {
        let rpps = String(10_000_000_000 + (person ?? index))
        return Onboarding(
            practice: practice, name: "P\(index)", size: 3,
            first: .init(name: "N\(person ?? index)", role: .physician, rpps: rpps))
    }

    private func done(_ reply: AdminReply) throws -> [Onboarded] {
        guard case .onboarded(let done) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return done
    }

    @Test func practicesAndTheirFirstComeTogetherAndOnce() async throws {
        let house = try TestInstallation()
        let broker = try house.broker
        let before = try house.size
        let rows = [OnboardingTests.row(1), OnboardingTests.row(2), Onboarding(name: "P3", size: 1)]
        let done = try done(await broker.admin(.onboard(rows)))
        #expect(
            try house.kinds(after: before) == [
                "practice", "key", "key", "member", "practice", "key", "key", "member", "practice",
            ])
        let state = broker.look { state, _ in state }
        #expect(Set(done.map(\.practice)) == Set(state.practices.keys) && state.practices.count == 3)
        #expect(done.map { $0.code != nil } == [true, true, false] && done[2].member == nil)
        #expect(done[0].until == (try house.now).adding(days: 7))
        // The same again, of practices that are there: another code, and the first is none any more.
        let again = try self.done(await broker.admin(.onboard([OnboardingTests.row(1, practice: done[0].practice)])))
        #expect(again[0].practice == done[0].practice && again[0].member == done[0].member)
        let (old, new) = (try #require(done[0].code), try #require(again[0].code))
        await #expect(throws: BrokerFailure(.signIn)) { try await house.enrol(old, login: "somebody") }
        try house.restart()
        let totp = try await house.enrol(new, login: "somebody")
        _ = try await house.signIn(login: "somebody", totp)
        // Who has a factor gets no code; nobody is there twice.
        let third = try self.done(
            await (try house.broker).admin(.onboard([OnboardingTests.row(1, practice: done[0].practice)])))
        #expect(third[0].code == nil && third[0].member == done[0].member)
        let after = try house.broker.look { state, _ in state }
        #expect(after.practices.count == 3 && after.practices[done[0].practice]?.members.count == 1)
    }

    @Test func onePersonMayBeFirstInTwo() async throws {
        let house = try TestInstallation()
        let broker = try house.broker
        let first = try done(await broker.admin(.onboard([OnboardingTests.row(1), OnboardingTests.row(2, person: 1)])))
        let later = try done(await broker.admin(.onboard([OnboardingTests.row(3, person: 1)])))
        #expect((first + later).map { $0.code != nil } == [true, false, false], "one code")
        let state = broker.look { state, _ in state }
        #expect(
            Set((first + later).compactMap { state.practices[$0.practice]?.members.values.first?.person }).count == 1)
        // A row of a new practice before that of one where the person is: the code is not lost.
        let practice = first[0].practice
        let rows = [OnboardingTests.row(4, person: 1), OnboardingTests.row(1, practice: practice)]
        #expect(try done(await broker.admin(.onboard(rows))).map { $0.code != nil } == [false, true])
    }

    @Test func whatIsWrongAddsNothing() async throws {
        let house = try TestInstallation()
        let broker = try house.broker
        let before = try house.size
        func changed(_ change: (inout Onboarding) -> Void) -> Onboarding {
            var row = OnboardingTests.row(1)
            change(&row)
            return row
        }
        let wrong: [[Onboarding]] = [
            [], (0...Onboarding.maximum).map { OnboardingTests.row($0) }, [changed { $0.size = 0 }],
            [changed { $0.size = 10_001 }], [changed { $0.name = "" }], [changed { $0.name = "a\u{7}" }],
            [changed { $0.first?.name = "" }], [changed { $0.first?.role = .partner }],
            [changed { $0.first?.rpps = "1000000000" }], [changed { $0.first?.rpps = "1000000000x" }],
            [OnboardingTests.row(1), changed { $0.practice = .random() }],
            [OnboardingTests.row(1), changed { $0.first?.name = "Another" }],
            [changed { $0.first?.rpps = "1000000\u{1B}[2K" }], [changed { $0.name = "a\u{202E}b" }],
        ]
        for rows in wrong { #expect(await broker.admin(.onboard(rows)).refusal != nil, "\(rows.count)") }
        #expect(try house.size == before && broker.look { state, _ in state.practices.isEmpty && state.people.isEmpty })
        // Nothing that was prepared stays claimed.
        #expect(try done(await broker.admin(.onboard([OnboardingTests.row(1)]))).count == 1)
    }

    @Test func nobodyComesIntoAPracticeThatIsAdministeredAlready() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let first = try await house.approvedMember(live, .secretary)
        let rows = [OnboardingTests.row(1), OnboardingTests.row(2, practice: live.practice)]
        let request = AdminRequest.onboard(rows)
        let before = try house.broker.look { state, _ in state.practices }
        let reply = try await house.approve(try await house.asked(request, live.first), request, live.second)
        #expect(reply.refusal == "conflict: administered already: \(live.practice)", "\(first.holder)")
        #expect(try house.broker.look { state, _ in state.practices } == before, "none of the act's rows")
        // What would be no row is asked of nobody: it never stands on a screen.
        var poison = OnboardingTests.row(3)
        poison.first?.rpps = "1\u{1B}[5A\u{1B}[2K"
        #expect(try await house.ask(.onboard([poison]), live.first).refusal == "invalid: act")
    }

    @Test func whoHasAWayInGetsNoCodeWhateverTheKeyDatabaseLacks() async throws {
        let house = try TestInstallation()
        let broker = try house.broker
        let done = try done(await broker.admin(.onboard([OnboardingTests.row(1)])))
        _ = try await house.enrol(try #require(done[0].code), login: "somebody")
        let person = try #require(broker.look { state, _ in state.people.keys.first })
        try broker.vault.removeFactors(try broker.factors(of: person, .password).map(\.id))
        let again = AdminRequest.onboard([OnboardingTests.row(1, practice: done[0].practice)])
        #expect(try self.done(await broker.admin(again))[0].code == nil)
        // Nor does who signs by a key file.
        let key = KeyPair().publicKey.text
        let other = try self.done(await broker.admin(.onboard([OnboardingTests.row(2)])))[0]
        let member = try #require(other.member)
        try await broker.enter { entering in
            try entering.enter(
                .key(KeyEntry(holder: .member(member), key: key, active: true)), in: other.practice)
        }
        let third = AdminRequest.onboard([OnboardingTests.row(2, practice: other.practice)])
        #expect(try self.done(await broker.admin(third))[0].code == nil)
    }

    @Test func onceLiveItIsOneActOfTwo() async throws {
        let live = try await ActTests.House()
        let (house, first, second) = (live.house, live.first, live.second)
        let rows = (0..<Onboarding.maximum).map { OnboardingTests.row($0) }
        let request = AdminRequest.onboard(rows)
        #expect(try request.text.utf8.count <= 16_384)
        #expect(await (try house.broker).admin(request).refusal?.contains("act of two people") == true)
        let id = try await house.asked(request, first)
        #expect(try await house.approve(id, request, first).refusal != nil)
        let before = try house.size
        let done = try done(await house.approve(id, request, second))
        #expect(done.count == rows.count && done.allSatisfy { $0.code != nil })
        let kinds = try house.kinds(after: before)
        #expect(kinds.first == "approval" && kinds.count == 1 + 4 * rows.count)
        #expect(try await house.approve(id, request, second).refusal != nil, "once")
        let state = try house.broker.look { state, _ in state }
        #expect(state.practices.count == 1 + rows.count && state.acts.isEmpty)
        try house.restart()
        #expect(try house.broker.look { state, _ in state } == state)
    }

    @Test func aNumberIsProvenBeforeACodeCounts() async throws {
        let (house, provider) = (try TestInstallation(), TestProvider())
        try house.restart { $0.openID = (try provider.settings, provider) }
        let broker = try house.broker
        let rows = [OnboardingTests.row(1), OnboardingTests.row(2)]
        let done = try done(await broker.admin(.onboard(rows)))
        func session(_ row: Onboarding, _ key: KeyPair) async throws -> SessionToken {
            let begun = try await broker.openID(OpenIDBeginning(key: key.publicKey.text))
            let code = try provider.approve(begun.url, rpps: row.first?.rpps ?? "", now: broker.moment())
            return try await broker.signIn(
                SignIn(
                    .openID(nonce: begun.nonce, code: code), audience: TestInstallation.audience,
                    key: key.publicKey.text)
            ).token
        }
        func enrol(_ code: String, _ token: SessionToken?, _ key: KeyPair, path: String = "/signin/enrol") async throws
        {
            let (nonce, passkey) = (try await broker.challenge(Nothing()), TestPasskey())
            let challenge = try Somebody.challenge(.enrolment, nonce.nonce, key.publicKey)
            let session = try token.map { token in
                let proof = try key.proof(
                    method: "POST", url: TestPasskey.origin + path,
                    tokenHash: RequestProof.hash(ofToken: token.text.utf8), nonce: nonce.proofNonces[0],
                    named: RequestProof.Named(), now: nonce.time)
                return (token: token, proof: Array(proof.utf8))
            }
            _ = try await broker.enrol(
                Enrolment(
                    passkey.registration(challenge), by: .invitation(code, session: session), nonce: nonce.nonce,
                    key: key.publicKey.text, audience: TestInstallation.audience))
        }
        let (code, key, other) = (try #require(done[0].code), KeyPair(), KeyPair())
        let (token, others) = (try await session(rows[0], key), try await session(rows[1], other))
        await #expect(throws: BrokerFailure(.signIn), "the code alone") { try await enrol(code, nil, key) }
        await #expect(throws: BrokerFailure(.signIn), "another number") { try await enrol(code, others, other) }
        await #expect(throws: BrokerFailure(.signIn), "a token without its key") { try await enrol(code, token, other) }
        await #expect(throws: BrokerFailure(.signIn), "a proof of something else") {
            try await enrol(code, token, key, path: "/signin/factors")
        }
        try await enrol(code, token, key)
        await #expect(throws: BrokerFailure(.signIn), "twice") { try await enrol(code, token, key) }
    }

    @Test func anInvitationMayComeWithASession() throws {
        let token = try #require(SessionToken([UInt8](repeating: 7, count: SessionToken.length)))
        for session in [nil, (token: token, proof: [UInt8]("a.b.c".utf8))] {
            let sent = Enrolment(
                .password(login: "l", password: "p"), by: .invitation("AAAA", session: session), nonce: [1], key: "k",
                audience: "a")
            let read = try Enrolment(bytes: sent.bytes)
            guard case .invitation("AAAA", let found) = read.authority else { throw BrokerFailure(.invalid) }
            #expect(found?.token.text == session?.token.text && found?.proof == session?.proof)
            #expect(read.bytes == sent.bytes)
        }
    }
}
