import BrokerAPI
import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("Many at once")
struct ConcurrencyTests {
    @Test func sixtyFourCallersNeverOpenOneTooMany() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(640, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        var tokens: [SessionToken] = []
        for _ in 0..<4 { tokens.append(try await house.signIn(account)) }
        let broker = try house.broker
        let opened = await withTaskGroup(of: Int.self) { group in
            for caller in 0..<64 {
                let token = tokens[caller % 4]
                let some = Array(patients[caller * 10..<caller * 10 + 10])
                group.addTask {
                    let request = ReleaseRequest(token: token, patients: some, tiers: .identity, purpose: .read)
                    return (try? await broker.release(request))?.answers.filter(\.isReleased).count ?? 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(opened == 150)
    }

    /// Double fetch: whoever asks for one patient sixteen times at once has opened one.
    @Test func onePatientFetchedByManyAtOnceIsOneOpening() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(200, importer, clinical: TestInstallation.start)
        let account = try await house.member(practice)
        var tokens: [SessionToken] = []
        for _ in 0..<4 { tokens.append(try await house.signIn(account)) }
        let broker = try house.broker
        for round in 0..<20 {
            await withTaskGroup(of: Void.self) { group in
                for caller in 0..<16 {
                    let token = tokens[caller % 4]
                    group.addTask {
                        let request = ReleaseRequest(
                            token: token, patients: [patients[round]], tiers: .identity, purpose: .read)
                        let answers = try? await broker.release(request).answers
                        #expect(answers?.first?.isReleased == true)
                    }
                }
            }
        }
        var openings = 0
        try house.broker.forEachEntry { _, entry in
            if case .release(let release) = entry.event, release.opening { openings += 1 }
        }
        #expect(openings == 20)
        // What is left of the hour's 150 is there.
        #expect(try await house.opened(Array(patients[20..<160]), tokens[0]) == 130)
    }

    @Test func everyReleaseIsInTheLedgerBeforeItsKeyLeaves() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(100, importer, clinical: TestInstallation.start)
        let token = try await house.signIn(try await house.member(practice))
        let opened = try await house.opened(patients, token)
        var entered = 0
        try house.broker.forEachEntry { _, entry in
            if case .release(let release) = entry.event, release.subject != nil { entered += 1 }
        }
        #expect(entered == opened)
    }

    @Test func aThousandRefusalsAreTwoEntriesAMinute() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 3)
        let token = try await house.signIn(try await house.member(practice, .secretary))
        let importer = try await house.signIn(try await house.client(practice))
        let patients = try await house.patients(20, importer, clinical: TestInstallation.start)
        let before = try house.broker.look { state, _ in state.size }
        for _ in 0..<50 { #expect(try await house.opened(patients, token, .restricted) == 0) }
        let after = try house.broker.look { state, _ in state.size }
        #expect(after - before == 1)
        house.advance(seconds: 61)
        try await house.broker.flush()
        #expect(try house.broker.look { state, _ in state.size } - before == 2)
    }
}
