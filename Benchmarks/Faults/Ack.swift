import Vocabulary

/// One answer of a broker that arrived. Names no patient and no subject.
struct Ack: Codable, Sendable {
    /// What kind of answer.
    enum Kind: String, Codable {
        case session, release, deposit, stored
    }

    let kind: Kind
    let session: SessionID
    let practice: PracticeID
    var tier: Tier?
    var deposit: DepositID?
    /// Keys released, or patients deposited.
    var count = 1
    /// Milliseconds since 1970 of the clock of whoever was answered.
    var time = SystemClock().now().milliseconds

    /// A session that was granted.
    static func session(_ session: SessionID, _ practice: PracticeID) -> Ack {
        Ack(kind: .session, session: session, practice: practice)
    }

    /// Keys of one tier.
    static func release(_ session: SessionID, _ practice: PracticeID, _ tier: Tier, _ count: Int) -> Ack {
        Ack(kind: .release, session: session, practice: practice, tier: tier, count: count)
    }

    /// Part keys of new patients.
    static func deposit(_ deposit: DepositID, _ session: SessionID, _ practice: PracticeID, _ count: Int) -> Ack {
        Ack(kind: .deposit, session: session, practice: practice, deposit: deposit, count: count)
    }

    /// That a deposit is in the store.
    static func stored(_ deposit: DepositID, _ session: SessionID, _ practice: PracticeID) -> Ack {
        Ack(kind: .stored, session: session, practice: practice, deposit: deposit)
    }
}
