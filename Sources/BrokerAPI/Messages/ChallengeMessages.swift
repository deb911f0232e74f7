import Vocabulary

/// Nonces of the broker: one to sign in or enrol with, those that request proofs may bear, and its time.
public struct Challenge: WireMessage, Hashable {
    /// 40 bytes: good for 300 seconds and once.
    public let nonce: [UInt8]
    /// The nonces that request proofs may bear, the newest first.
    public let proofNonces: [String]
    /// By which proofs and codes are judged.
    public let time: Timestamp

    /// Makes it of its parts.
    public init(nonce: [UInt8], proofNonces: [String], time: Timestamp) {
        self.nonce = nonce
        self.proofNonces = proofNonces
        self.time = time
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        nonce = try reader.data(limit: 64)
        proofNonces = try reader.list(limit: 4) { (reader) throws(WireError) in try reader.text(limit: 64) }
        time = Timestamp(milliseconds: try reader.int64())
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.data(nonce)
        writer.list(proofNonces) { $0.text($1) }
        writer.int64(time.milliseconds)
    }
}

/// Begins a sign-in at the installation's OpenID provider.
public struct OpenIDBeginning: WireMessage, Hashable {
    /// The client's key: its P-256 point in base64url, 87 characters.
    public let key: String

    /// Makes it of its part.
    public init(key: String) { self.key = key }

    /// Reads the field.
    public init(from reader: inout WireReader) throws(WireError) { key = try reader.text(limit: 128) }

    /// Writes the field.
    public func write(to writer: inout WireWriter) { writer.text(key) }
}

/// Where a browser is sent, and what it must bring back.
public struct OpenIDBegun: WireMessage, Hashable {
    /// Goes with the code when the sign-in is finished.
    public let nonce: [UInt8]
    /// The provider's page, with all that it needs to know.
    public let url: String
    /// The client drops an answer with another.
    public let state: String

    /// Makes it of its parts.
    public init(nonce: [UInt8], url: String, state: String) {
        self.nonce = nonce
        self.url = url
        self.state = state
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        nonce = try reader.data(limit: 64)
        url = try reader.text(limit: 8_192)
        state = try reader.text(limit: 64)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.data(nonce)
        writer.text(url)
        writer.text(state)
    }
}
