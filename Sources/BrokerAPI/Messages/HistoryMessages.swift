import Vocabulary

/// Asks what the ledger says of one patient of the session's practice between two moments, some entries at a time.
///
/// It is decided, and costs, as an identity opening of the patient for a condition; no key is handed out.
public struct HistoryRequest: WireMessage {
    /// Most items of one answer.
    public static let maximumItems = 256
    /// The session.
    public let token: SessionToken
    /// The signed request proof; its place.
    public let proof: [UInt8]
    /// The patient.
    public let patient: PatientID
    /// The first moment.
    public let from: Timestamp
    /// The last moment.
    public let through: Timestamp
    /// Where an earlier answer said to go on; 0 for the beginning.
    public let cursor: UInt64
    /// How many items at most, from 1.
    public let limit: UInt32

    /// Makes a request of its parts.
    public init(
        token: SessionToken, proof: [UInt8] = [], patient: PatientID, from: Timestamp, through: Timestamp,
        cursor: UInt64 = 0, limit: UInt32
    ) {
        self.token = token
        self.proof = proof
        self.patient = patient
        self.from = from
        self.through = through
        self.cursor = cursor
        self.limit = limit
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        patient = try reader.id()
        from = Timestamp(milliseconds: try reader.int64())
        through = Timestamp(milliseconds: try reader.int64())
        cursor = try reader.uint64()
        limit = try reader.uint32()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.id(patient)
        writer.int64(from.milliseconds)
        writer.int64(through.milliseconds)
        writer.uint64(cursor)
        writer.uint32(limit)
    }
}

/// An entry of the ledger that is about one patient, as a reader of the patient's history may know it: ids and words, and
/// neither the patient's subject nor the entry's place in the whole log, which would tell how much others do.
public struct HistoryItem: WireMessage, Hashable {
    /// Of which kind the entry is (docs/formats/entries.md).
    public enum Kind: String, Sendable, CaseIterable {
        /// The patient's keys were made.
        case patient
        /// A tier key left the broker.
        case release
        /// Part keys for new parts left the broker.
        case deposit
        /// An emergency opening was declared.
        case emergency
    }

    /// The entry's number among its practice's, from 1: with the practice it names the entry.
    public var number: Int64
    /// The broker's time.
    public var time: Timestamp
    /// Of which kind it is.
    public var kind: Kind
    /// Who; none where the entry names nobody.
    public var holder: Holder?
    /// In which session; none where the entry names none.
    public var session: SessionID?
    /// Which tiers; none of a patient's or an emergency's entry.
    public var tiers: Tiers = []
    /// Why a key was asked for; of releases.
    public var purpose: Purpose?
    /// Whether it was the first in a sliding day; of releases.
    public var opening = false
    /// Whether the patient was dormant; of releases.
    public var dormant = false
    /// Whether the patient was expected; of releases.
    public var expected = false
    /// A coded reason; of emergencies.
    public var reason: String?
    /// The number of the entry that says that the parts are in the store; of deposits, where it followed soon.
    public var stored: Int64?

    /// Names an entry.
    public init(number: Int64, time: Timestamp, kind: Kind, holder: Holder?, session: SessionID?) {
        self.number = number
        self.time = time
        self.kind = kind
        self.holder = holder
        self.session = session
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        number = try reader.int64()
        time = Timestamp(milliseconds: try reader.int64())
        kind = try reader.word()
        holder = try reader.optional { (reader) throws(WireError) in try Holder(from: &reader) }
        session = try reader.optional { (reader) throws(WireError) in try reader.id() }
        tiers = Tiers(rawValue: try reader.byte())
        purpose = try reader.optional { (reader) throws(WireError) in try reader.word() }
        opening = try reader.flag()
        dormant = try reader.flag()
        expected = try reader.flag()
        reason = try reader.optional { (reader) throws(WireError) in try reader.text(limit: 32) }
        stored = try reader.optional { (reader) throws(WireError) in try reader.int64() }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.int64(number)
        writer.int64(time.milliseconds)
        writer.text(kind.rawValue)
        writer.optional(holder) { $1.write(to: &$0) }
        writer.optional(session) { $0.id($1) }
        writer.byte(tiers.rawValue)
        writer.optional(purpose) { $0.text($1.rawValue) }
        writer.flag(opening)
        writer.flag(dormant)
        writer.flag(expected)
        writer.optional(reason) { $0.text($1) }
        writer.optional(stored) { $0.int64($1) }
    }
}

/// What became of a ``HistoryRequest``.
public enum HistoryAnswer: WireMessage, Hashable {
    /// Items in the order of the ledger, perhaps none; where to go on, none at the end of the period.
    case page([HistoryItem], next: UInt64?)
    /// Why the patient's history is not shown, and after how many seconds it may be (0: never by waiting).
    case refused(RefusalReason, retryAfter: UInt32)

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        if try reader.flag() {
            let items: [HistoryItem] = try reader.list(limit: HistoryRequest.maximumItems)
            self = .page(items, next: try reader.optional { (reader) throws(WireError) in try reader.uint64() })
        } else {
            self = .refused(try reader.word(), retryAfter: try reader.uint32())
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        switch self {
        case .page(let items, let next):
            writer.flag(true)
            writer.list(items)
            writer.optional(next) { $0.uint64($1) }
        case .refused(let reason, let seconds):
            writer.flag(false)
            writer.text(reason.rawValue)
            writer.uint32(seconds)
        }
    }
}
