import Vocabulary

/// Asks for a session, or shows a fresh factor in one.
public struct SignIn: WireMessage {
    /// What shows who it is.
    public let evidence: Evidence
    /// The token endpoint's URL; whoever signs names it, or its origin.
    public let audience: String
    /// The client's key, to which the session is bound: its P-256 point in base64url, 87 characters; none for a bearer's.
    public let key: String?
    /// Which of the person's memberships; nil for the first, and for clients.
    public let membership: MemberID?
    /// Where it comes from: a keyed hash of an address, that the gateway makes; nothing can be told from it.
    public let origin: UInt64

    /// Makes a request of its parts.
    public init(
        _ evidence: Evidence, audience: String, key: String? = nil, membership: MemberID? = nil, origin: UInt64 = 0
    ) {
        self.evidence = evidence
        self.audience = audience
        self.key = key
        self.membership = membership
        self.origin = origin
    }

    /// Makes a request by a signed assertion (RFC 7523 §2.2).
    public init(assertion: String, audience: String, key: String? = nil) {
        self.init(.assertion(assertion), audience: audience, key: key)
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        evidence = try Evidence(from: &reader)
        audience = try reader.text(limit: 1_024)
        key = try reader.optional { (reader) throws(WireError) in try reader.text(limit: 128) }
        membership = try reader.optional { (reader) throws(WireError) in try reader.id() }
        origin = try reader.uint64()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        evidence.write(to: &writer)
        writer.text(audience)
        writer.optional(key) { $0.text($1) }
        writer.optional(membership) { $0.id($1) }
        writer.uint64(origin)
    }
}
