import BrokerAPI
import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Broker

/// A freeze while keys are being released: what was asked for after it was answered opens nothing. `COLLOQUE_FULL=1` freezes a
/// thousand times.
@Suite struct FreezeEffectTests {
    private static let rounds = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1" ? 1_000 : 40

    private final class Answered: Sendable {
        let yet = Mutex(false)
    }

    @Test func nothingOpensAfterAFreezeWasAnswered() async throws {
        let house = try TestInstallation()
        let practice = try await house.practice(size: 50)
        let patients = try await house.patients(
            60, try await house.signIn(try await house.client(practice)), clinical: TestInstallation.start)
        let account = try await house.member(practice)
        let broker = try house.broker
        var times: [Duration] = []
        for round in 0..<Self.rounds {
            house.advance(seconds: 60)
            let token = try await house.signIn(account)
            let answered = Answered()
            let opened = try await withThrowingTaskGroup(of: Int.self) { group in
                for caller in 0..<4 {
                    group.addTask {
                        var late = 0
                        for turn in 0..<30 {
                            let isLate = answered.yet.withLock { $0 }
                            let request = ReleaseRequest(
                                token: token, patients: [patients[(caller * 15 + turn) % 60]], tiers: .identity,
                                purpose: .read)
                            let answers = try? await broker.release(request).answers
                            if isLate, answers?.contains(where: \.isReleased) == true { late += 1 }
                        }
                        return late
                    }
                }
                for _ in 0..<(round % 7) { await Task.yield() }
                let start = ContinuousClock.now
                let reply = await broker.admin(
                    .freeze(scope: .member, practice: practice, holder: account.holder, reason: "test"))
                answered.yet.withLock { $0 = true }
                times.append(start.duration(to: .now))
                guard case .done = reply else { throw BrokerFailure(.invalid, "\(reply)") }
                return try await group.reduce(0, +)
            }
            #expect(opened == 0)
            _ = await broker.admin(.thaw(scope: .member, practice: practice, holder: account.holder, reason: "test"))
        }
        times.sort()
        let count = times.count
        print(
            "a freeze among releases took effect within \(times[count / 2]) (median), \(times[count * 99 / 100]) (p99), "
                + "\(times[count - 1]) (longest of \(count))")
    }
}
