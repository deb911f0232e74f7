/// `release`: a tier key left the broker.
public struct Release: Hashable, Sendable {
    /// The patient; none for the practice's own resources.
    public var subject: SubjectID?
    /// Which tier.
    public var tier: Tier
    /// Newest epoch released.
    public var epoch: Int64
    /// To whom.
    public var holder: Holder
    /// The client's partner.
    public var partner: PartnerID?
    /// In which session.
    public var session: SessionID
    /// Its class.
    public var sessionClass: SessionClass
    /// Through which gateway.
    public var gateway: GatewayID
    /// Under which grant.
    public var grant: String?
    /// Why it was asked for.
    public var purpose: Purpose
    /// Whether it is the first in a sliding day.
    public var opening: Bool
    /// Whether the patient was dormant in this tier.
    public var dormant: Bool
    /// Whether the patient was expected.
    public var expected: Bool

    /// Makes the body of its fields.
    public init(
        subject: SubjectID? = nil,
        tier: Tier,
        epoch: Int64,
        holder: Holder,
        partner: PartnerID? = nil,
        session: SessionID,
        sessionClass: SessionClass,
        gateway: GatewayID,
        grant: String? = nil,
        purpose: Purpose,
        opening: Bool,
        dormant: Bool,
        expected: Bool
    ) {
        self.subject = subject
        self.tier = tier
        self.epoch = epoch
        self.holder = holder
        self.partner = partner
        self.session = session
        self.sessionClass = sessionClass
        self.gateway = gateway
        self.grant = grant
        self.purpose = purpose
        self.opening = opening
        self.dormant = dormant
        self.expected = expected
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.optionalID("subject")
        tier = try fields.tier("tier")
        epoch = try fields.integer("epoch")
        holder = try fields.holder()
        partner = try fields.optionalID("partner")
        session = try fields.id("session")
        sessionClass = try fields.choice("class")
        gateway = try fields.id("gateway")
        grant = try fields.optionalWord("grant")
        purpose = try fields.choice("purpose")
        opening = try fields.flag("opening")
        dormant = try fields.flag("dormant")
        expected = try fields.flag("expected")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
        fields.word("tier", tier.word)
        fields.integer("epoch", epoch)
        fields.holder(holder)
        fields.id("partner", partner)
        fields.id("session", session)
        fields.word("class", sessionClass.rawValue)
        fields.id("gateway", gateway)
        if let grant { fields.word("grant", grant) }
        fields.word("purpose", purpose.rawValue)
        fields.flag("opening", opening)
        fields.flag("dormant", dormant)
        fields.flag("expected", expected)
    }
}

/// `emergency`: an emergency opening was declared.
public struct Emergency: Hashable, Sendable {
    /// The patient.
    public var subject: SubjectID
    /// By whom.
    public var member: MemberID
    /// In which session.
    public var session: SessionID
    /// A coded reason.
    public var reason: String
    /// The assertion that was the fresh factor.
    public var jti: String

    /// Makes the body of its fields.
    public init(subject: SubjectID, member: MemberID, session: SessionID, reason: String, jti: String) {
        self.subject = subject
        self.member = member
        self.session = session
        self.reason = reason
        self.jti = jti
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        subject = try fields.id("subject")
        member = try fields.id("member")
        session = try fields.id("session")
        reason = try fields.word("reason")
        jti = try fields.word("jti")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("subject", subject)
        fields.id("member", member)
        fields.id("session", session)
        fields.word("reason", reason)
        fields.word("jti", jti)
    }
}

/// `alert`: a limit is nearly or wholly used, or the tripwire closed.
public struct Alert: Hashable, Sendable {
    /// What is nearly used.
    public var name: AlertName
    /// Whose.
    public var holder: Holder?
    /// The partner's.
    public var partner: PartnerID?
    /// Which tier.
    public var tier: String?
    /// Which window.
    public var window: WindowName
    /// How many openings.
    public var used: Int64
    /// Of how many.
    public var limit: Int64

    /// Makes the body of its fields.
    public init(
        name: AlertName,
        holder: Holder? = nil,
        partner: PartnerID? = nil,
        tier: String? = nil,
        window: WindowName,
        used: Int64,
        limit: Int64
    ) {
        self.name = name
        self.holder = holder
        self.partner = partner
        self.tier = tier
        self.window = window
        self.used = used
        self.limit = limit
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        name = try fields.choice("name")
        holder = try fields.optionalHolder()
        partner = try fields.optionalID("partner")
        tier = try fields.optionalWord("tier")
        window = try fields.choice("window")
        used = try fields.integer("used")
        limit = try fields.integer("limit")
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("name", name.rawValue)
        if let holder { fields.holder(holder) }
        fields.id("partner", partner)
        if let tier { fields.word("tier", tier) }
        fields.word("window", window.rawValue)
        fields.integer("used", used)
        fields.integer("limit", limit)
    }
}

/// `refusal`: keys were refused, merged per holder and minute.
public struct Refusal: Hashable, Sendable {
    /// Whom.
    public var holder: Holder
    /// In which session.
    public var session: SessionID
    /// The reason of the last.
    public var reason: RefusalReason
    /// How many requests.
    public var count: Int64
    /// Of how many distinct patients.
    public var patients: Int64

    /// Makes the body of its fields.
    public init(holder: Holder, session: SessionID, reason: RefusalReason, count: Int64, patients: Int64) {
        self.holder = holder
        self.session = session
        self.reason = reason
        self.count = count
        self.patients = patients
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        holder = try fields.holder()
        session = try fields.id("session")
        reason = try fields.choice("reason")
        count = try fields.integer("count")
        patients = try fields.integer("patients")
    }

    func write(_ fields: inout FieldWriter) {
        fields.holder(holder)
        fields.id("session", session)
        fields.word("reason", reason.rawValue)
        fields.integer("count", count)
        fields.integer("patients", patients)
    }
}

/// `freeze`: somebody or something was frozen.
public struct Freeze: Hashable, Sendable {
    /// What.
    public var scope: FreezeScope
    /// Which membership or client.
    public var holder: Holder?
    /// Whether the broker did it by itself.
    public var automatic: Bool
    /// A coded reason.
    public var reason: String

    /// Makes the body of its fields.
    public init(scope: FreezeScope, holder: Holder? = nil, automatic: Bool, reason: String) {
        self.scope = scope
        self.holder = holder
        self.automatic = automatic
        self.reason = reason
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        scope = try fields.choice("scope")
        holder = try fields.optionalHolder()
        automatic = try fields.flag("automatic")
        reason = try fields.word("reason")
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("scope", scope.rawValue)
        if let holder { fields.holder(holder) }
        fields.flag("automatic", automatic)
        fields.word("reason", reason)
    }
}

/// `thaw`: a freeze ended.
public struct Thaw: Hashable, Sendable {
    /// What.
    public var scope: FreezeScope
    /// Which membership or client.
    public var holder: Holder?
    /// A coded reason.
    public var reason: String

    /// Makes the body of its fields.
    public init(scope: FreezeScope, holder: Holder? = nil, reason: String) {
        self.scope = scope
        self.holder = holder
        self.reason = reason
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        scope = try fields.choice("scope")
        holder = try fields.optionalHolder()
        reason = try fields.word("reason")
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("scope", scope.rawValue)
        if let holder { fields.holder(holder) }
        fields.word("reason", reason)
    }
}
