/// `patient`: a patient's keys were made.
public struct PatientEntry: Hashable, Sendable {
    /// The patient, as the ledger knows it.
    public var subject: SubjectID
    /// In which session; none in an import before the installation is live.
    public var session: SessionID?
    /// By whom.
    public var holder: Holder?
    /// Latest clinical date that an import supplied, milliseconds.
    public var clinical: Int64?

    /// Makes the body of its fields.
    public init(subject: SubjectID, session: SessionID? = nil, holder: Holder? = nil, clinical: Int64? = nil) {
        self.subject = subject
        self.session = session
        self.holder = holder
        self.clinical = clinical
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.id("subject")
        session = try fields.optionalID("session")
        holder = try fields.optionalHolder()
        clinical = try fields.optionalInteger("clinical")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
        fields.id("session", session)
        if let holder { fields.holder(holder) }
        if let clinical { fields.integer("clinical", clinical) }
    }
}

/// `booking`: a patient was booked for a professional.
public struct BookingEntry: Hashable, Sendable {
    /// The patient.
    public var subject: SubjectID
    /// For whom.
    public var professional: MemberID
    /// For which day, days since 1970-01-01.
    public var day: Int64
    /// By whom.
    public var holder: Holder
    /// In which session.
    public var session: SessionID
    /// False when it was cancelled.
    public var active: Bool

    /// Makes the body of its fields.
    public init(
        subject: SubjectID,
        professional: MemberID,
        day: Int64,
        holder: Holder,
        session: SessionID,
        active: Bool
    ) {
        self.subject = subject
        self.professional = professional
        self.day = day
        self.holder = holder
        self.session = session
        self.active = active
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.id("subject")
        professional = try fields.id("professional")
        day = try fields.integer("day")
        holder = try fields.holder()
        session = try fields.id("session")
        active = try fields.flag("active")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
        fields.id("professional", professional)
        fields.integer("day", day)
        fields.holder(holder)
        fields.id("session", session)
        fields.flag("active", active)
    }
}

/// `deposit`: part keys for new parts left the broker.
public struct DepositEntry: Hashable, Sendable {
    /// Drawn by the broker.
    public var deposit: DepositID
    /// Who writes.
    public var holder: Holder
    /// In which session.
    public var session: SessionID
    /// The patient, when it is one.
    public var subject: SubjectID?
    /// Tiers of the parts.
    public var tiers: Tiers
    /// How many parts.
    public var parts: Int64

    /// Makes the body of its fields.
    public init(
        deposit: DepositID,
        holder: Holder,
        session: SessionID,
        subject: SubjectID? = nil,
        tiers: Tiers,
        parts: Int64
    ) {
        self.deposit = deposit
        self.holder = holder
        self.session = session
        self.subject = subject
        self.tiers = tiers
        self.parts = parts
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        deposit = try fields.id("deposit")
        holder = try fields.holder()
        session = try fields.id("session")
        subject = try fields.optionalID("subject")
        tiers = try fields.tiers("tiers")
        parts = try fields.integer("parts")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("deposit", deposit)
        fields.holder(holder)
        fields.id("session", session)
        fields.id("subject", subject)
        fields.word("tiers", tiers.words)
        fields.integer("parts", parts)
    }
}

/// `stored`: the parts of a deposit are in the store.
public struct Stored: Hashable, Sendable {
    /// Which deposit.
    public var deposit: DepositID
    /// Digest of the version, or Merkle root of the digests of several.
    public var digest: [UInt8]
    /// How many versions.
    public var count: Int64

    /// Makes the body of its fields.
    public init(deposit: DepositID, digest: [UInt8], count: Int64) {
        self.deposit = deposit
        self.digest = digest
        self.count = count
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        deposit = try fields.id("deposit")
        digest = try fields.hash("digest")
        count = try fields.integer("count")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("deposit", deposit)
        fields.hash("digest", digest)
        fields.integer("count", count)
    }
}

/// `erase`: a patient's keys and subject were destroyed.
public struct Erase: Hashable, Sendable {
    /// The subject that nothing leads to any more.
    public var subject: SubjectID

    /// Makes the body of its fields.
    public init(subject: SubjectID) {
        self.subject = subject
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.id("subject")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
    }
}

/// `epoch`: a patient's tier got a new key for new writes.
public struct EpochEntry: Hashable, Sendable {
    /// The patient.
    public var subject: SubjectID
    /// Which tier.
    public var tier: Tier
    /// The new epoch.
    public var epoch: Int64

    /// Makes the body of its fields.
    public init(subject: SubjectID, tier: Tier, epoch: Int64) {
        self.subject = subject
        self.tier = tier
        self.epoch = epoch
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.id("subject")
        tier = try fields.tier("tier")
        epoch = try fields.integer("epoch")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
        fields.word("tier", tier.word)
        fields.integer("epoch", epoch)
    }
}
