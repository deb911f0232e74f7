/// One entry of the ledger: a flat JSON object in the canonical form of RFC 8785, random ids only (docs/formats.md, "Ledger entry").
public struct LedgerEntry: Hashable, Sendable {
    /// When the broker's clock said it happened.
    public var time: Timestamp
    /// The practice it belongs to and its place in that practice's chain; nil for an entry of the installation.
    public var link: PracticeLink?
    /// What happened.
    public var event: LedgerEvent

    /// Longest entry, in bytes: what a tile's entry bundle can hold (C2SP tlog-tiles).
    public static let maximumLength = 65_535

    /// Makes an entry of its parts.
    public init(time: Timestamp, link: PracticeLink?, event: LedgerEvent) {
        self.time = time
        self.link = link
        self.event = event
    }

    /// Reads an entry: canonical bytes only, every field known, none missing.
    public init(_ bytes: some Collection<UInt8>) throws(LedgerEntryError) {
        var fields = try FieldReader(bytes)
        guard try fields.integer("v") == 1 else { throw LedgerEntryError("v") }
        time = Timestamp(milliseconds: try fields.integer("t"))
        link = try fields.link()
        let kind = try fields.word("kind")
        event = try LedgerEvent(kind: kind, &fields)
        try fields.end()
        guard event.isPracticeEvent == (link != nil) || event.mayBeEither else { throw LedgerEntryError("practice") }
    }

    /// The canonical bytes.
    public var bytes: [UInt8] {
        var fields = FieldWriter()
        fields.integer("v", 1)
        fields.integer("t", time.milliseconds)
        fields.word("kind", event.kind)
        if let link { fields.link(link) }
        event.write(&fields)
        return fields.bytes
    }
}

/// An entry's place in its practice's chain.
public struct PracticeLink: Hashable, Sendable {
    /// The practice.
    public var practice: PracticeID
    /// Counts the practice's entries, from 1.
    public var n: Int64
    /// RFC 6962 leaf hash of the practice's previous entry, 32 bytes; zeros for the first.
    public var previous: [UInt8]

    /// Makes a link of its parts.
    public init(practice: PracticeID, n: Int64, previous: [UInt8]) {
        self.practice = practice
        self.n = n
        self.previous = previous
    }
}

/// Why bytes are not a ledger entry: the field that is wrong, never its value.
public struct LedgerEntryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the field, or `syntax`.
    public let field: String

    /// Names the field.
    public init(_ field: String) { self.field = field }

    /// For the log.
    public var description: String { "not a ledger entry: \(field)" }
}
