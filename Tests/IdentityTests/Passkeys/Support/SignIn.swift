import Crypto
import Vocabulary

@testable import Identity

/// A sign-in, honest until something of it is changed.
struct SignIn {
    /// The four parts of an answer.
    struct Answer {
        var credential: [UInt8]
        var client: [UInt8]
        var data: [UInt8]
        var signature: [UInt8]
    }

    var authenticator: Authenticator
    /// What the broker keeps; nil if it knows none.
    var passkey: Passkey?
    var challenge: String
    /// Members of the client data, replaced or left out.
    var client: [String: String?] = [:]
    var clientData: [UInt8]?
    var domain = Ceremony.domain
    var flags: UInt8 = 0x05
    var counter: UInt32 = 0
    var id: [UInt8]
    var extensions: [UInt8] = []
    /// Changes what was made, before or behind the signature.
    var editData: ([UInt8]) -> [UInt8] = { $0 }
    var editSignedData: ([UInt8]) -> [UInt8] = { $0 }
    var editSignature: ([UInt8]) -> [UInt8] = { $0 }
    var editSignedClient: ([UInt8]) -> [UInt8] = { $0 }

    init(_ authenticator: Authenticator, _ passkey: Passkey? = nil) throws {
        self.authenticator = authenticator
        self.passkey = try passkey ?? Enrolment(authenticator).verified()
        challenge = Base64URL.text(try Ceremony.challenge(.signIn).bytes)
        id = authenticator.id
    }

    func made() throws -> Answer {
        let members = [
            ("type", "\"webauthn.get\""), ("challenge", "\"\(challenge)\""), ("origin", "\"\(Ceremony.origin)\""),
            ("crossOrigin", "false"),
        ]
        let client = clientData ?? Ceremony.client(members, self.client)
        let data = editData(Ceremony.prefix(domain, flags, counter) + extensions)
        let signature = try authenticator.sign(data + Array(SHA256.hash(data: client)))
        return Answer(
            credential: id, client: editSignedClient(client), data: editSignedData(data),
            signature: editSignature(signature))
    }

    /// Reads and verifies, as the broker does.
    static func verify(_ answer: Answer, by passkey: Passkey?) throws -> Passkey.State {
        try PasskeyAssertion(
            credential: answer.credential, clientData: answer.client, authenticatorData: answer.data,
            signature: answer.signature
        ).verified(by: passkey, for: try Ceremony.challenge(.signIn), to: try Ceremony.party)
    }

    func verified() throws -> Passkey.State { try SignIn.verify(try made(), by: passkey) }

    /// The word with which it is refused, or nil.
    func refusal() throws -> PasskeyError? { try Ceremony.refusal { _ = try verified() } }
}
