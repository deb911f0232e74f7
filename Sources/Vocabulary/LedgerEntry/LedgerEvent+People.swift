/// `practice`: a practice was added, resized or closed.
public struct PracticeEntry: Hashable, Sendable {
    /// Number of professionals that its limits follow.
    public var size: Int64
    /// False once it is closed.
    public var open: Bool

    /// Makes the body of its fields.
    public init(size: Int64, open: Bool) {
        self.size = size
        self.open = open
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        size = try fields.integer("size")
        open = try fields.flag("open")
    }

    func write(_ fields: inout FieldWriter) {
        fields.integer("size", size)
        fields.flag("open", open)
    }
}

/// `policy`: a rule of the installation or of a practice.
public struct Policy: Hashable, Sendable {
    /// Which rule.
    public var name: PolicyName
    /// Its value; docs/formats.md says which for each name.
    public var value: String

    /// Makes the body of its fields.
    public init(name: PolicyName, value: String) {
        self.name = name
        self.value = value
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        name = try fields.choice("name")
        value = try fields.word("value")
        guard name != .recipient && name != .export || [UInt8](hexadecimal: value)?.count == 32 else {
            throw LedgerEntryError("value")
        }
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("name", name.rawValue)
        fields.word("value", value)
    }
}

/// `member`: a membership began, changed or ended.
public struct MemberEntry: Hashable, Sendable {
    /// The membership.
    public var member: MemberID
    /// Whose it is.
    public var person: PersonID
    /// What the person does here.
    public var role: Role
    /// First moment, milliseconds.
    public var start: Int64
    /// Last moment, milliseconds.
    public var end: Int64?
    /// The membership whose limit it shares (a locum's).
    public var shares: MemberID?

    /// Makes the body of its fields.
    public init(
        member: MemberID,
        person: PersonID,
        role: Role,
        start: Int64,
        end: Int64? = nil,
        shares: MemberID? = nil
    ) {
        self.member = member
        self.person = person
        self.role = role
        self.start = start
        self.end = end
        self.shares = shares
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        member = try fields.id("member")
        person = try fields.id("person")
        role = try fields.choice("role")
        start = try fields.integer("start")
        end = try fields.optionalInteger("end")
        shares = try fields.optionalID("shares")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("member", member)
        fields.id("person", person)
        fields.word("role", role.rawValue)
        fields.integer("start", start)
        if let end { fields.integer("end", end) }
        fields.id("shares", shares)
    }
}

/// `client`: a client began, changed or ended.
public struct ClientEntry: Hashable, Sendable {
    /// The client.
    public var client: ClientID
    /// What the program does.
    public var role: Role
    /// The organisation whose limit it shares.
    public var partner: PartnerID?
    /// Whether it may only deposit.
    public var deposit: Bool
    /// First moment, milliseconds.
    public var start: Int64
    /// Last moment, milliseconds.
    public var end: Int64?

    /// Makes the body of its fields.
    public init(
        client: ClientID,
        role: Role,
        partner: PartnerID? = nil,
        deposit: Bool,
        start: Int64,
        end: Int64? = nil
    ) {
        self.client = client
        self.role = role
        self.partner = partner
        self.deposit = deposit
        self.start = start
        self.end = end
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        client = try fields.id("client")
        role = try fields.choice("role")
        partner = try fields.optionalID("partner")
        deposit = try fields.flag("deposit")
        start = try fields.integer("start")
        end = try fields.optionalInteger("end")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("client", client)
        fields.word("role", role.rawValue)
        fields.id("partner", partner)
        fields.flag("deposit", deposit)
        fields.integer("start", start)
        if let end { fields.integer("end", end) }
    }
}

/// `key`: a sign-in key of a membership or client, or a factor of a person, was added or revoked.
public struct KeyEntry: Hashable, Sendable {
    /// Whose.
    public enum Owner: Hashable, Sendable {
        /// In the practice's chain.
        case holder(Holder)
        /// In the installation's chain: a person may act in several practices.
        case person(PersonID)
    }

    /// Whose key.
    public var owner: Owner
    /// A holder's: the P-256 point, base64url of 65 bytes (SEC 1, uncompressed). A person's: the factor's kind and id, `passkey:…`.
    public var key: String
    /// False when revoked or used up.
    public var active: Bool

    /// Makes the body of its fields.
    public init(owner: Owner, key: String, active: Bool) {
        self.owner = owner
        self.key = key
        self.active = active
    }

    /// Makes the body of a holder's key.
    public init(holder: Holder, key: String, active: Bool) {
        self.init(owner: .holder(holder), key: key, active: active)
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        if let person: PersonID = try fields.optionalID("person") {
            owner = .person(person)
        } else {
            owner = .holder(try fields.holder())
        }
        key = try fields.word("key")
        active = try fields.flag("active")
    }

    func write(_ fields: inout FieldWriter) {
        switch owner {
        case .holder(let holder): fields.holder(holder)
        case .person(let person): fields.id("person", person)
        }
        fields.word("key", key)
        fields.flag("active", active)
    }
}

/// `session`: a session began or ended.
public struct SessionEntry: Hashable, Sendable {
    /// The session.
    public var session: SessionID
    /// Whose.
    public var holder: Holder
    /// How strongly it was begun.
    public var sessionClass: SessionClass
    /// Through which gateway.
    public var gateway: GatewayID
    /// When it ends at the latest, milliseconds.
    public var end: Int64
    /// False when it ended.
    public var active: Bool
    /// The assertion, challenge or one-time code that began it.
    public var jti: String?
    /// The thumbprint of the client's key (RFC 7638) that signs its request proofs; none for a bearer's.
    public var key: String?

    /// Makes the body of its fields.
    public init(
        session: SessionID,
        holder: Holder,
        sessionClass: SessionClass,
        gateway: GatewayID,
        end: Int64,
        active: Bool,
        jti: String? = nil,
        key: String? = nil
    ) {
        self.session = session
        self.holder = holder
        self.sessionClass = sessionClass
        self.gateway = gateway
        self.end = end
        self.active = active
        self.jti = jti
        self.key = key
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        session = try fields.id("session")
        holder = try fields.holder()
        sessionClass = try fields.choice("class")
        gateway = try fields.id("gateway")
        end = try fields.integer("end")
        active = try fields.flag("active")
        jti = try fields.optionalWord("jti")
        key = try fields.optionalWord("key")
    }

    func write(_ fields: inout FieldWriter) {
        fields.id("session", session)
        fields.holder(holder)
        fields.word("class", sessionClass.rawValue)
        fields.id("gateway", gateway)
        fields.integer("end", end)
        fields.flag("active", active)
        if let jti { fields.word("jti", jti) }
        if let key { fields.word("key", key) }
    }
}
