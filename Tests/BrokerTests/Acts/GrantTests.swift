import BrokerAPI
import ClientKeys
import Crypto
import Identity
import Testing
import Vocabulary

@testable import Broker

@Suite("Support sees what a practice lets it see")
struct GrantTests {
    /// A practice with patients, its physician, and somebody of the vendor's support.
    struct House {
        let house: TestInstallation
        let practice: PracticeID
        let patients: [PatientID]
        let physician: Account
        let support: Account
        let member: MemberID

        init() async throws {
            house = try TestInstallation()
            practice = try await house.practice(size: 3)
            let importer = try await house.signIn(try await house.client(practice))
            patients = try await house.patients(30, importer, clinical: TestInstallation.start)
            physician = try await house.member(practice)
            support = try await house.member(practice, .support)
            guard case .member(let member) = support.holder else { throw BrokerFailure(.invalid) }
            self.member = member
        }

        func grant(_ tiers: Tiers, _ hours: Int64) -> AdminRequest {
            .grant(practice: practice, member: member, tiers: tiers, hours: hours)
        }
    }

    @Test func nothingWithoutAGrantAndItsTiersUntilItsEnd() async throws {
        let house = try await House()
        let (test, patients) = (house.house, house.patients)
        await #expect(throws: BrokerFailure(.signIn)) { try await test.signIn(house.support) }
        #expect(try await test.asked(house.grant([.identity, .contact], 4), by: house.physician).isDone)
        let token = try await test.signIn(house.support)
        for tier in Tier.allCases {
            let count = try await test.opened(Array(patients.prefix(5)), token, tier)
            #expect(count == (tier <= .contact ? 5 : 0), "\(tier)")
        }
        #expect(try await test.opened(Array(patients.prefix(15)), token) == 10)
        let own = try await test.broker.ownKeys(OwnKeysRequest(token: token, tiers: .all))
        #expect(own.answers.filter(\.isReleased).map(\.tier) == [.identity, .contact])
        var (ids, named) = (Set<String>(), Set<String?>())
        try test.broker.forEachEntry { _, entry in
            if case .grant(let body) = entry.event { ids.insert(body.grant) }
            if case .release(let body) = entry.event { named.insert(body.grant) }
        }
        #expect(ids.count == 1 && named == Set(ids.map(Optional.some)))
        try test.restart()
        test.advance(seconds: 4 * 3_600 - 1)
        #expect(try await test.opened([patients[0]], token) == 1)
        test.advance(seconds: 1)
        await #expect(throws: BrokerFailure(.session)) { try await test.opened([patients[0]], token) }
        await #expect(throws: BrokerFailure(.signIn)) { try await test.signIn(house.support) }
    }

    @Test func itEndsAtOnceWhenThePracticeOrAnOperatorSaysSo() async throws {
        let house = try await House()
        let test = house.house
        let boss = try await test.addOperator()
        for revoke in [true, false] {
            #expect(try await test.asked(house.grant(.identity, 72), by: house.physician).isDone)
            let token = try await test.signIn(house.support)
            #expect(try await test.opened([house.patients[0]], token) == 1)
            let end = house.grant(.identity, 0)
            let reply = revoke ? try await test.asked(end, by: house.physician) : try await test.ask(end, boss)
            #expect(reply.isDone)
            await #expect(throws: BrokerFailure(.session)) { try await test.opened([house.patients[0]], token) }
            await #expect(throws: BrokerFailure(.signIn)) { try await test.signIn(house.support) }
        }
        #expect(try await test.asked(house.grant(.identity, 0), by: house.physician).refusal != nil)
        #expect(try await test.ask(house.grant(.identity, 1), boss).refusal?.contains("forbidden") == true)
        #expect(await (try test.broker).admin(house.grant(.identity, 1)).refusal?.contains("forbidden") == true)
    }

    @Test func onlyThePracticesOwnPhysiciansGrantAndOnlyToSupport() async throws {
        let house = try await House()
        let test = house.house
        let elsewhere = try await test.practice()
        let others = [
            try await test.member(house.practice, .secretary), try await test.member(house.practice, .nurse),
            try await test.member(elsewhere), house.support, try await test.client(house.practice),
        ]
        let before = try test.size
        for other in others { #expect(try await test.asked(house.grant(.identity, 1), by: other).refusal != nil) }
        guard case .member(let nurse) = others[1].holder else { throw BrokerFailure(.invalid) }
        let wrong: [AdminRequest] = [
            .grant(practice: house.practice, member: nurse, tiers: .identity, hours: 1),
            .grant(practice: elsewhere, member: house.member, tiers: .identity, hours: 1),
            .grant(practice: house.practice, member: .random(), tiers: .identity, hours: 1),
            house.grant(.identity, 73), house.grant(.identity, -1), house.grant([], 1),
            .setMode(practice: house.practice, mode: "observe"),
            .erase(practice: house.practice, patient: house.patients[0]),
        ]
        for request in wrong {
            #expect(try await test.asked(request, by: house.physician).refusal != nil, "\(request)")
        }
        #expect(try test.size == before)
        // What was shown counts once.
        let content = try house.grant(.identity, 1).text
        let evidence = try test.evidence(content, by: house.physician)
        #expect(await (try test.broker).admin(.ask(content: content, evidence: evidence)).isDone)
        try test.restart()
        #expect(await (try test.broker).admin(.ask(content: content, evidence: evidence)).refusal == "signIn")
    }

    @Test func aPhysicianGrantsInASessionWithAFreshFactorAndIsToldOfAll() async throws {
        let house = try await House()
        let test = house.house
        let doctor = try await Somebody(test, house.practice)
        try await doctor.enrol()
        let token = try await doctor.signIn().token
        let content = try house.grant(.identity, 2).text
        func act(_ content: String) -> String {
            "grant:" + Base64URL.text(SHA256.hash(data: Array(content.utf8)))
        }
        func ask(_ content: String, _ fresh: SignIn?, path: String = "/signin/acts") async throws -> AdminReply? {
            let proof = try await doctor.proof(RequestProof.Named(), of: token, path: path)
            return try await test.broker.person(
                PersonRequest(token: token, proof: proof, .administer(content, fresh: fresh))
            ).reply
        }
        let fresh = try await doctor.evidence(act: act(content))
        await #expect(throws: BrokerFailure(.proof, "path")) { try await ask(content, fresh, path: "/signin/switch") }
        await #expect(throws: BrokerFailure(.signIn), "approved for another grant") {
            try await ask(try house.grant(.all, 72).text, fresh)
        }
        await #expect(throws: BrokerFailure(.signIn), "shown for a session") {
            try await ask(content, try await doctor.evidence())
        }
        await #expect(throws: BrokerFailure(.signIn), "a key file") {
            try await ask(content, try test.assertion(house.physician))
        }
        let bearer = try await test.signIn(house.physician)
        await #expect(throws: BrokerFailure(.forbidden, "bearer")) {
            try await test.broker.person(
                PersonRequest(
                    token: bearer, proof: [], .administer(content, fresh: try test.assertion(house.physician))))
        }
        let shown = try await doctor.evidence(act: act(content))
        #expect(try await ask(content, shown)?.isDone == true)
        await #expect(throws: BrokerFailure(.signIn), "shown again") { try await ask(content, shown) }
        _ = try await test.signIn(house.support)
        await #expect(throws: BrokerFailure(.forbidden, "notices")) {
            try await ask(content, nil, path: "/signin/notices")
        }
        let nurse = try await Somebody(test, house.practice, .nurse)
        try await nurse.enrol()
        let other = try await nurse.signIn().token
        let notices = try AdminRequest.notices(practice: house.practice, since: TestInstallation.start).text
        await #expect(throws: BrokerFailure(.forbidden, "notices")) {
            let proof = try await nurse.proof(RequestProof.Named(), of: other, path: "/signin/notices")
            return try await test.broker.person(
                PersonRequest(token: other, proof: proof, .administer(notices, fresh: nil)))
        }
        try await test.published()
        await #expect(throws: BrokerFailure(.proof, "path"), "signed for an act") { try await ask(notices, nil) }
        let told = try await ask(notices, nil, path: "/signin/notices")
        guard case .notices(let lines, nil) = told else { throw BrokerFailure(.invalid) }
        #expect(lines.filter { $0.contains(#""kind":"grant""#) }.count == 1)
        #expect(lines.filter { $0.contains(#""act":"grant""#) }.count == 1)
    }

    @Test func aRightToImportIsAnActOfTwoAndExpires() async throws {
        let live = try await ActTests.House()
        let test = live.house
        let account = try await test.approvedClient(live)
        let request = { (hours: Int64) -> AdminRequest in
            guard case .client(let id) = account.holder else { return .status }
            return .allowImport(practice: live.practice, client: id, hours: hours)
        }
        let token = try await test.signIn(account)
        await #expect(throws: BrokerFailure(.forbidden, "deposits")) {
            for _ in 0..<6 { _ = try await test.patients(999, token) }
        }
        let act = request(2)
        #expect(await (try test.broker).admin(act).refusal != nil)
        #expect(try await test.approve(try await test.asked(act, live.first), act, live.second).isDone)
        let again = try await test.signIn(account)
        for _ in 0..<6 { _ = try await test.patients(999, again) }
        test.advance(seconds: 2 * 3_600)
        let late = try await test.signIn(account)
        await #expect(throws: BrokerFailure(.forbidden, "deposits")) {
            for _ in 0..<6 { _ = try await test.patients(999, late) }
        }
    }
}

@Suite("What a practice is told")
struct NoticeTests {
    @Test func itsOwnAndWhatIsAboutAll() async throws {
        let live = try await ActTests.House()
        let house = live.house
        let broker = try house.broker
        let act = AdminRequest.setMode(practice: live.practice, mode: "observe")
        #expect(try await house.approve(try await house.asked(act, live.first), act, live.second).isDone)
        let other = AdminRequest.addPractice(name: "P2", size: 1)
        let reply = try await house.approve(try await house.asked(other, live.first), other, live.second)
        let second = try #require(reply.added.flatMap { PracticeID($0) })
        for practice in [live.practice, second] {
            _ = await broker.admin(.freeze(scope: .practice, practice: practice, holder: nil, reason: "alarm"))
        }
        _ = await broker.admin(.freeze(scope: .installation, practice: nil, holder: nil, reason: "all"))
        try await house.published()
        let kinds = try await notices(house, live.practice, TestInstallation.start)
        #expect(kinds.filter { $0 == "freeze" }.count == 2)
        #expect(kinds.filter { $0 == "request" }.count == 1 && kinds.filter { $0 == "approval" }.count == 1)
        #expect(kinds.contains("client") && !kinds.contains("practice") && !kinds.contains("session"))
        #expect(try await notices(house, second, TestInstallation.start) == ["freeze", "freeze"])
        #expect(try await notices(house, second, try house.now.adding(seconds: 1)).isEmpty)
    }

    private func notices(
        _ house: TestInstallation, _ practice: PracticeID, _ since: Timestamp
    ) async throws -> [String] {
        let reply = await (try house.broker).admin(.notices(practice: practice, since: since))
        guard case .notices(let lines, nil) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return try lines.map { line in
            let entry = try LedgerEntry(Array(line.utf8))
            #expect(entry.link == nil || entry.link?.practice == practice)
            return entry.event.kind
        }
    }
}

extension TestInstallation {
    func evidence(_ content: String, by account: Account) throws -> ActEvidence {
        let audience = ActStep.request.audience(digest: Array(SHA256.hash(data: Array(content.utf8))))
        switch account.holder {
        case .member(let id):
            return .membership(assertion: try account.key.assertion(subject: id, audience: audience, now: now))
        case .client(let id):
            return .membership(assertion: try account.key.assertion(subject: id, audience: audience, now: now))
        }
    }

    /// Asks as a membership.
    func asked(_ request: AdminRequest, by account: Account) async throws -> AdminReply {
        let content = try request.text
        return await (try broker).admin(.ask(content: content, evidence: try evidence(content, by: account)))
    }

    /// A client that two people added to a live installation.
    func approvedClient(_ live: ActTests.House) async throws -> Account {
        let key = KeyPair()
        let request = AdminRequest.addClient(
            practice: live.practice, role: .partner, name: "N", key: key.publicKey.text, partner: nil,
            depositOnly: false)
        let reply = try await approve(try await asked(request, live.first), request, live.second)
        guard let id = reply.added.flatMap({ ClientID($0) }) else { throw BrokerFailure(.invalid, "\(reply)") }
        return Account(holder: .client(id), key: key)
    }
}
