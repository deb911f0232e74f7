import Vocabulary

/// Delivers findings to a receiver over HTTP, at least once each: queued on disk first, removed after a 2xx.
///
/// The call itself is a parameter, so that no HTTP client is needed here. Headers: `Content-Type`, `Idempotency-Key`
/// (the finding's id; `ID.N` for its update N), `Colloque-Signature` (``WebhookSignature``).
public actor Webhook {
    /// Sends a POST and gives the status.
    public typealias Send =
        @Sendable (_ url: String, _ headers: [(name: String, value: String)], _ body: [UInt8]) async throws -> Int

    private var queue: DeliveryQueue
    private var backOff: BackOff
    private let url: String
    private let signature: WebhookSignature
    private let clock: any WallClock
    private let send: Send
    private var isDelivering = false
    /// Delivered since the start.
    public private(set) var delivered = 0
    /// Refused for good by the receiver (400, 413, 422) and taken out, since the start.
    public private(set) var refused = 0

    /// Joins queue, receiver, secret and clock.
    public init(
        queue: consuming DeliveryQueue, url: String, signature: WebhookSignature, clock: any WallClock,
        backOff: BackOff = BackOff(), send: @escaping Send
    ) {
        (self.url, self.signature, self.clock) = (url, signature, clock)
        self.queue = queue
        (self.backOff, self.send) = (backOff, send)
    }

    /// How many wait.
    public var waiting: Int { queue.count }
    /// How many were dropped because the queue was full, by level.
    public var dropped: [RuleLevel: Int] { queue.dropped }
    /// When the next try is due; nil: at once.
    public var nextTry: Timestamp? { backOff.next }

    /// Queues a finding durably; `update` counts its updates, 0 for the first telling. False when it was dropped.
    @discardableResult
    public func add(_ finding: Finding, body: [UInt8], update: Int = 0) throws(DeliveryError) -> Bool {
        let id = DeliveryItem.isKey(finding.id) ? finding.id : FindingDigest.hex([finding.id])
        return try queue.add(body, key: update == 0 ? id : "\(id).\(update)", level: finding.level)
    }

    /// Delivers what waits, until nothing does, a try fails, or the back-off says to wait. A second call meanwhile does
    /// nothing.
    public func deliver() async throws(DeliveryError) {
        guard !isDelivering else { return }
        isDelivering = true
        defer { isDelivering = false }
        while backOff.isDue(at: clock.now()), !Task.isCancelled, let item = queue.first {
            guard let body = queue.body(of: item) else {
                refused += 1
                try queue.remove(item)
                continue
            }
            try await settle(item, status: status(of: item, body))
        }
    }

    private func status(of item: DeliveryItem, _ body: [UInt8]) async -> Int? {
        let headers = [
            (name: "Content-Type", value: "application/json"), ("Idempotency-Key", item.key),
            (WebhookSignature.header, signature.value(for: body, at: clock.now())),
        ]
        return try? await send(url, headers, body)
    }

    private func settle(_ item: DeliveryItem, status: Int?) throws(DeliveryError) {
        switch status ?? 0 {
        case 200..<300:
            delivered += 1
            backOff.succeeded()
            try queue.remove(item)
        case 400, 413, 422:
            refused += 1
            backOff.succeeded()
            try queue.remove(item)
        default: backOff.failed(at: clock.now())
        }
    }
}
