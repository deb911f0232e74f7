/// `carry`: the beginning of a new log: what the old one held.
public struct Carry: Hashable, Sendable {
    /// Root of the old log.
    public var root: [UInt8]
    /// Size of the old log.
    public var size: Int64
    /// SHA-256 of the canonical state file.
    public var state: [UInt8]

    /// Makes the body of its fields.
    public init(root: [UInt8], size: Int64, state: [UInt8]) {
        self.root = root
        self.size = size
        self.state = state
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        root = try fields.hash("root")
        size = try fields.integer("size")
        state = try fields.hash("state")
    }

    func write(_ fields: inout FieldWriter) {
        fields.hash("root", root)
        fields.integer("size", size)
        fields.hash("state", state)
    }
}

/// `time`: a witness said what time it is.
public struct TimeEntry: Hashable, Sendable {
    /// The witness's name.
    public var witness: String
    /// Its time, milliseconds.
    public var time: Int64
    /// 32 random bytes, so that nobody can have cosigned the entry before; none where the time was moved by hand.
    public var nonce: [UInt8]?
    /// What stands for a witness where the time of a simulated installation was moved by hand.
    public static let simulated = "simulated"

    /// Makes the body of its fields.
    public init(witness: String, time: Int64, nonce: [UInt8]? = nil) {
        self.witness = witness
        self.time = time
        self.nonce = nonce
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        witness = try fields.word("witness")
        time = try fields.integer("time")
        nonce = fields.has("nonce") ? try fields.hash("nonce") : nil
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("witness", witness)
        fields.integer("time", time)
        if let nonce { fields.hash("nonce", nonce) }
    }
}

/// `access`: the head of a practice's access log.
public struct AccessEntry: Hashable, Sendable {
    /// Entries so far.
    public var size: Int64
    /// Hash of the last.
    public var head: [UInt8]

    /// Makes the body of its fields.
    public init(size: Int64, head: [UInt8]) {
        self.size = size
        self.head = head
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        size = try fields.integer("size")
        head = try fields.hash("head")
    }

    func write(_ fields: inout FieldWriter) {
        fields.integer("size", size)
        fields.hash("head", head)
    }
}

/// `index`: the root of the practice map.
public struct IndexEntry: Hashable, Sendable {
    /// Size of the log that it covers.
    public var size: Int64
    /// Root of the map.
    public var root: [UInt8]

    /// Makes the body of its fields.
    public init(size: Int64, root: [UInt8]) {
        self.size = size
        self.root = root
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        size = try fields.integer("size")
        root = try fields.hash("root")
    }

    func write(_ fields: inout FieldWriter) {
        fields.integer("size", size)
        fields.hash("root", root)
    }
}

/// `grant`: a practice lets someone outside in for a time.
public struct GrantEntry: Hashable, Sendable {
    /// Its id.
    public var grant: String
    /// Whom.
    public var holder: Holder
    /// To which tiers.
    public var tiers: Tiers
    /// From, milliseconds.
    public var start: Int64
    /// Until, milliseconds.
    public var end: Int64

    /// Makes the body of its fields.
    public init(grant: String, holder: Holder, tiers: Tiers, start: Int64, end: Int64) {
        self.grant = grant
        self.holder = holder
        self.tiers = tiers
        self.start = start
        self.end = end
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        grant = try fields.word("grant")
        holder = try fields.holder()
        tiers = try fields.tiers("tiers")
        start = try fields.integer("start")
        end = try fields.integer("end")
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("grant", grant)
        fields.holder(holder)
        fields.word("tiers", tiers.words)
        fields.integer("start", start)
        fields.integer("end", end)
    }
}

/// `request`: an act of two people was asked for.
public struct RequestEntry: Hashable, Sendable {
    /// Its id.
    public var request: String
    /// Which act.
    public var act: String
    /// SHA-256 of its content.
    public var digest: [UInt8]
    /// By whom.
    public var person: String
    /// The one-time code or assertion that was shown with it.
    public var jti: String?

    /// Makes the body of its fields.
    public init(request: String, act: String, digest: [UInt8], person: String, jti: String? = nil) {
        self.request = request
        self.act = act
        self.digest = digest
        self.person = person
        self.jti = jti
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        request = try fields.word("request")
        act = try fields.word("act")
        digest = try fields.hash("digest")
        person = try fields.word("person")
        jti = try fields.optionalWord("jti")
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("request", request)
        fields.word("act", act)
        fields.hash("digest", digest)
        fields.word("person", person)
        if let jti { fields.word("jti", jti) }
    }
}

/// `approval`: an act of two people was approved, or refused.
public struct Approval: Hashable, Sendable {
    /// Which.
    public var request: String
    /// By whom.
    public var person: String
    /// The one-time code or assertion that was shown with it.
    public var jti: String?
    /// Whether it was refused, or taken back.
    public var refused: Bool

    /// Makes the body of its fields.
    public init(request: String, person: String, jti: String? = nil, refused: Bool = false) {
        self.request = request
        self.person = person
        self.jti = jti
        self.refused = refused
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        request = try fields.word("request")
        person = try fields.word("person")
        jti = try fields.optionalWord("jti")
        refused = fields.has("refused") ? try fields.flag("refused") : false
    }

    func write(_ fields: inout FieldWriter) {
        fields.word("request", request)
        fields.word("person", person)
        if let jti { fields.word("jti", jti) }
        if refused { fields.flag("refused", true) }
    }
}
