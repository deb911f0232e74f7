import BrokerAPI
import ClientKeys
import Crypto
import Foundation
import GRDB
import Identity
import Testing
import Vocabulary

@testable import Broker

/// What an attack review of acts, resets, grants and canaries found, each as it was tried.
@Suite("Acts as an attacker would use them")
struct ActAttackTests {
    private func rows(_ house: TestInstallation) throws -> Int {
        let vault = try house.broker.vault
        return try vault.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM secret WHERE name LIKE 'act:%'") ?? 0
        }
    }

    private func physician(_ live: ActTests.House) async throws -> Account {
        let key = KeyPair()
        let add = AdminRequest.addMember(
            practice: live.practice, role: .physician, name: "N", key: key.publicKey.text, shares: nil, end: nil)
        let reply = try await live.house.approve(try await live.house.asked(add, live.first), add, live.second)
        return Account(holder: .member(try #require(reply.added.flatMap { MemberID($0) })), key: key)
    }

    private func member(_ account: Account) throws -> MemberID {
        guard case .member(let id) = account.holder else { throw BrokerFailure(.invalid, "member") }
        return id
    }

    @Test func whoAsksForActWithoutEndHindersNobodyElse() async throws {
        let live = try await ActTests.House()
        let (house, practice) = (live.house, live.practice)
        let (thief, colleague) = (try await physician(live), try await physician(live))
        let reset = AdminRequest.resetFactors(practice: practice, member: try member(colleague))
        var asked = 0
        for _ in 0..<60 {
            if case .asked = try await house.asked(reset, by: thief) { asked += 1 }
            house.advance(seconds: 60)
        }
        #expect(asked == 50)
        #expect(try rows(house) == 50)
        // An operator asks, and thaws; a colleague asks too.
        #expect(
            await (try house.broker).admin(.freeze(scope: .practice, practice: practice, holder: nil, reason: "a"))
                .isDone)
        #expect(
            try await house.ask(.thaw(scope: .practice, practice: practice, holder: nil, reason: "b"), live.first)
                .isDone)
        let mode = AdminRequest.setMode(practice: practice, mode: "observe")
        #expect(try await house.approve(try await house.asked(mode, live.first), mode, live.second).isDone)
        let other = AdminRequest.resetFactors(practice: practice, member: try member(thief))
        guard case .asked = try await house.asked(other, by: colleague) else { throw BrokerFailure(.invalid, "asked") }
        // What is too old makes room, and is kept no longer.
        house.advance(seconds: 8 * 86_400)
        guard case .asked = try await house.asked(reset, by: thief) else { throw BrokerFailure(.invalid, "asked") }
        #expect(try rows(house) == 1)
        #expect(try house.broker.look { state, _ in state.acts.count } == 1)
    }

    @Test func whatIsRefusedIsNotKept() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let secretary = try await house.approvedMember(live, .secretary)
        let act = AdminRequest.addPractice(name: String(repeating: "n", count: 200), size: 1)
        for _ in 0..<5 { #expect(try await house.asked(act, by: secretary).refusal != nil) }
        let evidence = try live.first.evidence(.request, try act.text, house.now, code: "000000")
        for _ in 0..<5 {
            #expect(await (try house.broker).admin(.ask(content: try act.text, evidence: evidence)).refusal != nil)
        }
        #expect(try rows(house) == 0)
        // One that waits and whose content is lost hides no other, and can be refused.
        let first = try await house.asked(.setMode(practice: live.practice, mode: "observe"), live.first)
        let second = try await house.asked(act, live.first)
        try house.broker.vault.removeSecret(KeyVault.name(of: first.description))
        guard case .acts(let items) = await (try house.broker).admin(.acts) else { throw BrokerFailure(.invalid) }
        #expect(items.map(\.id) == [second])
    }

    @Test func whoTheBrokerFrozeAsksForNothing() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let (thief, support) = (try await physician(live), try await house.approvedMember(live, .support))
        try await house.broker.enter { entering in
            try entering.enter(
                .freeze(Freeze(scope: .member, holder: thief.holder, automatic: true, reason: "refusals")),
                in: live.practice)
        }
        let acts: [AdminRequest] = [
            .thaw(scope: .member, practice: live.practice, holder: thief.holder, reason: "it-was-me"),
            .grant(practice: live.practice, member: try member(support), tiers: .identity, hours: 72),
            .resetFactors(practice: live.practice, member: try member(support)),
        ]
        for act in acts { #expect(try await house.asked(act, by: thief).refusal != nil, "\(act)") }
        // A colleague thaws; nobody does for themself.
        let colleague = try await physician(live)
        let own = AdminRequest.thaw(scope: .member, practice: live.practice, holder: colleague.holder, reason: "me")
        #expect(try await house.asked(own, by: colleague).refusal == "forbidden: act")
        #expect(try await house.asked(acts[0], by: colleague).isDone)
    }

    @Test func aFreezeDoesNotKeepTheVictimFromEndingAReset() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let doctor = try await house.somebody(live, .nurse)
        try await doctor.enrol()
        let code = try await house.reset(live, doctor.member)
        let freeze = AdminRequest.freeze(
            scope: .member, practice: live.practice, holder: .member(doctor.member), reason: "a")
        #expect(await (try house.broker).admin(freeze).isDone)
        await #expect(throws: BrokerFailure(.frozen)) { try await doctor.signIn() }
        house.advance(seconds: 86_400 + 60)
        let thaw = AdminRequest.thaw(
            scope: .member, practice: live.practice, holder: .member(doctor.member), reason: "b")
        #expect(try await house.ask(thaw, live.first).isDone)
        await #expect(throws: BrokerFailure(.signIn)) { try await house.enrol(code, login: "helpdesk") }
        _ = try await doctor.signIn()
    }

    @Test func aResetEndsKeyFilesAndInvitationsAndIsNotEndedByThem() async throws {
        let live = try await ActTests.House(simulated: false)
        let house = live.house
        let account = try await house.approvedMember(live, .nurse)
        let code = try await house.reset(live, try member(account))
        _ = try await house.signIn(account)
        house.advance(seconds: 86_400 + 60)
        _ = try await house.enrol(code, login: "nurse")
        await #expect(throws: BrokerFailure(.signIn)) { try await house.signIn(account) }
        try house.restart()
        await #expect(throws: BrokerFailure(.signIn)) { try await house.signIn(account) }
        // An invitation that was never used ends too.
        let invited = try await house.somebody(live, .nurse)
        let second = try await house.reset(live, invited.member)
        house.advance(seconds: 86_400 + 60)
        _ = try await house.enrol(second, login: "other")
        await #expect(throws: BrokerFailure(.signIn)) { try await invited.enrol() }
    }

    @Test func aPracticeResetsOnlyWhoIsAtHomeThereAlone() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let doctor = try await house.somebody(live, .physician)
        try await doctor.enrol()
        let boss = try await physician(live)
        let reset = AdminRequest.resetFactors(practice: live.practice, member: doctor.member)
        guard case .asked = try await house.asked(reset, by: boss) else { throw BrokerFailure(.invalid, "asked") }
        let add = AdminRequest.addPractice(name: "B", size: 1)
        let reply = try await house.approve(try await house.asked(add, live.first), add, live.second)
        let other = try #require(reply.added.flatMap { PracticeID($0) })
        let invite = AdminRequest.invite(
            practice: other, role: .physician, name: "N", person: doctor.person, shares: nil, end: nil)
        let joined = try await house.approve(try await house.asked(invite, live.first), invite, live.second)
        #expect(joined.refusal == nil, "\(joined)")
        #expect(try await house.asked(reset, by: boss).refusal == "forbidden: act")
        // Two operators may; of a membership that has ended nobody may.
        _ = try await house.reset(live, doctor.member)
        try await house.broker.enter { entering in
            let body = MemberEntry(
                member: doctor.member, person: doctor.person, role: .physician, start: 0,
                end: entering.now.milliseconds, shares: nil)
            try entering.enter(.member(body), in: live.practice)
        }
        let late = try await house.approve(try await house.asked(reset, live.first), reset, live.second)
        #expect(late.refusal?.contains("notFound") == true)
    }

    @Test(arguments: ["Dr X\u{9B}2K", "a\u{202E}b", "a\u{2028}b", "a\u{200D}b", "a\u{7F}b", "a\nb", ""])
    func namesDoNotCommandAScreen(_ name: String) async throws {
        let house = try TestInstallation()
        #expect(await (try house.broker).admin(.addPractice(name: name, size: 1)).refusal != nil)
        #expect(
            await (try house.broker).admin(.addPractice(name: "Cabinet de l’Étoile — Nº 3", size: 1)).refusal == nil)
    }

    @Test func aLocumSpeaksForNobody() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let (regular, support) = (try await physician(live), try await house.approvedMember(live, .support))
        let key = KeyPair()
        let add = AdminRequest.addMember(
            practice: live.practice, role: .physician, name: "N", key: key.publicKey.text, shares: try member(regular),
            end: try house.now.adding(days: 9).milliseconds)
        let reply = try await house.approve(try await house.asked(add, live.first), add, live.second)
        let locum = Account(holder: .member(try #require(reply.added.flatMap { MemberID($0) })), key: key)
        let grant = AdminRequest.grant(practice: live.practice, member: try member(support), tiers: .all, hours: 1)
        #expect(try await house.asked(grant, by: locum).refusal == "forbidden: act")
        #expect(try await house.asked(grant, by: regular).isDone)
        let granted = try house.broker.look { state, now in
            state.practices[live.practice]?[support.holder]?.grant(at: now)?.tiers
        }
        #expect(granted == [.identity, .contact, .medical], "what support may see at all")
    }
}

extension TestInstallation {
    /// A membership that two people added to a live installation.
    func approvedMember(_ live: ActTests.House, _ role: Role) async throws -> Account {
        let key = KeyPair()
        let add = AdminRequest.addMember(
            practice: live.practice, role: role, name: "N", key: key.publicKey.text, shares: nil, end: nil)
        let reply = try await approve(try await asked(add, live.first), add, live.second)
        guard let id = reply.added.flatMap({ MemberID($0) }) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .member(id), key: key)
    }

    /// Somebody whom two people invited to a live installation.
    func somebody(_ live: ActTests.House, _ role: Role) async throws -> Somebody {
        let invite = AdminRequest.invite(
            practice: live.practice, role: role, name: "N", person: nil, shares: nil, end: nil)
        return try Somebody(self, try await approve(try await asked(invite, live.first), invite, live.second))
    }

    /// The code of a reset by two operators.
    func reset(_ live: ActTests.House, _ member: MemberID) async throws -> String {
        let reset = AdminRequest.resetFactors(practice: live.practice, member: member)
        let reply = try await approve(try await asked(reset, live.first), reset, live.second)
        guard case .invited(_, _, let code?) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return code
    }
}
