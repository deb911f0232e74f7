import Vocabulary

/// Sends findings by mail, at least once each: queued on disk first, removed once a program has taken the mail.
///
/// What waits goes together, the gravest first, and a mail at most each minute: the first finding is not held up, and a
/// hundred make no hundred mails.
public actor MailQueue {
    /// Hands over a message; whether it was taken.
    public typealias Send = @Sendable (_ message: [UInt8]) async -> Bool

    private var queue: DeliveryQueue
    private var backOff: BackOff
    private let message: MailMessage
    private let clock: any WallClock
    private let pause: Int64
    private let send: Send
    private var lastSent: Timestamp?
    private var isDelivering = false
    /// Findings sent since the start.
    public private(set) var delivered = 0

    /// Joins queue, form, clock and program; `pause` is how many milliseconds lie between two mails.
    public init(
        queue: consuming DeliveryQueue, message: MailMessage, clock: any WallClock, backOff: BackOff = BackOff(),
        pause: Int64 = 60_000, send: @escaping Send
    ) {
        (self.message, self.clock, self.pause, self.send) = (message, clock, max(0, pause), send)
        self.queue = queue
        self.backOff = backOff
    }

    /// How many wait.
    public var waiting: Int { queue.count }

    /// Queues a finding durably. False when it was dropped because all that waits is graver.
    @discardableResult
    public func add(_ finding: Finding) throws(DeliveryError) -> Bool {
        let id = DeliveryItem.isKey(finding.id) ? finding.id : FindingDigest.hex([finding.id])
        let key = finding.update == 0 ? id : "\(id).\(finding.update)"
        return try queue.add(FindingLine.write(finding), key: key, level: finding.level)
    }

    /// Sends what waits, as one mail, unless it is too early. A second call meanwhile does nothing.
    public func deliver() async throws(DeliveryError) {
        let now = clock.now()
        let isEarly = lastSent.map { (0..<pause).contains(now.milliseconds - $0.milliseconds) } ?? false
        guard !isDelivering, !isEarly, backOff.isDue(at: now), queue.count > 0 else { return }
        isDelivering = true
        defer { isDelivering = false }
        var (items, findings): ([DeliveryItem], [Finding]) = ([], [])
        for item in queue.gravest(MailMessage.maximumFindings) {
            let line = queue.body(of: item)?.dropLast()
            if let line, let finding = try? FindingLine.read(line) { findings.append(finding) }
            items.append(item)
        }
        if let text = message.text(findings, at: now) {
            guard await send(text) else { return backOff.failed(at: clock.now()) }
            backOff.succeeded()
            lastSent = now
        }
        delivered += findings.count
        for item in items { try queue.remove(item) }
    }
}
