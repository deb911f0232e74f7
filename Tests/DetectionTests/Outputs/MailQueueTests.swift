import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Detection

/// A program whose answers are set by the test.
private final class Taker: Sendable {
    let state = Mutex((isUp: true, mails: [String]()))

    @Sendable func send(_ message: [UInt8]) async -> Bool {
        state.withLock { state in
            if state.isUp { state.mails.append(String(decoding: message, as: UTF8.self)) }
            return state.isUp
        }
    }

    func set(isUp: Bool) { state.withLock { $0.isUp = isUp } }

    var mails: [String] { state.withLock { $0.mails } }
}

@Suite("Mail with a queue on disk")
struct MailQueueTests {
    private let clock = ManualClock(SampleFinding.noon)

    private func queue(_ path: String, _ taker: Taker) throws -> MailQueue {
        let from = try #require(MailAddress("watch@clinic.test"))
        let to = try #require(MailAddress("duty@clinic.test"))
        return MailQueue(
            queue: try DeliveryQueue(directory: path), message: MailMessage(from: from, to: [to]), clock: clock,
            send: taker.send)
    }

    @Test func theFirstGoesAtOnceAndTheRestTogetherAMinuteLater() async throws {
        let (files, taker) = (try TestFile(), Taker())
        let queue = try queue(files.path("mail"), taker)
        try await queue.add(SampleFinding.fanOut(id: "a0"))
        try await queue.deliver()
        for number in 1...60 { try await queue.add(SampleFinding.fanOut(id: "a\(number)", level: .medium)) }
        try await queue.add(SampleFinding.fanOut(id: "b", level: .critical))
        try await queue.deliver()
        #expect(taker.mails.count == 1 && taker.mails[0].contains("finding a0\r\n"))
        clock.advance(seconds: 60)
        try await queue.deliver()
        #expect(taker.mails.count == 2 && taker.mails[1].contains("Subject: =?utf-8?q?=5Bcritical=5D"))
        let waiting = await queue.waiting
        #expect(
            waiting == 11 && taker.mails[1].contains("finding a49\r\n") && !taker.mails[1].contains("finding a50\r\n"))
        clock.advance(seconds: 60)
        try await queue.deliver()
        let delivered = await queue.delivered
        #expect(delivered == 62 && taker.mails.count == 3)
    }

    @Test func whatWasNotTakenIsTriedAgainAlsoAfterARestart() async throws {
        let (files, taker) = (try TestFile(), Taker())
        taker.set(isUp: false)
        var mail: MailQueue? = try queue(files.path("mail"), taker)
        try await mail?.add(SampleFinding.fanOut(id: "a"))
        try await mail?.deliver()
        taker.set(isUp: true)
        try await mail?.deliver()
        #expect(taker.mails.isEmpty)
        mail = nil
        let again = try queue(files.path("mail"), taker)
        try await again.deliver()
        let waiting = await again.waiting
        #expect(taker.mails.count == 1 && waiting == 0)
    }

    @Test func aTornBodyHoldsNothingUp() async throws {
        let (files, taker) = (try TestFile(), Taker())
        let queue = try queue(files.path("mail"), taker)
        try await queue.add(SampleFinding.fanOut(id: "a"))
        let names = try FileManager.default.contentsOfDirectory(atPath: files.path("mail")).filter {
            !$0.hasPrefix(".")
        }
        try files.write("torn", to: "mail/" + (names.first ?? ""))
        try await queue.deliver()
        let waiting = await queue.waiting
        #expect(taker.mails.isEmpty && waiting == 0)
    }
}
