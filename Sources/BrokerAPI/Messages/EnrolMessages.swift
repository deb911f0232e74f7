import Vocabulary

/// Adds a factor to a person: by an invitation, or in a session with a fresh factor.
public struct Enrolment: WireMessage {
    /// What gives the right.
    public enum Authority: Sendable {
        /// The code of an invitation, as typed; of somebody whom the OpenID provider knows by number, with a session that they began there and its request proof.
        case invitation(String, session: (token: SessionToken, proof: [UInt8])? = nil)
        /// A session, its request proof, and a fresh factor of the same person.
        case session(SessionToken, proof: [UInt8], fresh: SignIn)
    }

    /// What is added.
    public enum Factor: Sendable {
        /// `clientDataJSON` and `attestationObject` of `navigator.credentials.create()` (WebAuthn L3 §5.2.1).
        case passkey(clientData: [UInt8], attestation: [UInt8])
        /// A login and a password; a secret for one-time codes comes with it.
        case password(login: String, password: String)
    }

    /// What gives the right.
    public let authority: Authority
    /// What is added.
    public let factor: Factor
    /// The nonce of the challenge that a passkey signed.
    public let nonce: [UInt8]
    /// The client's key that the challenge names.
    public let key: String
    /// The token endpoint's URL.
    public let audience: String
    /// As of ``SignIn/origin``.
    public let origin: UInt64

    /// Makes it of its parts.
    public init(
        _ factor: Factor, by authority: Authority, nonce: [UInt8], key: String, audience: String, origin: UInt64 = 0
    ) {
        self.authority = authority
        self.factor = factor
        self.nonce = nonce
        self.key = key
        self.audience = audience
        self.origin = origin
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        if try reader.flag() {
            authority = .invitation(
                try reader.text(limit: 64),
                session: try reader.optional { (reader) throws(WireError) in
                    (try SessionToken(from: &reader), try reader.data(limit: 16_384))
                })
        } else {
            authority = .session(
                try SessionToken(from: &reader), proof: try reader.data(limit: 16_384), fresh: try SignIn(from: &reader)
            )
        }
        if try reader.flag() {
            factor = .passkey(clientData: try reader.data(limit: 4_096), attestation: try reader.data(limit: 16_384))
        } else {
            factor = .password(login: try reader.text(limit: 128), password: try reader.text(limit: 4_096))
        }
        nonce = try reader.data(limit: 64)
        key = try reader.text(limit: 128)
        audience = try reader.text(limit: 1_024)
        origin = try reader.uint64()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        switch authority {
        case .invitation(let code, let session):
            writer.flag(true)
            writer.text(code)
            writer.optional(session) { writer, session in
                session.token.write(to: &writer)
                writer.data(session.proof)
            }
        case .session(let token, let proof, let fresh):
            writer.flag(false)
            token.write(to: &writer)
            writer.data(proof)
            fresh.write(to: &writer)
        }
        switch factor {
        case .passkey(let clientData, let attestation):
            writer.flag(true)
            writer.data(clientData)
            writer.data(attestation)
        case .password(let login, let password):
            writer.flag(false)
            writer.text(login)
            writer.text(password)
        }
        writer.data(nonce)
        writer.text(key)
        writer.text(audience)
        writer.uint64(origin)
    }
}

/// What a person gets to keep of an enrolment; it is shown once.
public struct Enrolled: WireMessage {
    /// New recovery codes, when the person had none.
    public let recoveryCodes: [String]
    /// The secret for one-time codes as an `otpauth` URI, when a password was added.
    public let totp: String?

    /// Makes it of its parts.
    public init(recoveryCodes: [String], totp: String?) {
        self.recoveryCodes = recoveryCodes
        self.totp = totp
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        recoveryCodes = try reader.list(limit: 16) { (reader) throws(WireError) in try reader.text(limit: 64) }
        totp = try reader.optional { (reader) throws(WireError) in try reader.text(limit: 512) }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.list(recoveryCodes) { $0.text($1) }
        writer.optional(totp) { $0.text($1) }
    }
}
