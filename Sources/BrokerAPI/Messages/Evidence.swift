import Vocabulary

/// What shows who signs in.
public enum Evidence: WireMessage {
    /// A compact JWS signed by the key of a membership or client (RFC 7523 §2.2).
    case assertion(String)
    /// A passkey's answer to a challenge over the nonce.
    case passkey(nonce: [UInt8], PasskeyAnswer)
    /// A password and the one-time code of an authenticator program.
    case password(nonce: [UInt8], PasswordAnswer)
    /// The same with a recovery code in the one-time code's place.
    case recovery(nonce: [UInt8], PasswordAnswer)
    /// The code of an OpenID provider, for a sign-in that was begun with the nonce and the same key.
    case openID(nonce: [UInt8], code: String)

    /// Reads the kind and the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.byte() {
        case 1: self = .assertion(try reader.text(limit: 8_192))
        case 2: self = .passkey(nonce: try reader.data(limit: 64), try PasskeyAnswer(from: &reader))
        case 3: self = .password(nonce: try reader.data(limit: 64), try PasswordAnswer(from: &reader))
        case 4: self = .recovery(nonce: try reader.data(limit: 64), try PasswordAnswer(from: &reader))
        case 5:
            self = .openID(nonce: try reader.data(limit: 64), code: try reader.text(limit: 2_048))
        default: throw WireError("evidence")
        }
    }

    /// Writes the kind and the fields.
    public func write(to writer: inout WireWriter) {
        switch self {
        case .assertion(let text):
            writer.byte(1)
            writer.text(text)
        case .passkey(let nonce, let answer): write(2, nonce, answer, to: &writer)
        case .password(let nonce, let answer): write(3, nonce, answer, to: &writer)
        case .recovery(let nonce, let answer): write(4, nonce, answer, to: &writer)
        case .openID(let nonce, let code):
            writer.byte(5)
            writer.data(nonce)
            writer.text(code)
        }
    }

    private func write(_ kind: UInt8, _ nonce: [UInt8], _ answer: some WireMessage, to writer: inout WireWriter) {
        writer.byte(kind)
        writer.data(nonce)
        answer.write(to: &writer)
    }
}

/// The answer of `navigator.credentials.get()` (WebAuthn L3 §5.2.2).
public struct PasskeyAnswer: WireMessage {
    /// `rawId`.
    public let credential: [UInt8]
    /// `response.clientDataJSON`.
    public let clientData: [UInt8]
    /// `response.authenticatorData`.
    public let authenticatorData: [UInt8]
    /// `response.signature`.
    public let signature: [UInt8]

    /// Makes it of its parts.
    public init(credential: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]) {
        self.credential = credential
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        credential = try reader.data(limit: 1_024)
        clientData = try reader.data(limit: 4_096)
        authenticatorData = try reader.data(limit: 4_096)
        signature = try reader.data(limit: 512)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.data(credential)
        writer.data(clientData)
        writer.data(authenticatorData)
        writer.data(signature)
    }
}

/// What somebody typed: a login, a password, a code.
public struct PasswordAnswer: WireMessage {
    /// The login, 128 bytes at most.
    public let login: String
    /// The password.
    public let password: String
    /// The one-time or recovery code.
    public let code: String

    /// Makes it of its parts.
    public init(login: String, password: String, code: String) {
        self.login = login
        self.password = password
        self.code = code
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        login = try reader.text(limit: 128)
        password = try reader.text(limit: 4_096)
        code = try reader.text(limit: 64)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.text(login)
        writer.text(password)
        writer.text(code)
    }
}

extension Evidence {
    /// The nonce that was given for it; an assertion has none.
    public var nonce: [UInt8]? {
        switch self {
        case .assertion: nil
        case .passkey(let nonce, _), .password(let nonce, _), .recovery(let nonce, _), .openID(let nonce, _): nonce
        }
    }
}
