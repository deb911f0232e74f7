import Vocabulary

/// A session as the ledger tells it.
struct SessionState: Sendable, Codable, Equatable {
    var practice: PracticeID
    var holder: Holder
    var sessionClass: SessionClass
    var gateway: GatewayID
    var end: Timestamp
}
