import Vocabulary

/// What two people approved, as the ledger tells it: that a practice's keys are sealed to a recipient, for a while.
package struct ExportState: Sendable, Codable, Equatable {
    /// The fingerprint of the recipient's key, hexadecimal.
    package let recipient: String
    package let until: Timestamp
    /// How long pages may be fetched, and fetched again, in hours.
    package static let hours: Int64 = 24

    /// As the policy `export` says it.
    package init(_ policy: Policy, at now: Timestamp) {
        recipient = policy.value
        until = now.adding(seconds: ExportState.hours * 3_600)
    }

    /// Whether it is to this recipient, and not over.
    package func isOpen(to recipient: String, at now: Timestamp) -> Bool {
        self.recipient == recipient && now < until
    }
}
