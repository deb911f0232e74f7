import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks on a registration (WebAuthn L3 §7.1), each row of a table refused with its word.
@Suite struct PasskeyRegistrationTests {
    @Test(arguments: PasskeyKey.Algorithm.allCases)
    func anHonestRegistrationIsAccepted(algorithm: PasskeyKey.Algorithm) throws {
        for attestation in [Enrolment.Attestation.none, .own] {
            var enrolment = try Enrolment(Authenticator(algorithm), attestation)
            enrolment.flags = 0x5D
            enrolment.counter = 0x0102_0304
            let passkey = try enrolment.verified()
            #expect(passkey.id == enrolment.id && passkey.aaguid == enrolment.authenticator.aaguid)
            #expect(passkey.key.algorithm == algorithm && passkey.isBackupEligible)
            #expect(passkey.state == Passkey.State(counter: 0x0102_0304, isBackedUp: true))
            #expect(try PasskeyKey(algorithm: algorithm, bytes: passkey.key.bytes) == passkey.key)
        }
    }

    @Test func whatBrowsersAddIsAccepted() throws {
        var enrolment = try Enrolment(Authenticator(), .own)
        enrolment.client = [
            "crossOrigin": nil, "other_keys_can_be_added_here": #""do not compare \"clientDataJSON\"""#,
        ]
        #expect(try enrolment.refusal() == nil)
        enrolment.flags = 0xC5
        for extensions in [
            CBOR.map([("credProtect", 2)]), .map([("credProtect", 3), ("hmac-secret", .boolean(true))]),
            .map([("hmac-secret", .boolean(false))]), .map([("uvm", .array([.array([2, 4, 2])]))]), .map([]),
        ] {
            enrolment.extensions = extensions.encoded
            #expect(try enrolment.refusal() == nil, "\(extensions)")
        }
    }

    @Test func reservedFlagsAndTheOrderOfMembersDoNotMatter() throws {
        var enrolment = try Enrolment(Authenticator())
        enrolment.flags = 0x67
        enrolment.editObject = { $0.reversed() }
        #expect(try enrolment.refusal() == nil)
    }

    @Test func identifiersOfEveryAllowedLengthAreAccepted() throws {
        for length in [16, 64, 255, 256, 1023] {
            #expect(try Enrolment(Authenticator(idLength: length)).verified().id.count == length)
        }
    }

    @Test func everyLieInClientDataIsRefused() throws {
        for (name, value, word) in ClientDataAttacks.members {
            var enrolment = try Enrolment(Authenticator(.edDSA))
            enrolment.client = [name: value]
            #expect(try enrolment.refusal() == word, "\(name) \(value ?? "absent")")
        }
        let honest = try Enrolment(Authenticator(.edDSA)).made().client
        for text in ClientDataAttacks.texts(honest) {
            var enrolment = try Enrolment(Authenticator(.edDSA))
            enrolment.clientData = text
            #expect(try enrolment.refusal() == .clientData, "\(text.count)")
        }
    }

    @Test(arguments: PasskeyRegistrationTests.attacks.indices)
    func everyAttackIsRefused(index: Int) throws {
        let attack = PasskeyRegistrationTests.attacks[index]
        var enrolment = try Enrolment(Authenticator())
        try attack.change(&enrolment)
        #expect(try enrolment.refusal() == attack.word, "\(attack.name)")
    }

    static let attacks: [Attack<Enrolment>] = [
        Attack("a sign-in's type", .type) { $0.client = ["type": "\"webauthn.get\""] },
        Attack("a sign-in's challenge", .challenge) {
            $0.challenge = Base64URL.text(try Ceremony.challenge(.signIn).bytes)
        },
        Attack("another nonce's challenge", .challenge) {
            $0.challenge = Base64URL.text(
                try Ceremony.challenge(.enrolment, nonce: [UInt8](repeating: 8, count: 32)).bytes)
        },
        Attack("another client's challenge: a relay", .challenge) {
            $0.challenge = Base64URL.text(try Ceremony.challenge(.enrolment, key: KeyPair().publicKey).bytes)
        },
        Attack("a padded challenge", .challenge) { $0.challenge += "=" },
        Attack("a challenge cut off", .challenge) { $0.challenge.removeLast() },
        Attack("another domain", .relyingPartyHash) { $0.domain = "evil.example" },
        Attack("the domain above", .relyingPartyHash) { $0.domain = "example" },
        Attack("the domain below", .relyingPartyHash) { $0.domain = "console.colloque.example" },
        Attack("nobody present", .userPresence) { $0.flags = 0x44 },
        Attack("nobody verified", .userVerification) { $0.flags = 0x41 },
        Attack("copied, though it cannot be", .backup) { $0.flags = 0x55 },
        Attack("no passkey announced", .authenticatorData) { $0.flags = 0x05 },
        Attack("no passkey inside", .authenticatorData) {
            $0.flags = 0x05
            $0.editData = { Array($0[..<37]) }
        },
        Attack("extensions announced that are not there", .cbor) { $0.flags = 0xC5 },
        Attack("extensions that are not announced", .authenticatorData) { $0.extensions = CBOR.map([]).encoded },
        Attack("extensions that are no map", .authenticatorData) {
            $0.flags = 0xC5
            $0.extensions = CBOR.array([]).encoded
        },
        Attack("an extension of another type, unsigned", .cbor) {
            $0.flags = 0xC5
            $0.extensions = CBOR.map([("credProtect", .raw([0xF9, 0x3C, 0x00]))]).encoded
        },
        Attack("an extension twice", .cbor) {
            $0.flags = 0xC5
            $0.extensions = CBOR.map([("credProtect", 1), ("credProtect", 3)]).encoded
        },
        Attack("data behind the data", .authenticatorData) { $0.editData = { $0 + [0] } },
        Attack("data too short", .authenticatorData) { $0.editData = { Array($0[..<36]) } },
        Attack("data too long", .authenticatorData) { $0.editData = { $0 + [UInt8](repeating: 0, count: 4096) } },
        Attack("an id of 15 bytes", .credential) { $0.id = [UInt8](repeating: 1, count: 15) },
        Attack("no id", .credential) { $0.id = [] },
        Attack("an id of 1,024 bytes", .credential) { $0.id = [UInt8](repeating: 1, count: 1024) },
        Attack("an id longer than the data", .cbor) { $0.editData = { Array($0[..<53]) + [3, 0xFF] + $0[55...] } },
        Attack("a string for an object", .attestationObject) { $0.editBytes = { CBOR.bytes($0).encoded } },
        Attack("a tag before the object", .attestationObject) { $0.editBytes = { [0xD9, 0xD9, 0xF7] + $0 } },
        Attack("bytes behind the object", .attestationObject) { $0.editBytes = { $0 + [0] } },
        Attack("no object", .cbor) { $0.editBytes = { _ in [] } },
        Attack("an object of 16 KiB and a byte", .attestationObject) {
            $0.editBytes = { $0 + [UInt8](repeating: 0, count: 16_385 - $0.count) }
        },
        Attack("a megabyte", .attestationObject) { $0.editBytes = { _ in [UInt8](repeating: 0x81, count: 1 << 20) } },
        Attack("an object of indefinite length", .cbor) { $0.editBytes = { [0xBF] + $0.dropFirst() + [0xFF] } },
        Attack("a member more", .attestationObject) { $0.editObject = { $0 + [("epAtt", .boolean(true))] } },
        Attack("a member less", .attestationObject) { $0.editObject = { Array($0.dropLast()) } },
        Attack("authenticator data twice", .attestationObject) { $0.editObject = { Array($0.dropFirst()) + [$0[2]] } },
        Attack("a format that is no text", .attestationObject) { $0.editObject = { [("fmt", 1)] + $0[1...] } },
        Attack("data that are text", .attestationObject) { $0.editObject = { $0[..<2] + [("authData", "")] } },
        Attack("a statement of nobody", .attestation) { $0.editStatement = { _ in [("x", 1)] } },
        Attack("a statement that is no map", .attestation) {
            $0.editObject = { [$0[0], ("attStmt", .array([])), $0[2]] }
        },
    ]

    @Test func attestationOfOtherFormatsIsRefused() throws {
        for format in [
            "tpm", "android-key", "android-safetynet", "fido-u2f", "apple", "compound", "Packed", "", "none ",
            "packed\0",
        ] {
            for attestation in [Enrolment.Attestation.none, .own] {
                var enrolment = try Enrolment(Authenticator(), attestation)
                enrolment.format = format
                #expect(try enrolment.refusal() == .format, "\(format)")
            }
        }
    }

    @Test func everyTruncationIsRefused() throws {
        for attestation in [Enrolment.Attestation.none, .own] {
            let made = try Enrolment(Authenticator(), attestation).made()
            for end in 0..<made.object.count {
                let word = try Ceremony.refusal { _ = try Enrolment.verify((made.client, Array(made.object[..<end]))) }
                #expect(word == .cbor, "\(end)")
            }
        }
    }

    @Test func outwardsNoWordIsATellTale() {
        #expect(Set(PasskeyError.allCases.map(\.rawValue)).count == PasskeyError.allCases.count)
        for word in PasskeyError.allCases { #expect("\(word)" != IdentityError.publicText) }
    }
}
