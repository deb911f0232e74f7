import Crypto
import Testing
import Vocabulary

@testable import Identity

/// Attacks on attestation of the format `packed` (WebAuthn L3 §8.2).
@Suite struct PasskeyAttestationTests {
    /// The attestation key of the standard's vector `packed.ES256`, and its certificate.
    static func certificate() throws -> Enrolment.Attestation {
        let secret = "ec2804b222552b4b277d1f58f8c4343c0b0b0db5474eb55365c89d66a2bc96be"
        let key = try P256.Signing.PrivateKey(rawRepresentation: L3Vectors.bytes(secret))
        let vector = try L3Vectors.read().vector("packed.ES256")
        let object = try AttestationObject(L3Vectors.bytes(vector.registration.attestationObject))
        guard case .array(let list)? = object.statement["x5c"], case .bytes(let certificate)? = list.first else {
            throw PasskeyError.attestation
        }
        return .certificate(key, [certificate])
    }

    @Test(arguments: PasskeyKey.Algorithm.allCases)
    func aCertificateThatSignedIsAccepted(algorithm: PasskeyKey.Algorithm) throws {
        let enrolment = try Enrolment(Authenticator(algorithm), PasskeyAttestationTests.certificate())
        #expect(try enrolment.verified().key.algorithm == algorithm)
    }

    @Test(arguments: PasskeyAttestationTests.attacks.indices)
    func everyAttackIsRefused(index: Int) throws {
        let attack = PasskeyAttestationTests.attacks[index]
        for attestation in [Enrolment.Attestation.own, try PasskeyAttestationTests.certificate()] {
            var enrolment = try Enrolment(Authenticator(), attestation)
            try attack.change(&enrolment)
            #expect(try enrolment.refusal() == attack.word, "\(attack.name)")
        }
    }

    private static func replaced(
        _ name: String, _ value: CBOR?
    ) -> @Sendable ([(CBOR, CBOR)]) -> [(CBOR, CBOR)] {
        { members in
            members.filter { $0.0 != .text(name) }
                + (value.map { [(.text(name), $0)] } ?? [])
        }
    }

    static let attacks: [Attack<Enrolment>] = [
        Attack("a bit of the signature", .attestation) {
            $0.editSignature = { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
        },
        Attack("a signature cut off", .attestation) { $0.editSignature = { Array($0.dropLast()) } },
        Attack("bytes behind the signature", .attestation) { $0.editSignature = { $0 + [0] } },
        Attack("no bytes of signature", .attestation) { $0.editSignature = { _ in [] } },
        Attack("a signature of 8 KiB", .attestation) {
            $0.editSignature = { _ in [UInt8](repeating: 0x30, count: 8192) }
        },
        Attack("the signature of another", .attestation) {
            $0.editSignature = { _ in (try? Authenticator().sign([1])) ?? [] }
        },
        Attack("no signature", .attestation) { $0.editStatement = replaced("sig", nil) },
        Attack("a signature that is text", .attestation) { $0.editStatement = replaced("sig", "sig") },
        Attack("no algorithm", .attestation) { $0.editStatement = replaced("alg", nil) },
        Attack("EdDSA for ES256", .attestation) { $0.editStatement = replaced("alg", -8) },
        Attack("RS256 for ES256", .attestation) { $0.editStatement = replaced("alg", -257) },
        Attack("RS1 for ES256", .attestation) { $0.editStatement = replaced("alg", -65535) },
        Attack("ES384 for ES256", .attestation) { $0.editStatement = replaced("alg", -35) },
        Attack("algorithm 0", .attestation) { $0.editStatement = replaced("alg", 0) },
        Attack("an algorithm beyond 32 bits", .attestation) {
            $0.editStatement = replaced("alg", .raw([0x3B, 0, 0, 0, 1, 0, 0, 0, 6]))
        },
        Attack("algorithm none", .attestation) { $0.editStatement = replaced("alg", "none") },
        Attack("no certificates in their list", .attestation) { $0.editStatement = replaced("x5c", .array([])) },
        Attack("a certificate that is none", .attestation) {
            $0.editStatement = replaced("x5c", .array([.bytes([0x30, 0x82, 0xFF, 0xFF])]))
        },
        Attack("an empty certificate", .attestation) { $0.editStatement = replaced("x5c", .array([.bytes([])])) },
        Attack("a certificate that is text", .attestation) { $0.editStatement = replaced("x5c", .array(["x"])) },
        Attack("certificates that are no list", .attestation) { $0.editStatement = replaced("x5c", .bytes([0x30])) },
        Attack("ECDAA", .attestation) { $0.editStatement = replaced("ecdaaKeyId", .bytes([1])) },
        Attack("another member", .attestation) { $0.editStatement = replaced("ver", "2.0") },
        Attack("a member twice", .cbor) { $0.editStatement = { $0 + [$0[0]] } },
        Attack("no statement", .attestation) { $0.editStatement = { _ in [] } },
        Attack("nobody present, though signed", .userPresence) { $0.flags = 0x44 },
        Attack("nobody verified, though signed", .userVerification) { $0.flags = 0x41 },
        Attack("a level of protection that is none", .attestation) {
            $0.flags = 0xC5
            $0.extensions = CBOR.map([("credProtect", 9)]).encoded
        },
        Attack("extensions in another order", .attestation) {
            $0.flags = 0xC5
            $0.extensions = CBOR.map([("hmac-secret", .boolean(true)), ("credProtect", 2)]).encoded
        },
        Attack("another domain, though signed", .relyingPartyHash) { $0.domain = "evil.example" },
    ]

    @Test func aPasskeyVouchesForItselfWithItsOwnAlgorithmOnly() throws {
        for number: CBOR in [-7, -8, -257] {
            var enrolment = try Enrolment(Authenticator(), .own)
            enrolment.editStatement = PasskeyAttestationTests.replaced("alg", number)
            let object = try AttestationObject(try enrolment.made().object)
            let key = try #require(object.data.credential).key
            #expect(object.isWellFormed(for: key) == (number == -7))
        }
    }

    @Test func anotherPasskeysAttestationIsRefused() throws {
        let attestation = try PasskeyAttestationTests.certificate()
        for attestation in [Enrolment.Attestation.own, attestation] {
            let (one, two) = (
                try Enrolment(Authenticator(), attestation).made(), try Enrolment(Authenticator(), attestation).made()
            )
            let (first, second) = (try AttestationObject(one.object), try AttestationObject(two.object))
            let swapped = CBOR.map([
                ("fmt", "packed"), ("attStmt", .raw(first.statementBytes)), ("authData", .bytes(second.data.bytes)),
            ])
            let word = try Ceremony.refusal { _ = try Enrolment.verify((one.client, swapped.encoded)) }
            #expect(word == .attestation)
            var other = try Enrolment(Authenticator())
            other.client = ["x": "1"]
            let client = try other.made().client
            #expect(try Ceremony.refusal { _ = try Enrolment.verify((client, one.object)) } == .attestation)
        }
    }
}
