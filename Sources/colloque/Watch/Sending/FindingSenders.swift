import AsyncHTTPClient
import Detection
import Foundation
import NIOCore
import Vocabulary

/// Sends findings on, each at least once: a queue on disk for each receiver, so that an outage or a crash loses none.
struct FindingSenders: Sendable {
    private let webhook: Webhook?
    private let syslog: Webhook?
    private let mail: MailQueue?
    private let record: SyslogRecord

    /// Opens the queues in the folder of the watch.
    init(folder: String?, options: SendOptions) throws {
        record = SyslogRecord(host: ProcessInfo.processInfo.hostName)
        let (receiver, letters) = (try options.receiver(), try options.mail())
        guard options.webhook != nil || receiver != nil || letters != nil else {
            (webhook, syslog, mail) = (nil, nil, nil)
            return
        }
        guard let folder else { throw Failure.usage("sending needs --state, for what was not sent yet") }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        webhook = try options.webhook.map {
            try FindingSenders.webhook($0, options.webhookSecret, folder + "/webhook")
        }
        syslog = try receiver.map { try FindingSenders.syslog($0.address, $0.tls, folder + "/syslog") }
        mail = try letters.map { try FindingSenders.mail($0.message, $0.program, folder + "/mail") }
    }

    /// Whether there is anybody to send to.
    var isEmpty: Bool { webhook == nil && syslog == nil && mail == nil }

    /// Puts a finding into the queues.
    func add(_ finding: Finding) async throws {
        try await webhook?.add(finding, body: FindingLine.write(finding), update: finding.update)
        try await syslog?.add(finding, body: record.frame(finding), update: finding.update)
        try await mail?.add(finding)
    }

    /// Sends what waits, until the task is cancelled. Receivers do not wait for each other.
    func deliver() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await FindingSenders.each { try await webhook?.deliver() } }
            group.addTask { try await FindingSenders.each { try await syslog?.deliver() } }
            group.addTask { try await FindingSenders.each { try await mail?.deliver() } }
            try await group.waitForAll()
        }
    }

    private static func each(_ deliver: () async throws -> Void) async throws {
        while !Task.isCancelled {
            try await deliver()
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
        let notice = OutageNotice("the webhook")
        return Webhook(
            queue: try DeliveryQueue(directory: folder), url: url, signature: signature, clock: SystemClock()
        ) { url, headers, body in
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            for header in headers { request.headers.add(name: header.name, value: header.value) }
            request.body = .bytes(body)
            return try await notice.watch(isTaken: { (200..<300).contains($0) ? nil : "status \($0)" }) {
                Int(try await HTTPClient.shared.execute(request, timeout: .seconds(10)).status.code)
            }
        }
    }

    /// A syslog receiver answers nothing: what the system took counts as sent.
    private static func syslog(_ address: ReceiverAddress, _ tls: SyslogTLS?, _ folder: String) throws -> Webhook {
        guard let signature = WebhookSignature(secret: Array(repeating: 0, count: 32)) else {
            throw Failure.broken("no signature")
        }
        let (stream, notice) = (SyslogStream(host: address.host, port: address.port), OutageNotice("syslog"))
        return Webhook(
            queue: try DeliveryQueue(directory: folder), url: address.host, signature: signature, clock: SystemClock()
        ) { _, _, body in
            try await notice.watch {
                if let tls { try await tls.send(body) } else { try await stream.send(body) }
            }
            return 200
        }
    }

    private static func mail(_ message: MailMessage, _ program: MailProgram, _ folder: String) throws -> MailQueue {
        let notice = OutageNotice("mail")
        return MailQueue(queue: try DeliveryQueue(directory: folder), message: message, clock: SystemClock()) { text in
            let status = try? await notice.watch(isTaken: { $0 == 0 ? nil : "the program ended with \($0)" }) {
                try await program.run(text, in: folder)
            }
            return status == 0
        }
    }
}

/// A connection that one send uses at a time.
private actor SyslogStream {
    private let sender: StreamSender

    init(host: String, port: UInt16) { sender = StreamSender(host: host, port: port) }

    func send(_ bytes: [UInt8]) throws { try sender.send(bytes) }
}
