import AsyncHTTPClient
import Detection
import Foundation
import NIOCore
import Vocabulary

/// Sends findings on, each at least once: a queue on disk for each receiver, so that an outage or a crash loses none.
struct FindingSenders: Sendable {
    private let webhook: Webhook?
    private let syslog: Webhook?
    private let record: SyslogRecord

    /// Opens the queues in the folder of the watch.
    /// - Parameters:
    ///   - url: Of a signed webhook; `secret` is a file of 32 bytes or more.
    ///   - collector: `host:port` of a syslog receiver over TCP.
    init(folder: String?, url: String?, secret: String?, collector: String?) throws {
        record = SyslogRecord(host: ProcessInfo.processInfo.hostName)
        guard url != nil || collector != nil else {
            (webhook, syslog) = (nil, nil)
            return
        }
        guard let folder else { throw Failure.usage("sending needs --state, for what was not sent yet") }
        webhook = try url.map { try FindingSenders.webhook($0, secret, folder + "/webhook") }
        syslog = try collector.map { try FindingSenders.syslog($0, folder + "/syslog") }
    }

    /// Whether there is anybody to send to.
    var isEmpty: Bool { webhook == nil && syslog == nil }

    /// Puts a finding into the queues.
    func add(_ finding: Finding) async throws {
        try await webhook?.add(finding, body: FindingLine.write(finding), update: finding.update)
        try await syslog?.add(finding, body: record.frame(finding), update: finding.update)
    }

    /// Sends what waits, until the task is cancelled.
    func deliver() async throws {
        while !Task.isCancelled {
            try await webhook?.deliver()
            try await syslog?.deliver()
            try await Task.sleep(for: .seconds(1))
        }
    }

    private static func webhook(_ url: String, _ secret: String?, _ folder: String) throws -> Webhook {
        guard let secret, let bytes = FileManager.default.contents(atPath: secret), bytes.count <= 4_096,
            let signature = WebhookSignature(secret: Array(bytes))
        else { throw Failure.usage("--webhook needs --webhook-secret, a file of 32 bytes or more") }
        let parts = URLComponents(string: url)
        guard parts?.scheme == "https" || parts?.scheme == "http" && ["127.0.0.1", "localhost"].contains(parts?.host)
        else {
            throw Failure.usage("--webhook: https, or http on this machine")
        }
        return Webhook(
            queue: try DeliveryQueue(directory: folder), url: url, signature: signature, clock: SystemClock()
        ) { url, headers, body in
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            for header in headers { request.headers.add(name: header.name, value: header.value) }
            request.body = .bytes(body)
            return Int(try await HTTPClient.shared.execute(request, timeout: .seconds(10)).status.code)
        }
    }

    /// A syslog receiver answers nothing: what the system took counts as sent.
    private static func syslog(_ collector: String, _ folder: String) throws -> Webhook {
        let parts = collector.split(separator: ":")
        guard parts.count == 2, let port = UInt16(parts[1]),
            let signature = WebhookSignature(secret: Array(repeating: 0, count: 32))
        else { throw Failure.usage("--syslog: host:port") }
        let stream = SyslogStream(host: String(parts[0]), port: port)
        return Webhook(
            queue: try DeliveryQueue(directory: folder), url: collector, signature: signature, clock: SystemClock()
        ) { _, _, body in
            try await stream.send(body)
            return 200
        }
    }
}

/// A connection that one send uses at a time.
private actor SyslogStream {
    private let sender: StreamSender

    init(host: String, port: UInt16) { sender = StreamSender(host: host, port: port) }

    func send(_ bytes: [UInt8]) throws { try sender.send(bytes) }
}
