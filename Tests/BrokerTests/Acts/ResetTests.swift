import BrokerAPI
import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Broker
@testable import Identity

@Suite("Somebody who lost their factors enrols anew, a day later")
struct ResetTests {
    private struct House {
        let live: ActTests.House
        let member: MemberID
        let login: String
        let totp: TOTP
        var house: TestInstallation { live.house }

        init() async throws {
            live = try await ActTests.House()
            let invite = AdminRequest.invite(
                practice: live.practice, role: .nurse, name: "N", person: nil, shares: nil, end: nil)
            let reply = try await live.house.approve(
                try await live.house.asked(invite, live.first), invite, live.second)
            guard case .invited(let member, _, let code?) = reply, let member = MemberID(member) else {
                throw BrokerFailure(.invalid, "\(reply)")
            }
            self.member = member
            login = "nurse"
            totp = try await live.house.enrol(code, login: login)
        }

        var reset: AdminRequest { .resetFactors(practice: live.practice, member: member) }

        func code() async throws -> String {
            let reply = try await house.approve(try await house.asked(reset, live.first), reset, live.second)
            guard case .invited(_, _, let code?) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
            return code
        }
    }

    @Test func theCodeCountsADayLaterOnceAndEndsTheOldFactors() async throws {
        let house = try await House()
        let test = house.house
        _ = try await test.signIn(login: house.login, house.totp)
        let code = try await house.code()
        await #expect(throws: BrokerFailure(.signIn)) { try await test.enrol(code, login: "again") }
        test.advance(seconds: 86_400 - 60)
        await #expect(throws: BrokerFailure(.signIn)) { try await test.enrol(code, login: "again") }
        test.advance(seconds: 60)
        let totp = try await test.enrol(code, login: "again")
        await #expect(throws: BrokerFailure(.signIn)) { try await test.enrol(code, login: "third") }
        await #expect(throws: BrokerFailure(.signIn)) { try await test.signIn(login: house.login, house.totp) }
        _ = try await test.signIn(login: "again", totp)
        try test.restart()
        await #expect(throws: BrokerFailure(.signIn)) { try await test.signIn(login: house.login, house.totp) }
    }

    @Test func aSignInOfThePersonEndsIt() async throws {
        let house = try await House()
        let code = try await house.code()
        _ = try await house.house.signIn(login: house.login, house.totp)
        house.house.advance(seconds: 2 * 86_400)
        await #expect(throws: BrokerFailure(.signIn)) { try await house.house.enrol(code, login: "again") }
    }

    @Test func nobodyElseGivesAKnownPersonAnotherWayToSignIn() async throws {
        let house = try await House()
        let (test, live) = (house.house, house.live)
        func invite(_ person: PersonID?, _ rpps: String?) async throws -> AdminReply {
            let request = AdminRequest.invite(
                practice: live.practice, role: .nurse, name: "N", person: person, shares: nil, end: nil, rpps: rpps)
            return try await test.approve(try await test.asked(request, live.first), request, live.second)
        }
        let person = try test.broker.look { state, _ in state.person(of: .member(house.member)) }
        #expect(try await invite(person, "10001234567").refusal?.contains("rpps") == true)
        guard case .invited(_, _, nil) = try await invite(person, nil) else {
            Issue.record("a code for who has a password")
            return
        }
        // Nor a code for whoever signs by a key file.
        let add = AdminRequest.addMember(
            practice: live.practice, role: .physician, name: "N", key: KeyPair().publicKey.text, shares: nil, end: nil)
        let added = try await test.approve(try await test.asked(add, live.first), add, live.second).added
        let filed = try test.broker.look { state, _ in
            state.person(of: .member(try #require(added.flatMap { MemberID($0) })))
        }
        guard case .invited(_, _, nil) = try await invite(filed, nil) else {
            Issue.record("a code for who has a key file")
            return
        }
        // Who is new gets both.
        guard case .invited(_, _, _?) = try await invite(nil, "10001234567") else {
            Issue.record("no code for who is new")
            return
        }
    }

    @Test func itIsGoodForAWeekAndThePhysicianMayAsk() async throws {
        let house = try await House()
        let test = house.house
        let code = try await house.code()
        test.advance(seconds: 8 * 86_400)
        await #expect(throws: BrokerFailure(.signIn)) { try await test.enrol(code, login: "again") }
        let key = KeyPair()
        let add = AdminRequest.addMember(
            practice: house.live.practice, role: .physician, name: "N", key: key.publicKey.text, shares: nil, end: nil)
        let reply = try await test.approve(try await test.asked(add, house.live.first), add, house.live.second)
        let id = try #require(reply.added.flatMap { MemberID($0) })
        let physician = Account(holder: .member(id), key: key)
        guard case .asked(let act) = try await test.asked(house.reset, by: physician) else {
            throw BrokerFailure(.invalid, "asked")
        }
        let content = try house.reset.text
        // One who asked as a physician does not approve, by whatever key.
        let own = try test.evidence(content, by: physician)
        #expect(await (try test.broker).admin(.approve(act: act, evidence: own)).refusal == "signIn")
        #expect(try await test.approve(act, house.reset, house.live.second).refusal == nil)
    }
}

extension TestInstallation {
    /// Enrols a login and a password by an invitation.
    @discardableResult
    func enrol(_ code: String, login: String) async throws -> TOTP {
        let nonce = try await broker.challenge(Nothing()).nonce
        let enrolled = try await broker.enrol(
            Enrolment(
                .password(login: login, password: "correct horse battery"), by: .invitation(code), nonce: nonce,
                key: KeyPair().publicKey.text, audience: TestInstallation.audience))
        return try TestInstallation.totp(enrolled.totp ?? "")
    }

    @discardableResult
    func signIn(login: String, _ totp: TOTP) async throws -> SessionToken {
        let now = try now
        defer { advance(seconds: TOTP.period) }
        let nonce = try await broker.challenge(Nothing()).nonce
        let code = String(decoding: totp.code(at: now.seconds / TOTP.period), as: UTF8.self)
        let answer = PasswordAnswer(login: login, password: "correct horse battery", code: code)
        return try await broker.signIn(
            SignIn(
                .password(nonce: nonce, answer), audience: TestInstallation.audience, key: KeyPair().publicKey.text)
        ).token
    }
}
