import BrokerAPI
import ClientKeys
import Crypto
import Identity
import Testing
import Vocabulary

@testable import Broker

/// How people enrol and sign in at a real broker; each refusal is the same, whatever is wrong.
@Suite struct SignInTests {
    private func refuses(_ what: Comment, _ code: BrokerFailure.Code = .signIn, _ body: () async throws -> Void) async {
        await #expect(throws: BrokerFailure.self, what) {
            do { try await body() } catch let failure as BrokerFailure {
                #expect(failure.code == code && (code != .signIn || failure.detail.isEmpty), what)
                throw failure
            }
        }
    }

    @Test func anInvitationEnrolsOnceAndThePasskeySignsIn() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        await refuses("before enrolling") { _ = try await somebody.signIn() }
        let enrolled = try await somebody.enrol()
        #expect(enrolled.recoveryCodes.count == 10 && enrolled.totp == nil)
        await refuses("an invitation twice") { try await somebody.enrol() }
        let grant = try await somebody.signIn()
        #expect(grant.info.sessionClass == .passkey && grant.info.holder == .member(somebody.member))
        #expect(grant.info.key == somebody.client.publicKey.thumbprint && grant.memberships.count == 1)
        try house.restart()
        #expect(try await house.broker.session(grant.token) == grant.info, "a session outlives a restart")
        #expect(try await somebody.signIn().info.sessionClass == .passkey, "so does the passkey")
    }

    @Test func oneOfManyWhoRedeemAnInvitationAtOnceWins() async throws {
        let house = try TestInstallation()
        for _ in 0..<5 {
            let invited = try await Somebody(house, try await house.practice())
            let wins = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let twin = try? await Twin(invited).enrol()
                        return twin != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            let factors = try house.broker.look { state, _ in state.people[invited.person]?.factors ?? [] }
            #expect(
                factors.count { $0.hasPrefix("passkey:") } == 1 && factors.count { $0.hasPrefix("recovery:") } == 10)
            #expect(!factors.contains { $0.hasPrefix("invitation:") })
        }
    }

    /// Somebody else with a passkey of their own and the same invitation.
    private struct Twin: Sendable {
        let invitation: String
        let house: TestInstallation
        private let passkey = TestPasskey()
        private let key = KeyPair().publicKey

        init(_ somebody: Somebody) { (invitation, house) = (somebody.invitation, somebody.house) }

        func enrol() async throws -> Enrolled {
            let nonce = try await house.broker.challenge(Nothing()).nonce
            let challenge = try Somebody.challenge(.enrolment, nonce, key)
            return try await house.broker.enrol(
                Enrolment(
                    passkey.registration(challenge), by: .invitation(invitation), nonce: nonce, key: key.text,
                    audience: TestInstallation.audience))
        }
    }

    @Test func anAnswerCountsOnceForItsClientAndItsMoment() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        try await somebody.enrol()
        let shown = try await somebody.evidence()
        _ = try await house.broker.signIn(shown)
        await refuses("shown again") { _ = try await house.broker.signIn(shown) }
        let relayed = try await somebody.evidence()
        await refuses("relayed to another client's key") {
            _ = try await house.broker.signIn(
                SignIn(relayed.evidence, audience: relayed.audience, key: KeyPair().publicKey.text))
        }
        await refuses("bound to nothing") {
            _ = try await house.broker.signIn(SignIn(relayed.evidence, audience: relayed.audience))
        }
        await refuses("another origin") {
            _ = try await house.broker.signIn(
                SignIn(relayed.evidence, audience: "https://localhost:9/oauth/token", key: relayed.key))
        }
        house.advance(seconds: Nonces.length)
        await refuses("too late") { _ = try await house.broker.signIn(relayed) }
        let kept = try await somebody.evidence()
        try house.restart()
        await refuses("of before a restart") { _ = try await house.broker.signIn(kept) }
        let invented = (0..<40).map { _ in UInt8.random(in: 0...255) }
        await refuses("an invented nonce") {
            let challenge = try Somebody.challenge(.signIn, invented, somebody.client.publicKey)
            let answer = try somebody.passkey.assertion(challenge)
            _ = try await house.broker.signIn(
                SignIn(
                    .passkey(nonce: invented, answer), audience: TestInstallation.audience,
                    key: somebody.client.publicKey.text))
        }
        await refuses("an enrolment's challenge") {
            let nonce = try await somebody.nonce()
            let challenge = try Somebody.challenge(.enrolment, nonce, somebody.client.publicKey)
            _ = try await house.broker.signIn(
                SignIn(
                    .passkey(nonce: nonce, try somebody.passkey.assertion(challenge)),
                    audience: TestInstallation.audience, key: somebody.client.publicKey.text))
        }
    }

    @Test func aPasskeyThatDoesNotCountOnIsACopy() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        try await somebody.enrol()
        _ = try await house.broker.signIn(try await somebody.evidence(counter: 7))
        for counter: UInt32 in [7, 6, 0] {
            let late = try await somebody.evidence(counter: counter)
            await refuses("counter \(counter) after 7") { _ = try await house.broker.signIn(late) }
        }
        try house.restart()
        let old = try await somebody.evidence(counter: 7)
        await refuses("counter 7 after a restart") { _ = try await house.broker.signIn(old) }
        let two = [try await somebody.evidence(counter: 8), try await somebody.evidence(counter: 8)]
        let wins = await withTaskGroup(of: Bool.self) { group in
            for one in two { group.addTask { (try? await (try house.broker).signIn(one)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1, "of two that sign at once with the same counter one is a copy")
    }

    @Test func aPasswordOpensNothingWithoutItsCodeAndACodeCountsOnce() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        let (codes, totp) = try await somebody.enrolPassword("dr.x", "correct horse battery")
        #expect(codes.count == 10)
        func attempt(_ login: String, _ password: String, _ code: String) async throws -> SessionGrant {
            try await house.broker.signIn(try await somebody.typed(login, password, code))
        }
        func now() throws -> Timestamp { try house.broker.moment() }
        await refuses("no code") { _ = try await attempt("dr.x", "correct horse battery", "") }
        await refuses("another password") {
            _ = try await attempt("dr.x", "wrong horse battery", totp.code(at: try now()))
        }
        await refuses("nobody's login") {
            _ = try await attempt("dr.y", "correct horse battery", totp.code(at: try now()))
        }
        await refuses("an old code") {
            _ = try await attempt("dr.x", "correct horse battery", totp.code(at: try now().adding(seconds: -120)))
        }
        let code = totp.code(at: try now())
        let grant = try await attempt("dr.x", "correct horse battery", code)
        #expect(grant.info.sessionClass == .password && grant.info.key != nil)
        await refuses("a code twice") { _ = try await attempt("dr.x", "correct horse battery", code) }
        try house.restart()
        await refuses("a code twice, after a restart") { _ = try await attempt("dr.x", "correct horse battery", code) }
        let recovered = try await house.broker.signIn(
            try await somebody.typed("dr.x", "correct horse battery", codes[0], recovery: true))
        #expect(recovered.info.sessionClass == .password)
        await refuses("a recovery code twice") {
            _ = try await house.broker.signIn(
                try await somebody.typed("dr.x", "correct horse battery", codes[0], recovery: true))
        }
        await refuses("a recovery code without the password") {
            _ = try await house.broker.signIn(try await somebody.typed("dr.x", "other", codes[1], recovery: true))
        }
    }

    @Test func guessingEndsForALoginAndNotForThePasskey() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        let (codes, totp) = try await somebody.enrolPassword("dr.x", "correct horse battery")
        for _ in 0..<FailedSignIns.ofLoginAndOrigin {
            await refuses("wrong") {
                _ = try await house.broker.signIn(try await somebody.typed("dr.x", "wrong wrong wrong", "000000"))
            }
        }
        await refuses("right, and too late") {
            let code = totp.code(at: try house.broker.moment())
            _ = try await house.broker.signIn(try await somebody.typed("dr.x", "correct horse battery", code))
        }
        await refuses("a right recovery code, and too late") {
            _ = try await house.broker.signIn(
                try await somebody.typed("dr.x", "correct horse battery", codes[0], recovery: true))
        }
        house.advance(seconds: 1_801)
        let code = totp.code(at: try house.broker.moment())
        _ = try await house.broker.signIn(try await somebody.typed("dr.x", "correct horse battery", code))
        try await house.broker.flush()
        var failed = 0
        try house.broker.forEachEntry { _, entry in
            if case .alert(let alert) = entry.event, alert.name == .signIn { failed += Int(alert.used) }
        }
        #expect(failed == FailedSignIns.ofLoginAndOrigin, "one merged entry tells of them")
    }

    @Test func whoActsInTwoPracticesTurnsWithoutAPromptAndLeavesBoth() async throws {
        let house = try TestInstallation()
        let (one, two) = (try await house.practice(), try await house.practice())
        let somebody = try await Somebody(house, one)
        try await somebody.enrol()
        let reply = await (try house.broker).admin(
            .invite(practice: two, role: .nurse, name: "N", person: somebody.person, shares: nil, end: nil))
        guard case .invited(let text, _, let code) = reply, let second = MemberID(text) else {
            Issue.record("\(reply)")
            return
        }
        #expect(code == nil, "who is known needs no invitation")
        let first = try await house.broker.signIn(
            SignIn(
                try await somebody.evidence().evidence, audience: TestInstallation.audience,
                key: somebody.client.publicKey.text, membership: somebody.member))
        #expect(first.memberships.count == 2)
        func ask(_ token: SessionToken, _ action: PersonRequest.Action) async throws -> PersonAnswer {
            let path = if case .turn = action { "/signin/switch" } else { "/signin/out" }
            let proof = try await somebody.proof(RequestProof.Named(), of: token, path: path)
            return try await house.broker.person(PersonRequest(token: token, proof: proof, action))
        }
        let turned = try #require(try await ask(first.token, .turn(to: second)).grant)
        #expect(turned.info.practice == two && turned.info.key == first.info.key && turned.info.role == .nurse)
        #expect(turned.info.expires == first.info.expires && turned.info.sessionClass == .passkey)
        let stranger = try await house.member(two)
        guard case .member(let other) = stranger.holder else { return }
        await refuses("another's membership", .notFound) { _ = try await ask(first.token, .turn(to: other)) }
        _ = try await ask(turned.token, .signOut)
        for token in [first.token, turned.token] {
            await refuses("signed out everywhere", .session) { _ = try await house.broker.session(token) }
        }
    }

    @Test func aFactorIsAddedAndRemovedWithAFreshOneAndTheLastStays() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        try await somebody.enrol()
        let token = try await somebody.signIn().token
        func add(
            _ passkey: TestPasskey, fresh: (String) async throws -> SignIn = { try await somebody.evidence(act: $0) }
        ) async throws {
            let nonce = try await somebody.nonce()
            let factor = passkey.registration(try Somebody.challenge(.enrolment, nonce, somebody.client.publicKey))
            guard case .passkey(let clientData, let attestation) = factor else { return }
            let act = "enrol:" + Base64URL.text(SHA256.hash(data: clientData + attestation))
            let proof = try await somebody.proof(RequestProof.Named(), of: token, path: "/signin/enrol")
            let enrolled = try await house.broker.enrol(
                Enrolment(
                    factor, by: .session(token, proof: proof, fresh: try await fresh(act)), nonce: nonce,
                    key: somebody.client.publicKey.text, audience: TestInstallation.audience))
            #expect(enrolled.recoveryCodes.isEmpty)
        }
        let other = try await Somebody(house, try await house.practice())
        try await other.enrol()
        await refuses("with what was shown for a session") {
            try await add(TestPasskey()) { _ in try await somebody.evidence() }
        }
        await refuses("with what was shown for another act") {
            try await add(TestPasskey()) { _ in try await somebody.evidence(act: "enrol:other") }
        }
        await refuses("with somebody else's") {
            try await add(TestPasskey()) { try await other.evidence(key: somebody.client.publicKey, act: $0) }
        }
        await refuses("with a key file") {
            let account = try await house.member(try await house.practice())
            try await add(TestPasskey()) { _ in try house.assertion(account) }
        }
        try await add(TestPasskey())
        await refuses("somebody else's credential") { try await add(other.passkey) }
        func remove(_ id: String) async throws {
            let proof = try await somebody.proof(RequestProof.Named(), of: token, path: "/signin/factors/remove")
            _ = try await house.broker.person(
                PersonRequest(
                    token: token, proof: proof,
                    .remove(factor: id, fresh: try await somebody.evidence(act: "remove:\(id)"))))
        }
        let ids = try house.broker.look { state, _ in
            (state.people[somebody.person]?.factors ?? []).filter { $0.hasPrefix("passkey:") }.sorted()
        }
        #expect(ids.count == 2)
        await refuses("an unknown factor", .notFound) { try await remove("passkey:none") }
        let own = try #require(
            try house.broker.active(.passkey, house.broker.tag(.passkey, somebody.passkey.credential)))
        let second = try #require(ids.first { $0 != own.id.text })
        try await remove(second)
        await refuses("all sessions ended", .session) { _ = try await house.broker.session(token) }
        let again = try await somebody.signIn().token
        let proof = try await somebody.proof(RequestProof.Named(), of: again, path: "/signin/factors/remove")
        await refuses("the last", .conflict) {
            _ = try await house.broker.person(
                PersonRequest(
                    token: again, proof: proof,
                    .remove(
                        factor: own.id.text, fresh: try await somebody.evidence(act: "remove:\(own.id.text)"))))
        }
    }

    @Test func nobodyClimbsFromTheWeakerClass() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        let (_, totp) = try await somebody.enrolPassword("dr.x", "correct horse battery")
        func typed() async throws -> SignIn {
            try await somebody.typed("dr.x", "correct horse battery", totp.code(at: house.broker.moment()))
        }
        let token = try await house.broker.signIn(try await typed()).token
        house.advance(seconds: 30)
        await refuses("a passkey by a password") {
            let nonce = try await somebody.nonce()
            let challenge = try Somebody.challenge(.enrolment, nonce, somebody.client.publicKey)
            let proof = try await somebody.proof(RequestProof.Named(), of: token, path: "/signin/enrol")
            _ = try await house.broker.enrol(
                Enrolment(
                    TestPasskey().registration(challenge),
                    by: .session(token, proof: proof, fresh: try await typed()), nonce: nonce,
                    key: somebody.client.publicKey.text, audience: TestInstallation.audience))
        }
    }

    @Test func aSessionThatRestsTooLongEnds() async throws {
        let house = try TestInstallation()
        let somebody = try await Somebody(house, try await house.practice())
        try await somebody.enrol()
        let token = try await somebody.signIn().token
        func use() async throws {
            let proof = try await somebody.proof(RequestProof.Named(), of: token)
            _ = try await house.broker.person(PersonRequest(token: token, proof: proof, .show))
        }
        for _ in 0..<2 {
            try await use()
            house.advance(seconds: 5 * 3_600)
        }
        try await use()
        let late = try await Somebody(house, try await house.practice())
        try await late.enrol()
        let rested = try await late.signIn().token
        _ = try await house.broker.person(
            PersonRequest(token: rested, proof: try await late.proof(RequestProof.Named(), of: rested), .show))
        house.advance(seconds: 8 * 3_600)
        await refuses("after eight hours", .session) {
            _ = try await house.broker.person(
                PersonRequest(token: rested, proof: try await late.proof(RequestProof.Named(), of: rested), .show))
        }
    }
}
