import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Detection

/// A receiver whose answers are set by the test.
private final class Receiver: Sendable {
    struct State {
        var statuses: [Int?] = []
        var keys: [String] = []
        var headers: [[String: String]] = []
        var bodies: [[UInt8]] = []
    }
    struct Down: Error {}
    let state = Mutex(State())

    func answer(_ statuses: [Int?]) { state.withLock { $0.statuses += statuses } }

    @Sendable func send(_ url: String, _ headers: [(name: String, value: String)], _ body: [UInt8]) async throws -> Int
    {
        let status = state.withLock { state in
            let headers = Dictionary(uniqueKeysWithValues: headers.map { ($0.name, $0.value) })
            state.keys.append(headers["Idempotency-Key"] ?? "")
            state.headers.append(headers)
            state.bodies.append(body)
            return state.statuses.isEmpty ? 200 : state.statuses.removeFirst()
        }
        guard let status else { throw Down() }
        return status
    }

    var keys: [String] { state.withLock { $0.keys } }
}

@Suite("Signed webhook with a queue on disk")
struct WebhookTests {
    private let secret = Array("a secret of thirty-two bytes, ok".utf8)
    private let clock = ManualClock(SampleFinding.noon)

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/queue-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private func webhook(_ path: String, _ receiver: Receiver, _ limits: DeliveryQueue.Limits = .init()) throws
        -> Webhook
    {
        let queue = try DeliveryQueue(directory: path, limits: limits)
        let signature = try #require(WebhookSignature(secret: secret))
        return Webhook(
            queue: queue, url: "https://siem.example", signature: signature, clock: clock, send: receiver.send)
    }

    /// HMAC-SHA-256 of `1767601800.{"a":1}` under the secret, computed with Python's `hmac`.
    @Test func signatureIsThatOfOthers() throws {
        let signature = try #require(WebhookSignature(secret: secret))
        let body = Array(#"{"a":1}"#.utf8)
        let value = signature.value(for: body, at: SampleFinding.noon)
        #expect(value == "t=1767601800,v1=92de18715df29ad062bd03c1168c12abce01457bc6758a85cd5dffc726a2b4c9")
        #expect(signature.verify(value, body: body, at: SampleFinding.noon.adding(seconds: 299)))
        #expect(!signature.verify(value, body: body, at: SampleFinding.noon.adding(seconds: 301)))
        #expect(!signature.verify(value, body: body + [32], at: SampleFinding.noon))
        for text in ["", "t=1,v1=", "v1=00,t=1", value + ",v1=0", value.replacingFirst("t=1", with: "t=2")] {
            #expect(!signature.verify(text, body: body, at: SampleFinding.noon), "\(text)")
        }
        #expect(WebhookSignature(secret: [1, 2, 3]) == nil)
    }

    @Test func deliversTheGravestFirstAndOnce() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            let webhook = try webhook(path, receiver)
            for (id, level) in [("a", RuleLevel.low), ("b", .critical), ("c", .low), ("d", .critical)] {
                try await webhook.add(SampleFinding.fanOut(id: id, level: level), body: Array(id.utf8))
            }
            try await webhook.add(SampleFinding.fanOut(id: "b", level: .critical), body: [1], update: 2)
            try await webhook.deliver()
            #expect(receiver.keys == ["b", "d", "b.2", "a", "c"])
            #expect(await webhook.waiting == 0)
            let header = receiver.state.withLock { $0.headers[0][WebhookSignature.header] } ?? ""
            let signature = try #require(WebhookSignature(secret: secret))
            #expect(signature.verify(header, body: Array("b".utf8), at: SampleFinding.noon))
        }
    }

    @Test func backOffDoublesToItsLimit() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            receiver.answer([500, nil, 429, 302, 401])
            let webhook = try webhook(path, receiver)
            try await webhook.add(SampleFinding.fanOut(), body: [1])
            for wait in [1_000, 2_000, 4_000, 8_000, 16_000] as [Int64] {
                try await webhook.deliver()
                #expect(await webhook.nextTry == clock.now().adding(milliseconds: wait))
                clock.set(clock.now().adding(milliseconds: wait - 1))
                let tries = receiver.keys.count
                try await webhook.deliver()
                #expect(receiver.keys.count == tries)
                clock.set(clock.now().adding(milliseconds: 1))
            }
            try await webhook.deliver()
            #expect(await webhook.waiting == 0)
            #expect(await webhook.nextTry == nil)
        }
        var backOff = BackOff()
        for _ in 0..<2_000 { backOff.failed(at: SampleFinding.noon) }
        #expect(backOff.next == SampleFinding.noon.adding(seconds: 3_600))
    }

    @Test func whatIsRefusedForGoodDoesNotBlock() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            receiver.answer([422, 200])
            let webhook = try webhook(path, receiver)
            try await webhook.add(SampleFinding.fanOut(id: "a"), body: [1])
            try await webhook.add(SampleFinding.fanOut(id: "b"), body: [2])
            try await webhook.deliver()
            #expect(await webhook.refused == 1)
            #expect(await webhook.delivered == 1)
        }
    }

    /// A crash is the end of the process without a word: the queue is dropped and opened again from what is on disk.
    @Test func survivesACrash() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            receiver.answer([200, 500])
            do {
                let webhook = try webhook(path, receiver)
                for id in ["a", "b", "c"] { try await webhook.add(SampleFinding.fanOut(id: id), body: Array(id.utf8)) }
                try await webhook.deliver()
            }
            try Data([1, 2]).write(to: URL(fileURLWithPath: path + "/.new"))
            try Data([1]).write(to: URL(fileURLWithPath: path + "/note.txt"))
            let webhook = try webhook(path, receiver)
            #expect(await webhook.waiting == 2)
            try await webhook.deliver()
            #expect(receiver.keys == ["a", "b", "b", "c"])
            #expect(receiver.state.withLock { $0.bodies.last } == Array("c".utf8))
        }
    }

    @Test func oneProcessHoldsTheQueue() async throws {
        try await inFolder { path in
            let first = try DeliveryQueue(directory: path)
            #expect(throws: DeliveryError.self) { _ = try DeliveryQueue(directory: path) }
            _ = first.count
        }
    }

    @Test func fullQueueDropsTheOldestOfTheLowest() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            let webhook = try webhook(path, receiver, DeliveryQueue.Limits(entries: 3, bytes: 1_000))
            for (id, level) in [("a", RuleLevel.high), ("b", .low), ("c", .low), ("d", .medium), ("e", .critical)] {
                #expect(try await webhook.add(SampleFinding.fanOut(id: id, level: level), body: [1]))
            }
            #expect(try await webhook.add(SampleFinding.fanOut(id: "f", level: .low), body: [1]) == false)
            #expect(
                try await webhook.add(
                    SampleFinding.fanOut(id: "g", level: .high), body: [UInt8](repeating: 1, count: 999)))
            #expect(await webhook.dropped == [.low: 3, .medium: 1, .high: 1])
            try await webhook.deliver()
            #expect(receiver.keys == ["e", "g"])
            await #expect(throws: DeliveryError.self) {
                try await webhook.add(SampleFinding.fanOut(id: "h"), body: [UInt8](repeating: 1, count: 1_001))
            }
        }
    }

    @Test func keysAreFileNamesOnly() async throws {
        try await inFolder { path in
            let receiver = Receiver()
            let webhook = try webhook(path, receiver)
            try await webhook.add(SampleFinding.fanOut(id: "../../etc/passwd"), body: [1])
            try await webhook.deliver()
            #expect(receiver.keys.first?.utf8.count == 32)
        }
    }
}
