import BrokerAPI
import ClientKeys
import Testing
import Vocabulary

@testable import Broker

@Suite("Acts of two people, at the same moment")
struct ActRaceTests {
    private static let rounds = 20

    /// Sends all at once; how many were carried out.
    private func race(_ broker: Broker, _ requests: [AdminRequest]) async -> [Bool] {
        await withTaskGroup(of: (Int, Bool).self) { group in
            for (place, request) in requests.enumerated() {
                group.addTask { (place, await broker.admin(request).refusal == nil) }
            }
            return await group.reduce(into: Array(repeating: false, count: requests.count)) { $0[$1.0] = $1.1 }
        }
    }

    /// What the ledger says of the acts: of each, its approvals.
    private func approvals(_ house: TestInstallation) throws -> [String: [Approval]] {
        var found: [String: [Approval]] = [:]
        try house.broker.forEachEntry { _, entry in
            if case .approval(let body) = entry.event { found[body.request, default: []].append(body) }
        }
        return found
    }

    @Test func ofSixteenApprovalsOneWins() async throws {
        let live = try await ActTests.House()
        let house = live.house
        var approvers = [live.second]
        for index in 0..<15 {
            let key = KeyPair()
            let request = AdminRequest.addOperator(name: "O\(index)", key: key.publicKey.text)
            let reply = try await house.approve(try await house.asked(request, live.first), request, live.second)
            guard case .enrolled(let person, let uri) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
            approvers.append(TestOperator(person: person, key: key, totp: try TestInstallation.totp(uri)))
        }
        for round in 0..<ActRaceTests.rounds {
            let request = AdminRequest.addPractice(name: "P\(round)", size: 1)
            let (content, id, now) = (try request.text, try await house.asked(request, live.first), try house.now)
            // Sixteen people, and in every other round one person sixteen times.
            let who = round.isMultiple(of: 2) ? approvers : Array(repeating: live.second, count: 16)
            let all = try who.map { one in
                AdminRequest.approve(act: id, evidence: try one.evidence(.approval(id), content, now))
            }
            #expect(await race(try house.broker, all).count(where: \.self) == 1, "round \(round)")
            #expect(try approvals(house)[id.description]?.count == 1, "round \(round)")
            house.advance(seconds: 60)
        }
        #expect(try house.broker.look { state, _ in state.practices.count } == ActRaceTests.rounds + 1)
        let state = try house.broker.look { state, _ in state }
        try house.restart()
        #expect(try house.broker.look { state, _ in state } == state)
    }

    @Test func ofAnApprovalAndARefusalOneWins() async throws {
        let live = try await ActTests.House()
        let house = live.house
        var carriedOut = 0
        for round in 0..<ActRaceTests.rounds {
            let request = AdminRequest.addPractice(name: "P\(round)", size: 1)
            let (content, id, now) = (try request.text, try await house.asked(request, live.first), try house.now)
            let approval = AdminRequest.approve(
                act: id, evidence: try live.second.evidence(.approval(id), content, now))
            let refusal = AdminRequest.refuse(act: id, evidence: try live.first.evidence(.refusal(id), content, now))
            let isFirst = round.isMultiple(of: 2)
            let won = await race(try house.broker, isFirst ? [approval, refusal] : [refusal, approval])
            #expect(won.count(where: \.self) == 1, "round \(round)")
            let isApproved = won[isFirst ? 0 : 1]
            let entered = try approvals(house)[id.description] ?? []
            #expect(entered.count == 1 && entered.first?.refused == !isApproved, "round \(round)")
            carriedOut += isApproved ? 1 : 0
            #expect(try house.broker.look { state, _ in state.practices.count } == carriedOut + 1, "round \(round)")
            #expect(try house.broker.look { state, _ in state.acts.isEmpty }, "round \(round)")
            #expect(try await house.approve(id, request, live.second).refusal != nil, "round \(round)")
        }
    }

    @Test func anApprovalLeavesAFreezeOfThePracticeAlone() async throws {
        let live = try await ActTests.House()
        let (house, practice) = (live.house, live.practice)
        let freeze = AdminRequest.freeze(scope: .practice, practice: practice, holder: nil, reason: "alarm")
        let thaw = AdminRequest.thaw(scope: .practice, practice: practice, holder: nil, reason: "over")
        for round in 0..<ActRaceTests.rounds {
            let key = KeyPair()
            let request = AdminRequest.addMember(
                practice: practice, role: .physician, name: "N\(round)", key: key.publicKey.text, shares: nil, end: nil)
            let (content, id, now) = (try request.text, try await house.asked(request, live.first), try house.now)
            let approval = AdminRequest.approve(
                act: id, evidence: try live.second.evidence(.approval(id), content, now))
            let isFirst = round.isMultiple(of: 2)
            let won = await race(try house.broker, isFirst ? [approval, freeze] : [freeze, approval])
            #expect(won == [true, true], "round \(round)")
            let entered = try approvals(house)[id.description]
            #expect(entered?.map(\.refused) == [false], "round \(round)")
            let state = try house.broker.look { state, _ in state }
            #expect(state.practices[practice]?.isFrozen == true, "round \(round)")
            #expect(state.practices[practice]?.members.count == round + 1, "round \(round)")
            // Whom the act let in is as frozen as everybody.
            let member = try #require(
                state.practices[practice]?.members.first { $0.value.keys == [key.publicKey.text] })
            await #expect(throws: BrokerFailure(.frozen), "round \(round)") {
                try await house.signIn(Account(holder: .member(member.key), key: key))
            }
            house.advance(seconds: 30)
            #expect(try await house.ask(thaw, live.first).isDone, "round \(round)")
            house.advance(seconds: 30)
        }
        let state = try house.broker.look { state, _ in state }
        try house.restart()
        #expect(try house.broker.look { state, _ in state } == state)
    }
}
