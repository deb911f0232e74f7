import BrokerAPI
import ClientKeys
import Identity
import Testing
import Vocabulary

@testable import Broker

@Suite("Once live, one person does nothing large")
struct LiveTests {
    @Test func actsOfTwoAreRefusedToOne() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patient = try await house.patients(1, importer)[0]
        let broker = try house.broker
        #expect(isDone(await broker.admin(.live)))
        let size = broker.look { state, _ in state.size }
        let key = KeyPair().publicKey.text
        let acts: [AdminRequest] = [
            .addPractice(name: "P", size: 10_000),
            .addMember(practice: practice, role: .physician, name: "N", key: key, shares: nil, end: nil),
            .addClient(practice: practice, role: .partner, name: "N", key: key, partner: nil, depositOnly: false),
            .setLimits(Limits.standard.text), .setMode(practice: practice, mode: "observe"),
            .erase(practice: practice, patient: patient),
        ]
        for act in acts {
            guard case .refused(let reason) = await broker.admin(act) else { throw BrokerFailure(.invalid, "\(act)") }
            #expect(reason.contains("act of two people"))
        }
        #expect(broker.look { state, _ in state.size } == size)
        for act: AdminRequest in [
            .setMode(practice: practice, mode: "enforce"),
            .freeze(scope: .practice, practice: practice, holder: nil, reason: "drill"),
        ] { #expect(isDone(await broker.admin(act)), "\(act)") }
    }

    private func isDone(_ reply: AdminReply) -> Bool { if case .done = reply { true } else { false } }
}
