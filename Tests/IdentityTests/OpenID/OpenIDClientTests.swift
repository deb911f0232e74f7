import Synchronization
import Testing
import Vocabulary

@testable import Identity

/// The order of exchange, keys and verification.
@Suite struct OpenIDClientTests {
    private struct Down: Error {}

    /// A provider that answers with what it is told, and with newer keys when asked for such.
    private final class Fake: OpenIDClient {
        let token: String
        let sets: [String]
        let asked = Mutex<[Bool]>([])

        init(token: String, sets: [String]) { (self.token, self.sets) = (token, sets) }

        func exchange(code: String, for request: OpenIDRequest) async throws -> (idToken: String, accessToken: String) {
            guard code == "code" else { throw Down() }
            return (token, IDTokenForge.accessToken)
        }

        func keySet(isRefreshed: Bool) async throws -> OpenIDKeySet {
            asked.withLock { $0.append(isRefreshed) }
            return try OpenIDKeySet(Array(sets[isRefreshed ? 1 : 0].utf8))
        }
    }

    private func identity(_ fake: Fake, code: String = "code") async throws -> OpenIDIdentity {
        let request = try OpenIDRequest(
            to: IDTokenForge.provider(.es256), nonce: IDTokenForge.nonce, key: IDTokenForge.clientKey)
        return try await fake.identity(code: code, for: request) { IDTokenForge.now }
    }

    @Test func keysAreAskedOnceMoreAfterARotation() async throws {
        let (old, new) = (#"{"keys":[]}"#, IDTokenForge.keySet())
        let fake = Fake(token: try IDTokenForge(.es256).token(), sets: [old, new])
        #expect(try await identity(fake).rpps == "99700218896")
        #expect(fake.asked.withLock { $0 } == [false, true])
        let same = Fake(token: try IDTokenForge(.es256).token(), sets: [new, old])
        _ = try await identity(same)
        #expect(same.asked.withLock { $0 } == [false])
    }

    @Test func anUnknownKeyStaysUnknown() async throws {
        let fake = Fake(token: try IDTokenForge(.es256).token(), sets: [#"{"keys":[]}"#, #"{"keys":[]}"#])
        await #expect(throws: IdentityError.unknownKey) { try await identity(fake) }
        #expect(fake.asked.withLock { $0 } == [false, true])
    }

    @Test func whatIsRefusedIsNotTriedAgain() async throws {
        var forge = IDTokenForge(.es256)
        forge.signer = .p256(IDTokenForge.otherP256)
        let fake = Fake(token: try forge.token(), sets: [IDTokenForge.keySet(), IDTokenForge.keySet()])
        await #expect(throws: IdentityError.signature) { try await identity(fake) }
        #expect(fake.asked.withLock { $0 } == [false])
        await #expect(throws: Down.self) { try await identity(fake, code: "other") }
        let text = Fake(token: "no token", sets: [])
        await #expect(throws: IdentityError.malformedToken) { try await identity(text) }
    }
}
