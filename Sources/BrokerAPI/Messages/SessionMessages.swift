import Vocabulary

/// The secret that stands for a session: 48 bytes, made and checked by the broker alone.
public struct SessionToken: WireMessage {
    /// Length in bytes: the session's id and a MAC of 32 bytes.
    public static let length = 48
    /// The bytes.
    public let secret: SecretBytes

    /// Keeps the bytes; nil unless there are 48.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == SessionToken.length else { return nil }
        secret = SecretBytes(bytes)
    }

    /// Reads the bytes.
    public init(from reader: inout WireReader) throws(WireError) {
        secret = try reader.secret(count: SessionToken.length)
    }

    /// Writes the bytes.
    public func write(to writer: inout WireWriter) { writer.secret(secret) }
}

extension SessionToken {
    /// The token as clients have it, base64url, 64 characters: for its holder alone, never for a log.
    public var text: String { unsafe secret.withUnsafeBytes { unsafe Base64URL.text($0) } }
}

/// What a live session is, as the gateway may know it.
public struct SessionInfo: WireMessage, Hashable {
    /// Its id.
    public let session: SessionID
    /// The practice it is for.
    public let practice: PracticeID
    /// Whose it is.
    public let holder: Holder
    /// What the holder does there.
    public let role: Role
    /// How strongly it was begun.
    public let sessionClass: SessionClass
    /// Tiers that the role may see.
    public let readable: Tiers
    /// Tiers that the role may write.
    public let writable: Tiers
    /// When it ends at the latest.
    public let expires: Timestamp
    /// The thumbprint of the key that signs its request proofs; none for a bearer's.
    public let key: String?

    /// Makes the information of its parts.
    public init(
        session: SessionID, practice: PracticeID, holder: Holder, role: Role, sessionClass: SessionClass,
        readable: Tiers, writable: Tiers, expires: Timestamp, key: String? = nil
    ) {
        self.session = session
        self.practice = practice
        self.holder = holder
        self.role = role
        self.sessionClass = sessionClass
        self.readable = readable
        self.writable = writable
        self.expires = expires
        self.key = key
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        session = try reader.id()
        practice = try reader.id()
        holder = try Holder(from: &reader)
        role = try reader.word()
        sessionClass = try reader.word()
        readable = Tiers(rawValue: try reader.byte())
        writable = Tiers(rawValue: try reader.byte())
        expires = Timestamp(milliseconds: try reader.int64())
        key = try reader.optional { (reader) throws(WireError) in try reader.text(limit: 64) }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(session)
        writer.id(practice)
        holder.write(to: &writer)
        writer.text(role.rawValue)
        writer.text(sessionClass.rawValue)
        writer.byte(readable.rawValue)
        writer.byte(writable.rawValue)
        writer.int64(expires.milliseconds)
        writer.optional(key) { $0.text($1) }
    }
}

extension SessionInfo {
    /// The same session as one request may see it whose proof names these tiers.
    public func reading(only tiers: Tiers) -> SessionInfo {
        SessionInfo(
            session: session, practice: practice, holder: holder, role: role, sessionClass: sessionClass,
            readable: readable.intersection(tiers), writable: writable, expires: expires, key: key)
    }
}

/// A new session and the secret that stands for it.
public struct SessionGrant: WireMessage {
    /// The secret.
    public let token: SessionToken
    /// What the session is.
    public let info: SessionInfo
    /// Where else the person may act; none of a client.
    public let memberships: [Membership]

    /// Makes a grant of its parts.
    public init(token: SessionToken, info: SessionInfo, memberships: [Membership] = []) {
        self.token = token
        self.info = info
        self.memberships = memberships
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        info = try SessionInfo(from: &reader)
        memberships = try reader.list(limit: 1_024)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        info.write(to: &writer)
        writer.list(memberships)
    }
}

/// Sessions that ended: pushed to every gateway at once, so that it drops their keys.
public struct Revocation: WireMessage, Hashable {
    /// Most sessions in one message.
    public static let maximumSessions = 16_384
    /// The sessions.
    public let sessions: [SessionID]

    /// Names the sessions.
    public init(sessions: [SessionID]) { self.sessions = sessions }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        sessions = try reader.list(limit: Revocation.maximumSessions) { (reader) throws(WireError) in try reader.id() }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) { writer.list(sessions) { $0.id($1) } }
}

extension Holder: WireMessage {
    /// Reads a kind byte and the id.
    public init(from reader: inout WireReader) throws(WireError) {
        self = try reader.flag() ? .member(try reader.id()) : .client(try reader.id())
    }

    /// Writes a kind byte and the id.
    public func write(to writer: inout WireWriter) {
        switch self {
        case .member(let id):
            writer.flag(true)
            writer.id(id)
        case .client(let id):
            writer.flag(false)
            writer.id(id)
        }
    }
}
