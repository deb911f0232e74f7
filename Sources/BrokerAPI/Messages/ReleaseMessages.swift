import Vocabulary

/// Asks for the tier keys of patients that were named.
public struct ReleaseRequest: WireMessage {
    /// Most patients in one request.
    public static let maximumPatients = 20
    /// The session.
    public let token: SessionToken
    /// The signed request proof (RFC 9449); its place, empty until proofs are required.
    public let proof: [UInt8]
    /// The patients, in the practice of the session.
    public let patients: [PatientID]
    /// The tiers, for each of the patients.
    public let tiers: Tiers
    /// Why.
    public let purpose: Purpose

    /// Makes a request of its parts.
    public init(token: SessionToken, proof: [UInt8] = [], patients: [PatientID], tiers: Tiers, purpose: Purpose) {
        self.token = token
        self.proof = proof
        self.patients = patients
        self.tiers = tiers
        self.purpose = purpose
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        patients = try reader.list(limit: ReleaseRequest.maximumPatients) { (reader) throws(WireError) in
            try reader.id()
        }
        tiers = Tiers(rawValue: try reader.byte())
        purpose = try reader.word()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.list(patients) { $0.id($1) }
        writer.byte(tiers.rawValue)
        writer.text(purpose.rawValue)
    }
}

/// A tier key of one epoch.
public struct EpochKey: WireMessage {
    /// The epoch, from 1.
    public let epoch: UInt32
    /// 32 bytes.
    public let key: SecretBytes

    /// Makes it of its parts.
    public init(epoch: UInt32, key: SecretBytes) {
        self.epoch = epoch
        self.key = key
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        epoch = try reader.uint32()
        key = try reader.secret()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.uint32(epoch)
        writer.secret(key)
    }
}

/// What became of one patient and tier of a request.
public struct ReleaseAnswer: WireMessage {
    /// Released, or refused.
    public enum Outcome: Sendable {
        /// The keys of all epochs, oldest first.
        case released([EpochKey])
        /// Why not, and after how many seconds it may go through (0: never by waiting).
        case refused(RefusalReason, retryAfter: UInt32)
    }

    /// The patient; nil for the practice's own resources.
    public let patient: PatientID?
    /// The tier.
    public let tier: Tier
    /// What became of it.
    public let outcome: Outcome

    /// Makes an answer of its parts.
    public init(patient: PatientID?, tier: Tier, outcome: Outcome) {
        self.patient = patient
        self.tier = tier
        self.outcome = outcome
    }

    /// The key of the practice's own resources, which has one epoch.
    public init(own key: SecretBytes, tier: Tier) {
        self.init(patient: nil, tier: tier, outcome: .released([EpochKey(epoch: 1, key: key)]))
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.optional { (reader) throws(WireError) in try reader.id() }
        tier = try reader.choice()
        if try reader.flag() {
            outcome = .released(try reader.list(limit: 4_096))
        } else {
            outcome = .refused(try reader.word(), retryAfter: try reader.uint32())
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.optional(patient) { $0.id($1) }
        writer.byte(tier.rawValue)
        switch outcome {
        case .released(let keys):
            writer.flag(true)
            writer.list(keys)
        case .refused(let reason, let seconds):
            writer.flag(false)
            writer.text(reason.rawValue)
            writer.uint32(seconds)
        }
    }
}

/// The answers of a request, one for each patient and tier.
public struct ReleaseAnswers: WireMessage {
    /// In the order of the request: patients, then tiers.
    public let answers: [ReleaseAnswer]

    /// Keeps the answers.
    public init(_ answers: [ReleaseAnswer]) { self.answers = answers }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) { answers = try reader.list(limit: 256) }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) { writer.list(answers) }
}

/// Asks for the keys of the practice's own resources (those about no patient).
public struct OwnKeysRequest: WireMessage {
    /// The session.
    public let token: SessionToken
    /// The signed request proof; none of a bearer.
    public let proof: [UInt8]
    /// The tiers.
    public let tiers: Tiers

    /// Makes a request of its parts.
    public init(token: SessionToken, proof: [UInt8] = [], tiers: Tiers) {
        self.token = token
        self.proof = proof
        self.tiers = tiers
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        tiers = Tiers(rawValue: try reader.byte())
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.byte(tiers.rawValue)
    }
}

/// Declares an emergency opening of one patient (DESIGN: capped, told to the practice).
public struct EmergencyRequest: WireMessage {
    /// The session.
    public let token: SessionToken
    /// The signed request proof; its place.
    public let proof: [UInt8]
    /// A new assertion with an unused `jti`: the fresh factor.
    public let assertion: SignIn
    /// The patient.
    public let patient: PatientID
    /// A coded reason, at most 32 letters, digits or hyphens.
    public let reason: String

    /// Makes a request of its parts.
    public init(token: SessionToken, proof: [UInt8] = [], assertion: SignIn, patient: PatientID, reason: String) {
        self.token = token
        self.proof = proof
        self.assertion = assertion
        self.patient = patient
        self.reason = reason
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        assertion = try SignIn(from: &reader)
        patient = try reader.id()
        reason = try reader.text(limit: 32)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        assertion.write(to: &writer)
        writer.id(patient)
        writer.text(reason)
    }
}
