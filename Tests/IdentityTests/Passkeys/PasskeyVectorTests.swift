import Testing
import Vocabulary

@testable import Identity

/// The standard's vectors. Three of its registrations and most of its sign-ins are by people who were not verified: these
/// are refused for that and nothing else, which is found only after their signatures were right.
@Suite struct PasskeyVectorTests {
    private func refusals(_ name: String) throws -> (registration: PasskeyError?, authentication: PasskeyError?) {
        let vectors = try L3Vectors.read()
        let vector = try vectors.vector(name)
        let party = try RelyingParty(id: vectors.relyingParty, origins: [vectors.origin])
        let object = L3Vectors.bytes(vector.registration.attestationObject)
        let made = try #require(try AttestationObject(object).data.credential)
        let flags = try AttestationObject(object).data.flags
        let registration = try Ceremony.refusal {
            let passkey = try PasskeyRegistration(
                clientData: Array(vector.registration.clientDataJSON.utf8), attestationObject: object
            ).verified(for: SignInChallenge(bytes: L3Vectors.bytes(vector.registration.challenge)), by: party)
            #expect(passkey.id == made.id && passkey.key == made.key && passkey.aaguid == made.aaguid)
        }
        let authentication = try Ceremony.refusal {
            let passkey = try Passkey(
                id: made.id, key: made.key, aaguid: made.aaguid, isBackupEligible: flags.contains(.backupEligible),
                state: Passkey.State(counter: 0, isBackedUp: false))
            let answer = vector.authentication
            let state = try PasskeyAssertion(
                credential: made.id, clientData: Array(answer.clientDataJSON.utf8),
                authenticatorData: L3Vectors.bytes(answer.authenticatorData),
                signature: L3Vectors.bytes(answer.signature)
            ).verified(by: passkey, for: SignInChallenge(bytes: L3Vectors.bytes(answer.challenge)), to: party)
            #expect(state.counter == 0)
        }
        return (registration, authentication)
    }

    @Test func everyVectorHasItsResult() throws {
        #expect(try refusals("none.ES256") == (.userVerification, .userVerification))
        #expect(try refusals("packed-self.ES256") == (nil, .userVerification))
        #expect(try refusals("packed.ES256") == (nil, nil))
        #expect(try refusals("packed.EdDSA") == (.userVerification, .userVerification))
        #expect(try refusals("none.ES256.crossOrigin") == (.crossOrigin, .crossOrigin))
        #expect(try refusals("none.ES256.topOrigin") == (.crossOrigin, .crossOrigin))
        #expect(try L3Vectors.read().vectors.count == 6)
    }

    @Test func aVectorWithAnotherSignatureIsRefusedForThat() throws {
        let vectors = try L3Vectors.read()
        let party = try RelyingParty(id: vectors.relyingParty, origins: [vectors.origin])
        for vector in vectors.vectors where vector.name.hasPrefix("packed") {
            var object = L3Vectors.bytes(vector.registration.attestationObject)
            let signature = try #require(object.firstRange(of: Array("sig".utf8))?.upperBound)
            object[signature + 20] ^= 1
            let word = try Ceremony.refusal {
                _ = try PasskeyRegistration(
                    clientData: Array(vector.registration.clientDataJSON.utf8), attestationObject: object
                ).verified(for: SignInChallenge(bytes: L3Vectors.bytes(vector.registration.challenge)), by: party)
            }
            #expect(word == .attestation, "\(vector.name)")
        }
    }
}
