import Vocabulary

/// A patient that a deposit brings in.
public struct NewPatient: WireMessage, Hashable {
    /// A random id that the practice does not use yet.
    public let patient: PatientID
    /// The latest clinical date that an import supplies; never later than now.
    public let clinical: Timestamp?

    /// Makes it of its parts.
    public init(patient: PatientID, clinical: Timestamp? = nil) {
        self.patient = patient
        self.clinical = clinical
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.id()
        clinical = try reader.optional { (reader) throws(WireError) in Timestamp(milliseconds: try reader.int64()) }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(patient)
        writer.optional(clinical) { $0.int64($1.milliseconds) }
    }
}

/// A part that a deposit will seal.
public struct NewPart: WireMessage, Hashable {
    /// Whose it is; nil for a resource about no patient.
    public let patient: PatientID?
    /// FHIR resource type.
    public let type: String
    /// FHIR resource id.
    public let id: String
    /// The version that it belongs to, from 1.
    public let version: UInt32
    /// Its tier.
    public let tier: Tier

    /// Makes it of its parts.
    public init(patient: PatientID?, type: String, id: String, version: UInt32, tier: Tier) {
        self.patient = patient
        self.type = type
        self.id = id
        self.version = version
        self.tier = tier
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.optional { (reader) throws(WireError) in try reader.id() }
        type = try reader.text(limit: 64)
        id = try reader.text(limit: 64)
        version = try reader.uint32()
        tier = try reader.choice()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.optional(patient) { $0.id($1) }
        writer.text(type)
        writer.text(id)
        writer.uint32(version)
        writer.byte(tier.rawValue)
    }
}

/// A term by which a resource will be found.
public struct NewRow: WireMessage, Hashable {
    /// The patient.
    public let patient: PatientID
    /// Which of its resources; 0 is the patient itself.
    public let ordinal: UInt32
    /// The term as recorded.
    public let term: SearchTerm

    /// Makes it of its parts.
    public init(patient: PatientID, ordinal: UInt32, term: SearchTerm) {
        self.patient = patient
        self.ordinal = ordinal
        self.term = term
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.id()
        ordinal = try reader.uint32()
        term = try SearchTerm(from: &reader)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(patient)
        writer.uint32(ordinal)
        term.write(to: &writer)
    }
}

/// A booking that a deposit makes or cancels.
public struct NewBooking: WireMessage, Hashable {
    /// The last day that can be booked: in the year 2517.
    public static let maximumDay: Int64 = 200_000
    /// The patient.
    public let patient: PatientID
    /// The membership of the professional.
    public let professional: MemberID
    /// Days since 1970-01-01, in the practice's calendar.
    public let day: Int64
    /// False when it is cancelled.
    public let active: Bool

    /// Makes it of its parts.
    public init(patient: PatientID, professional: MemberID, day: Int64, active: Bool = true) {
        self.patient = patient
        self.professional = professional
        self.day = day
        self.active = active
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.id()
        professional = try reader.id()
        day = try reader.int64()
        active = try reader.flag()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(patient)
        writer.id(professional)
        writer.int64(day)
        writer.flag(active)
    }
}

/// Asks for the keys of new parts: writing without being able to read.
public struct DepositRequest: WireMessage {
    /// Most parts of one deposit; four times as many rows.
    public static let maximumItems = 65_536
    /// Most new patients of one deposit: each is an entry, and all are entered in one go.
    public static let maximumPatients = 4_096
    /// Most bookings of one deposit: each is an entry too.
    public static let maximumBookings = 16_384
    /// The session.
    public let token: SessionToken
    /// The signed request proof; its place.
    public let proof: [UInt8]
    /// Patients whose keys are to be made.
    public let patients: [NewPatient]
    /// Parts that will be sealed.
    public let parts: [NewPart]
    /// Rows of the index.
    public let rows: [NewRow]
    /// Bookings.
    public let bookings: [NewBooking]

    /// Makes a request of its parts.
    public init(
        token: SessionToken, proof: [UInt8] = [], patients: [NewPatient] = [], parts: [NewPart], rows: [NewRow] = [],
        bookings: [NewBooking] = []
    ) {
        self.token = token
        self.proof = proof
        self.patients = patients
        self.parts = parts
        self.rows = rows
        self.bookings = bookings
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        patients = try reader.list(limit: DepositRequest.maximumPatients)
        parts = try reader.list(limit: DepositRequest.maximumItems)
        rows = try reader.list(limit: DepositRequest.maximumItems * 4)
        bookings = try reader.list(limit: DepositRequest.maximumBookings)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.list(patients)
        writer.list(parts)
        writer.list(rows)
        writer.list(bookings)
    }
}

/// A row of the index, as only the broker can make it.
public struct SealedRow: WireMessage, Hashable {
    /// HMAC of the folded term.
    public let token: IndexTokenBits
    /// MAC of token, patient and ordinal.
    public let mac: RowMACBits

    /// Makes it of its parts.
    public init(token: IndexTokenBits, mac: RowMACBits) {
        self.token = token
        self.mac = mac
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try reader.id()
        mac = try reader.id()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(token)
        writer.id(mac)
    }
}

/// The keys of new parts; the deposit's entry is durable and covered before this leaves.
public struct DepositGrant: WireMessage {
    /// Drawn by the broker.
    public let deposit: DepositID
    /// A wrapped copy of each new patient's key, to be kept beside the patient's rows.
    public let wrapped: [[UInt8]]
    /// One part key for each part, with the epoch of its tier.
    public let keys: [EpochKey]
    /// One row for each row of the request; none where the value cannot be one of its field.
    public let rows: [SealedRow?]

    /// Makes a grant of its parts.
    public init(deposit: DepositID, wrapped: [[UInt8]], keys: [EpochKey], rows: [SealedRow?]) {
        self.deposit = deposit
        self.wrapped = wrapped
        self.keys = keys
        self.rows = rows
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        deposit = try reader.id()
        wrapped = try reader.list(limit: DepositRequest.maximumItems) { (reader) throws(WireError) in
            try reader.data(limit: 1_024)
        }
        keys = try reader.list(limit: DepositRequest.maximumItems)
        rows = try reader.list(limit: DepositRequest.maximumItems * 4) { (reader) throws(WireError) in
            try reader.optional { (reader) throws(WireError) in try SealedRow(from: &reader) }
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(deposit)
        writer.list(wrapped) { $0.data($1) }
        writer.list(keys)
        writer.list(rows) { writer, row in writer.optional(row) { writer, row in row.write(to: &writer) } }
    }
}

/// Says that a deposit's parts are in the store, pending.
public struct StoredRequest: WireMessage {
    /// The session that deposited.
    public let token: SessionToken
    /// The deposit.
    public let deposit: DepositID
    /// Digest of the version, or Merkle root of the digests of several: 32 bytes.
    public let digest: [UInt8]
    /// How many versions.
    public let count: UInt32

    /// Makes a request of its parts.
    public init(token: SessionToken, deposit: DepositID, digest: [UInt8], count: UInt32) {
        self.token = token
        self.deposit = deposit
        self.digest = digest
        self.count = count
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        deposit = try reader.id()
        digest = try reader.data(limit: 32)
        count = try reader.uint32()
        guard digest.count == 32 else { throw WireError("digest") }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.id(deposit)
        writer.data(digest)
        writer.uint32(count)
    }
}

/// Asks which deposits of a practice have a `stored` entry (a gateway at its start).
public struct DepositStatesRequest: WireMessage {
    /// The practice.
    public let practice: PracticeID
    /// The deposits that the store holds as pending.
    public let deposits: [DepositID]

    /// Makes a request of its parts.
    public init(practice: PracticeID, deposits: [DepositID]) {
        self.practice = practice
        self.deposits = deposits
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        practice = try reader.id()
        deposits = try reader.list(limit: 65_536) { (reader) throws(WireError) in try reader.id() }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(practice)
        writer.list(deposits) { $0.id($1) }
    }
}

/// Which of the deposits asked for have a `stored` entry.
public struct DepositStates: WireMessage {
    /// In the order of the request.
    public let stored: [Bool]

    /// Keeps the states.
    public init(_ stored: [Bool]) { self.stored = stored }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        stored = try reader.list(limit: 65_536) { (reader) throws(WireError) in try reader.flag() }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) { writer.list(stored) { $0.flag($1) } }
}
