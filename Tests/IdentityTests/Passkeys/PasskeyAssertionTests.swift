import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks on a sign-in (WebAuthn L3 §7.2), each row of a table refused with its word.
@Suite struct PasskeyAssertionTests {
    @Test(arguments: PasskeyKey.Algorithm.allCases)
    func anHonestSignInIsAccepted(algorithm: PasskeyKey.Algorithm) throws {
        var signIn = try SignIn(Authenticator(algorithm))
        #expect(try signIn.verified() == Passkey.State(counter: 0, isBackedUp: false))
        signIn.counter = 7
        #expect(try signIn.verified().counter == 7)
        let assertion = try signIn.made()
        let read = try PasskeyAssertion(
            credential: assertion.credential, clientData: assertion.client, authenticatorData: assertion.data,
            signature: assertion.signature)
        #expect(read.claimedCredential == signIn.id)
    }

    @Test func theStateOfBackupIsHandedOn() throws {
        var enrolment = try Enrolment(Authenticator())
        enrolment.flags = 0x4D
        var signIn = try SignIn(enrolment.authenticator, try enrolment.verified())
        signIn.flags = 0x1D
        #expect(try signIn.verified().isBackedUp)
        signIn.flags = 0x0D
        #expect(try !signIn.verified().isBackedUp)
    }

    @Test func everyLieInClientDataIsRefused() throws {
        let authenticator = try Authenticator(.edDSA)
        let passkey = try Enrolment(authenticator).verified()
        for (name, value, word) in ClientDataAttacks.members {
            var signIn = try SignIn(authenticator, passkey)
            signIn.client = [name: value]
            #expect(try signIn.refusal() == word, "\(name) \(value ?? "absent")")
        }
        for text in ClientDataAttacks.texts(try SignIn(authenticator, passkey).made().client) {
            var signIn = try SignIn(authenticator, passkey)
            signIn.clientData = text
            #expect(try signIn.refusal() == .clientData, "\(text.count)")
        }
    }

    @Test(arguments: PasskeyAssertionTests.attacks.indices)
    func everyAttackIsRefused(index: Int) throws {
        let attack = PasskeyAssertionTests.attacks[index]
        for algorithm in PasskeyKey.Algorithm.allCases {
            var signIn = try SignIn(Authenticator(algorithm))
            try attack.change(&signIn)
            #expect(try signIn.refusal() == attack.word, "\(attack.name), \(algorithm)")
        }
    }

    static let attacks: [Attack<SignIn>] = [
        Attack("a registration's type", .type) { $0.client = ["type": "\"webauthn.create\""] },
        Attack("a registration's challenge", .challenge) {
            $0.challenge = Base64URL.text(try Ceremony.challenge(.enrolment).bytes)
        },
        Attack("another nonce's challenge", .challenge) {
            $0.challenge = Base64URL.text(
                try Ceremony.challenge(.signIn, nonce: [UInt8](repeating: 8, count: 32)).bytes)
        },
        Attack("another client's challenge: a relay", .challenge) {
            $0.challenge = Base64URL.text(try Ceremony.challenge(.signIn, key: KeyPair().publicKey).bytes)
        },
        Attack("another domain", .relyingPartyHash) { $0.domain = "evil.example" },
        Attack("another domain behind the signature", .relyingPartyHash) {
            $0.editSignedData = { [1] + $0.dropFirst() }
        },
        Attack("nobody present", .userPresence) { $0.flags = 0x04 },
        Attack("nobody verified", .userVerification) { $0.flags = 0x01 },
        Attack("verified behind the signature", .signature) {
            $0.flags = 0x01
            $0.editSignedData = { $0[..<32] + [0x05] + $0[33...] }
        },
        Attack("a counter behind the signature", .signature) { $0.editSignedData = { $0.dropLast() + [9] } },
        Attack("copied, though it cannot be", .backup) { $0.flags = 0x15 },
        Attack("suddenly made to be copied", .backup) { $0.flags = 0x0D },
        Attack("a passkey inside", .authenticatorData) {
            let key = CBOR.map(try $0.authenticator.members()).encoded
            let credential = $0.authenticator.aaguid + CBOR.bigEndian($0.id.count, 2) + $0.id + key
            $0.flags = 0x45
            $0.extensions = credential
        },
        Attack("a passkey announced", .cbor) { $0.flags = 0x45 },
        Attack("extensions announced", .cbor) { $0.flags = 0x85 },
        Attack("extensions not announced", .authenticatorData) { $0.extensions = CBOR.map([]).encoded },
        Attack("extensions behind the signature", .signature) {
            $0.editSignedData = { $0[..<32] + [0x85] + $0[33...] + CBOR.map([]).encoded }
        },
        Attack("data behind the data", .authenticatorData) { $0.editData = { $0 + [0] } },
        Attack("data too short", .authenticatorData) { $0.editData = { Array($0.dropLast()) } },
        Attack("no data", .authenticatorData) { $0.editData = { _ in [] } },
        Attack("a megabyte of data", .authenticatorData) {
            $0.editData = { $0 + [UInt8](repeating: 0, count: 1 << 20) }
        },
        Attack("client data changed behind the signature", .signature) {
            $0.editSignedClient = { $0.dropLast() + " }".utf8 }
        },
        Attack("no signature", .signature) { $0.editSignature = { _ in [] } },
        Attack("a signature cut off", .signature) { $0.editSignature = { Array($0.dropLast()) } },
        Attack("bytes behind the signature", .signature) { $0.editSignature = { $0 + [0] } },
        Attack("zeros for a signature", .signature) { $0.editSignature = { [UInt8](repeating: 0, count: $0.count) } },
        Attack("zeros in DER", .signature) { $0.editSignature = { _ in [0x30, 6, 2, 1, 0, 2, 1, 0] } },
        Attack("a signature of 257 bytes", .signature) {
            $0.editSignature = { _ in [UInt8](repeating: 1, count: 257) }
        },
        Attack("a megabyte of signature", .signature) {
            $0.editSignature = { _ in [UInt8](repeating: 1, count: 1 << 20) }
        },
        Attack("another authenticator", .signature) { $0.authenticator = try Authenticator(.es256) },
        Attack("another passkey of the same person", .signature) {
            $0.passkey = try Enrolment(Authenticator()).verified()
        },
        Attack("another id", .credential) { $0.id = [UInt8](repeating: 1, count: 32) },
        Attack("an id of 15 bytes", .credential) { $0.id = [UInt8](repeating: 1, count: 15) },
        Attack("an id of 1,024 bytes", .credential) { $0.id = [UInt8](repeating: 1, count: 1024) },
        Attack("a passkey that nobody knows", .signature) { $0.passkey = nil },
        Attack("a counter that stands still", .cloned) {
            $0.passkey?.state = Passkey.State(counter: 7, isBackedUp: false)
            $0.counter = 7
        },
        Attack("a counter that goes back", .cloned) {
            $0.passkey?.state = Passkey.State(counter: .max, isBackedUp: false)
            $0.counter = .max - 1
        },
        Attack("a counter that stops counting", .cloned) {
            $0.passkey?.state = Passkey.State(counter: 1, isBackedUp: false)
        },
    ]

    @Test func keysOfOtherAlgorithmsVerifyNothing() throws {
        for own in PasskeyKey.Algorithm.allCases {
            for other in PasskeyKey.Algorithm.allCases where other != own {
                var signIn = try SignIn(Authenticator(own))
                signIn.passkey = try Enrolment(Authenticator(other)).verified()
                #expect(try signIn.refusal() == .signature, "\(own) by \(other)")
            }
        }
    }

    @Test func rawSignaturesAndThoseOfOtherHashesAreRefused() throws {
        let key = P256.Signing.PrivateKey()
        let signIn = try SignIn(Authenticator())
        let known = try #require(signIn.passkey)
        let passkey = try Passkey(
            id: known.id, key: PasskeyKey(key.publicKey), aaguid: known.aaguid, isBackupEligible: false,
            state: known.state)
        var answer = try signIn.made()
        let message = answer.data + Array(SHA256.hash(data: answer.client))
        answer.signature = Array(try key.signature(for: message).derRepresentation)
        #expect(try SignIn.verify(answer, by: passkey) == known.state)
        for signature in [
            Array(try key.signature(for: message).rawRepresentation),
            Array(try key.signature(for: SHA512.hash(data: message)).derRepresentation),
            Array(try key.signature(for: SHA256.hash(data: SHA256.hash(data: message).map { $0 })).derRepresentation),
        ] {
            answer.signature = signature
            #expect(try Ceremony.refusal { _ = try SignIn.verify(answer, by: passkey) } == .signature)
        }
    }

    @Test func swappedPartsAreRefused() throws {
        let authenticator = try Authenticator()
        let passkey = try Enrolment(authenticator).verified()
        var (one, two) = (try SignIn(authenticator, passkey), try SignIn(authenticator, passkey))
        one.counter = 1
        two.counter = 2
        two.client = ["x": "1"]
        let (first, second) = (try one.made(), try two.made())
        for part in [\SignIn.Answer.client, \.data, \.signature] {
            var swapped = first
            swapped[keyPath: part] = second[keyPath: part]
            #expect(try Ceremony.refusal { _ = try SignIn.verify(swapped, by: passkey) } == .signature)
        }
        let made = try Enrolment(authenticator, .own).made()
        let data = try AttestationObject(made.object).data.bytes
        let replay = SignIn.Answer(credential: passkey.id, client: made.client, data: data, signature: first.signature)
        #expect(try Ceremony.refusal { _ = try SignIn.verify(replay, by: passkey) } == .authenticatorData)
    }

    @Test func unsolicitedExtensionsDoNotMatter() throws {
        var signIn = try SignIn(Authenticator())
        signIn.flags = 0x85
        signIn.extensions = CBOR.map([("x", .boolean(true)), ("uvm", .array([.array([2, 4, 2])]))]).encoded
        #expect(try signIn.refusal() == nil)
        signIn.extensions = CBOR.map([("x", 1), ("x", 1)]).encoded
        #expect(try signIn.refusal() == .cbor)
    }

    @Test func unknownPeopleTakeAsLongAsWrongSignatures() throws {
        var signIn = try SignIn(Authenticator())
        signIn.editSignature = { $0.dropLast() + [$0[$0.count - 1] ^ 1] }
        let answer = try signIn.made()
        func time(_ passkey: Passkey?) throws -> Duration {
            try (0..<40).map { _ in
                try ContinuousClock().measure {
                    _ = try Ceremony.refusal { _ = try SignIn.verify(answer, by: passkey) }
                }
            }.sorted()[20]
        }
        let (known, unknown) = (try time(signIn.passkey), try time(nil))
        #expect(known < unknown * 3 && unknown < known * 3, "\(known) \(unknown)")
    }
}
