import BrokerAPI
import ClientKeys
import Crypto
import Identity
import Testing
import Vocabulary

@testable import Broker

@Suite("Acts of two people")
struct ActTests {
    /// A live installation with two operators, a practice and its patient.
    struct House {
        let house: TestInstallation
        let practice: PracticeID
        let patient: PatientID
        let first: TestOperator
        let second: TestOperator

        init(simulated: Bool = true) async throws {
            house = try TestInstallation(simulated: simulated)
            practice = try await house.practice()
            patient = try await house.patients(1, try await house.signIn(try await house.client(practice)))[0]
            first = try await house.addOperator()
            second = try await house.addOperator()
            #expect(await (try house.broker).admin(.live).isDone)
        }

        var acts: [AdminRequest] {
            let key = KeyPair().publicKey.text
            return [
                .addPractice(name: "P2", size: 2),
                .addMember(practice: practice, role: .physician, name: "N", key: key, shares: nil, end: nil),
                .invite(practice: practice, role: .nurse, name: "N", person: nil, shares: nil, end: nil),
                .addClient(practice: practice, role: .partner, name: "N", key: key, partner: nil, depositOnly: false),
                .setLimits(Limits.standard.text), .setMode(practice: practice, mode: "observe"),
                .addRecipient(fingerprint: String(repeating: "ab", count: 32)),
                .export(practice: practice, fingerprint: String(repeating: "ab", count: 32)),
                .erase(practice: practice, patient: patient), .addOperator(name: "O3", key: KeyPair().publicKey.text),
            ]
        }
    }

    @Test func eachIsCarriedOutOnceAskedAndApproved() async throws {
        let live = try await House()
        let (house, first, second) = (live.house, live.first, live.second)
        for request in live.acts {
            let word = try #require(request.act).word
            #expect(await (try house.broker).admin(request).refusal?.contains("act of two people") == true, "\(word)")
            let before = try house.size
            let id = try await house.asked(request, first)
            #expect(try house.kinds(after: before) == ["request"], "\(word)")
            let reply = try await house.approve(id, request, second)
            #expect(reply.refusal == nil, "\(word): \(reply)")
            let kinds = try house.kinds(after: before)
            #expect(kinds.starts(with: ["request", "approval"]) && kinds.count > 2, "\(word): \(kinds)")
            // Once, whoever asks again.
            #expect(try await house.approve(id, request, second).refusal != nil, "\(word)")
            #expect(try house.kinds(after: before) == kinds, "\(word)")
        }
        let state = try house.broker.look { state, _ in state }
        #expect(state.practices.count == 2 && state.operators.count == 3 && state.acts.isEmpty)
        #expect(state.practices[live.practice]?.patients.isEmpty == true)
        try house.restart()
        #expect(try house.broker.look { state, _ in state } == state)
    }

    @Test func nobodyApprovesAloneOrUnknownOrWithoutACode() async throws {
        let live = try await House()
        let (house, first, second, broker) = (live.house, live.first, live.second, try live.house.broker)
        let request = AdminRequest.erase(practice: live.practice, patient: live.patient)
        let content = try request.text
        let stranger = TestOperator(person: PersonID.random(), key: KeyPair(), totp: second.totp)
        let thief = TestOperator(person: second.person, key: KeyPair(), totp: second.totp)
        for who in [stranger, thief] { #expect(try await house.ask(request, who).refusal == "signIn") }
        let id = try await house.asked(request, first)
        let before = try house.size
        #expect(try await house.approve(id, request, first).refusal?.contains("another") == true)
        for who in [stranger, thief] { #expect(try await house.approve(id, request, who).refusal == "signIn") }
        let other = AdminRequest.erase(practice: live.practice, patient: PatientID.random())
        #expect(try await house.approve(id, other, second).refusal == "signIn")
        #expect(try await house.approve(ActID.random(), request, second).refusal != nil)
        let wrong: [ActEvidence] = [
            try second.evidence(.approval(id), content, try house.now, code: "000000"),
            try second.evidence(.approval(ActID.random()), content, try house.now),
            try second.evidence(.request, content, try house.now),
            try second.evidence(.refusal(id), content, try house.now),
            try second.evidence(.approval(id), content, try house.now.adding(seconds: -600)),
        ]
        for evidence in wrong { #expect(await broker.admin(.approve(act: id, evidence: evidence)).refusal == "signIn") }
        #expect(try house.size == before)
        #expect(try await house.approve(id, request, second).isDone)
    }

    @Test func ofManyApprovalsAtOnceOneWins() async throws {
        let live = try await House()
        let house = live.house
        let broker = try house.broker
        var approvers = [live.second]
        for index in 0..<7 {
            let key = KeyPair()
            let request = AdminRequest.addOperator(name: "O\(index)", key: key.publicKey.text)
            let reply = try await house.approve(try await house.asked(request, live.first), request, live.second)
            guard case .enrolled(let person, let uri) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
            approvers.append(TestOperator(person: person, key: key, totp: try TestInstallation.totp(uri)))
        }
        var won = 0
        for round in 0..<20 {
            let request = AdminRequest.addPractice(name: "P\(round)", size: 1)
            let content = try request.text
            let id = try await house.asked(request, live.first)
            let now = try house.now
            let evidence = try approvers.map { try $0.evidence(.approval(id), content, now) }
            won += await withTaskGroup(of: Bool.self) { group in
                for one in evidence {
                    group.addTask { await broker.admin(.approve(act: id, evidence: one)).added != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            house.advance(seconds: 60)
        }
        #expect(won == 20)
        #expect(broker.look { state, _ in state.practices.count } == 21)
        #expect(try broker.vault.practiceNames().count == 21)
    }

    @Test func wrongCodesOfOneOperatorKeepNobodyElseFromApproving() async throws {
        let live = try await House()
        let (house, first, second) = (live.house, live.first, live.second)
        let request = AdminRequest.setMode(practice: live.practice, mode: "observe")
        let id = try await house.asked(request, first)
        let content = try request.text
        for _ in 0..<60 {
            let wrong = try first.evidence(.refusal(id), content, house.now, code: "000000")
            #expect(await (try house.broker).admin(.refuse(act: id, evidence: wrong)).refusal == "signIn")
        }
        let right = try first.evidence(.refusal(id), content, house.now)
        #expect(await (try house.broker).admin(.refuse(act: id, evidence: right)).refusal == "signIn", "ten a day")
        #expect(try await house.approve(id, request, second).isDone)
    }

    @Test func anActWaitsSevenDaysAndNotLonger() async throws {
        let live = try await House()
        let (house, first, second) = (live.house, live.first, live.second)
        let request = AdminRequest.setMode(practice: live.practice, mode: "observe")
        let late = try await house.asked(request, first)
        house.advance(seconds: 7 * 86_400)
        #expect(try await house.approve(late, request, second).refusal != nil)
        let id = try await house.asked(request, first)
        #expect(throws: (any Error).self) { try house.broker.vault.secret(KeyVault.name(of: late.description)) }
        house.advance(seconds: 7 * 86_400 - 60)
        #expect(try await house.approve(id, request, second).isDone)
        #expect(try house.broker.look { state, _ in state.practices[live.practice]?.enforces } == false)
    }

    @Test func whatIsShownCountsOnceAlsoAfterARestart() async throws {
        let live = try await House()
        let (house, first, second) = (live.house, live.first, live.second)
        let request = AdminRequest.setMode(practice: live.practice, mode: "observe")
        let content = try request.text
        let shown = try first.evidence(.request, content, try house.now)
        let ask = AdminRequest.ask(content: content, evidence: shown)
        guard case .asked(let id) = await (try house.broker).admin(ask) else { throw BrokerFailure(.invalid) }
        #expect(await (try house.broker).admin(ask).refusal == "signIn")
        // The same code with another assertion.
        let again = try first.evidence(.request, content, try house.now)
        #expect(await (try house.broker).admin(.ask(content: content, evidence: again)).refusal == "signIn")
        try house.restart()
        for evidence in [shown, again] {
            #expect(await (try house.broker).admin(.ask(content: content, evidence: evidence)).refusal == "signIn")
        }
        #expect(try await house.approve(id, request, second).isDone)
    }

    @Test func contentThatWasChangedIsNotCarriedOut() async throws {
        let live = try await House()
        let (house, first, second) = (live.house, live.first, live.second)
        let request = AdminRequest.addPractice(name: "P2", size: 1)
        let other = AdminRequest.addPractice(name: "P2", size: 9_999)
        let id = try await house.asked(request, first)
        try house.broker.vault.setSecret(KeyVault.name(of: id.description), Array(try other.text.utf8))
        for signed in [request, other] { #expect(try await house.approve(id, signed, second).refusal != nil) }
        #expect(try house.broker.look { state, _ in state.practices.count } == 1)
        // Of one content there is one text: nobody approves what reads otherwise than it is carried out.
        let twice =
            #"{"erase":{"patient":"\#(live.patient)","patient":"\#(live.patient)","practice":"\#(live.practice)"}}"#
        for text in [twice, " " + (try request.text), try request.text.replacing("1", with: "1.0"), "{}", ""] {
            let evidence = try first.evidence(.request, text, try house.now)
            #expect(
                await (try house.broker).admin(.ask(content: text, evidence: evidence)).refusal?.contains("invalid")
                    == true)
        }
    }

    @Test func whoAskedMayTakeItBackAndOthersMayRefuse() async throws {
        let live = try await House()
        let house = live.house
        for who in [live.first, live.second] {
            let request = AdminRequest.setMode(practice: live.practice, mode: "observe")
            let id = try await house.asked(request, live.first)
            let evidence = try who.evidence(.refusal(id), try request.text, try house.now)
            #expect(await (try house.broker).admin(.refuse(act: id, evidence: evidence)).isDone)
            house.advance(seconds: 30)
            #expect(try await house.approve(id, request, live.second).refusal != nil)
        }
        guard case .acts(let left) = await (try house.broker).admin(.acts) else { throw BrokerFailure(.invalid) }
        #expect(left.isEmpty)
    }

    @Test func aThawTakesOneOperatorAndAFreezeAnybody() async throws {
        let live = try await House()
        let house = live.house
        let freeze = AdminRequest.freeze(scope: .practice, practice: live.practice, holder: nil, reason: "alarm")
        let thaw = AdminRequest.thaw(scope: .practice, practice: live.practice, holder: nil, reason: "over")
        #expect(await (try house.broker).admin(freeze).isDone)
        #expect(await (try house.broker).admin(thaw).refusal != nil)
        #expect(try await house.ask(thaw, live.first).isDone)
        let state = try house.broker.look { state, _ in state }
        #expect(state.practices[live.practice]?.isFrozen == false && state.acts.isEmpty)
        // Enforcing, asking and what is no act need or take no second person.
        #expect(await (try house.broker).admin(.setMode(practice: live.practice, mode: "enforce")).isDone)
        for request in [AdminRequest.status, .live, .acts, freeze] {
            #expect(try await house.ask(request, live.first).refusal?.contains("invalid") == true)
        }
    }

    @Test func twoOperatorsComeBeforeLiveAndStay() async throws {
        let house = try TestInstallation(simulated: false)
        let first = try await house.addOperator()
        #expect(await (try house.broker).admin(.live).refusal?.contains("two operators") == true)
        let second = try await house.addOperator()
        #expect(await (try house.broker).admin(.live).isDone)
        let remove = AdminRequest.removeOperator(person: first.person)
        let id = try await house.asked(remove, first)
        #expect(try await house.approve(id, remove, second).refusal?.contains("last two") == true)
        let add = AdminRequest.addOperator(name: "O", key: KeyPair().publicKey.text)
        let third = try await house.approve(try await house.asked(add, first), add, second)
        guard case .enrolled = third else { throw BrokerFailure(.invalid, "\(third)") }
        #expect(try await house.approve(id, remove, second).isDone)
        #expect(try await house.ask(add, first).refusal == "signIn")
    }

    @Test func wrongCodesAreCounted() async throws {
        let live = try await House()
        let house = live.house
        let request = AdminRequest.setMode(practice: live.practice, mode: "observe")
        let content = try request.text
        for _ in 0..<10 {
            let evidence = try live.first.evidence(.request, content, try house.now, code: "000000")
            #expect(await (try house.broker).admin(.ask(content: content, evidence: evidence)).refusal == "signIn")
        }
        #expect(try await house.ask(request, live.first).refusal == "signIn")
        house.advance(seconds: 86_400)
        _ = try await house.asked(request, live.first)
    }
}
