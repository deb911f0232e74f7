import Crypto
import Vocabulary

@testable import Identity

/// A registration, honest until something of it is changed.
struct Enrolment {
    /// Who vouches.
    enum Attestation {
        case none
        case own
        case certificate(P256.Signing.PrivateKey, [[UInt8]])
    }

    var authenticator: Authenticator
    var challenge: String
    /// Members of the client data, replaced or left out.
    var client: [String: String?] = [:]
    var clientData: [UInt8]?
    var domain = Ceremony.domain
    var flags: UInt8 = 0x45
    var counter: UInt32 = 0
    var key: CBOR
    var id: [UInt8]
    var extensions: [UInt8] = []
    var attestation = Attestation.none
    var format = "none"
    /// Changes what was made.
    var editStatement: ([(CBOR, CBOR)]) -> [(CBOR, CBOR)] = { $0 }
    var editSignature: ([UInt8]) -> [UInt8] = { $0 }
    var editData: ([UInt8]) -> [UInt8] = { $0 }
    var editObject: ([(CBOR, CBOR)]) -> [(CBOR, CBOR)] = { $0 }
    var editBytes: ([UInt8]) -> [UInt8] = { $0 }

    init(_ authenticator: Authenticator, _ attestation: Attestation = .none) throws {
        self.authenticator = authenticator
        self.attestation = attestation
        if case .none = attestation {} else { format = "packed" }
        challenge = Base64URL.text(try Ceremony.challenge(.enrolment).bytes)
        key = .map(try authenticator.members())
        id = authenticator.id
    }

    /// Client data and attestation object.
    func made() throws -> (client: [UInt8], object: [UInt8]) {
        let members = [
            ("type", "\"webauthn.create\""), ("challenge", "\"\(challenge)\""), ("origin", "\"\(Ceremony.origin)\""),
            ("crossOrigin", "false"),
        ]
        let client = clientData ?? Ceremony.client(members, self.client)
        let credential = authenticator.aaguid + CBOR.bigEndian(id.count, 2) + id + key.encoded
        let data = editData(Ceremony.prefix(domain, flags, counter) + credential + extensions)
        let statement = editStatement(try statement(data + Array(SHA256.hash(data: client))))
        let object: [(CBOR, CBOR)] = [
            ("fmt", .text(format)), ("attStmt", .map(statement)), ("authData", .bytes(data)),
        ]
        return (client, editBytes(CBOR.map(editObject(object)).encoded))
    }

    private func statement(_ message: [UInt8]) throws -> [(CBOR, CBOR)] {
        switch attestation {
        case .none: return []
        case .own:
            let signature = editSignature(try authenticator.sign(message))
            return [("alg", .integer(authenticator.algorithm)), ("sig", .bytes(signature))]
        case .certificate(let key, let chain):
            let signature = editSignature(Array(try key.signature(for: message).derRepresentation))
            return [("alg", -7), ("sig", .bytes(signature)), ("x5c", .array(chain.map(CBOR.bytes)))]
        }
    }

    /// Reads and verifies, as the broker does.
    static func verify(_ made: (client: [UInt8], object: [UInt8])) throws -> Passkey {
        try PasskeyRegistration(clientData: made.client, attestationObject: made.object)
            .verified(for: try Ceremony.challenge(.enrolment), by: try Ceremony.party)
    }

    func verified() throws -> Passkey { try Enrolment.verify(try made()) }

    /// The word with which it is refused, or nil.
    func refusal() throws -> PasskeyError? { try Ceremony.refusal { _ = try verified() } }
}
