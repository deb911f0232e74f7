import BrokerAPI
import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("Canaries")
struct CanaryTests {
    @Test func openingOneIsAnAlarmAndListingItIsNot() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(8, importer, clinical: TestInstallation.start)
        let broker = try house.broker
        let before = try house.size
        #expect(await broker.admin(.markCanary(practice: practice, patient: patients[3])).isDone)
        #expect(await broker.admin(.markCanary(practice: practice, patient: .random())).refusal != nil)
        // Nothing says so: no entry, and no id in any file of the broker.
        #expect(try house.size == before)
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        #expect(try await house.opened([patients[0]], token) == 1)
        #expect(try alerts(house).isEmpty)
        let shown = try await broker.release(
            [(patients[3], .identity)], in: Proven(session: try broker.authenticate(token), proof: nil),
            purpose: .search, gateway: nil)
        #expect(shown.answers.filter(\.isReleased).count == 1)
        #expect(try alerts(house).isEmpty)
        try house.restart()
        #expect(try await house.opened(patients, token, .medical) == 8)
        #expect(try await house.opened(patients, token, .medical) == 8)
        let alerts = try alerts(house)
        #expect(alerts.map(\.holder) == [account.holder] && alerts.map(\.tier) == ["medical"])
        // The practice is told; whoever opened it is not, in a session of theirs.
        try await house.published()
        let start = TestInstallation.start
        for (asker, count) in [(Holder?.none, 1), (account.holder, 0), (.member(.random()), 1)] {
            let told = try await (try house.broker).notices(practice, since: start, to: asker)
            guard case .notices(let lines, _) = told else { throw BrokerFailure(.invalid) }
            #expect(lines.filter { $0.contains(#""name":"canary""#) }.count == count)
        }
    }

    @Test func forWhicheverPurposeAGatewaySaysItIsOpened() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice()
        let importer = try await house.signIn(try await house.client(practice))
        let canaries = try await house.patients(3, importer, clinical: TestInstallation.start)
        for canary in canaries {
            #expect(await (try house.broker).admin(.markCanary(practice: practice, patient: canary)).isDone)
        }
        let token = try await house.signIn(try await house.member(practice))
        // Seen by a search before: no opening any more, and an alarm all the same.
        _ = try await house.broker.release(
            canaries.map { ($0, .identity) }, in: Proven(session: try house.broker.authenticate(token), proof: nil),
            purpose: .search, gateway: nil)
        #expect(try alerts(house).isEmpty)
        for (canary, purpose) in zip(canaries, [Purpose.read, .emergency, .condition]) {
            for _ in 0..<3 { #expect(try await house.opened([canary], token, purpose: purpose) == 1) }
        }
        #expect(try alerts(house).count == 3)
    }

    private func alerts(_ house: TestInstallation) throws -> [Alert] {
        var found: [Alert] = []
        try house.broker.forEachEntry { _, entry in
            if case .alert(let body) = entry.event, body.name == .canary { found.append(body) }
        }
        return found
    }
}
