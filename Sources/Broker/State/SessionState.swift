import Vocabulary

/// A session as the ledger tells it.
struct SessionState: Sendable, Codable, Equatable {
    var practice: PracticeID
    var holder: Holder
    var sessionClass: SessionClass
    var gateway: GatewayID
    var end: Timestamp
    /// The thumbprint of the key that signs its request proofs; none for a bearer's.
    var key: String?
}
