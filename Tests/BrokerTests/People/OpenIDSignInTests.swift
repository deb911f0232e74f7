import BrokerAPI
import ClientKeys
import Crypto
import Foundation
import Identity
import Synchronization
import Testing
import Vocabulary

@testable import Broker

/// Sign-in at an OpenID provider through the broker. What a token must say is `IDTokenTests`' business; here it is who may use it.
@Suite struct OpenIDSignInTests {
    /// A provider with a key of its own, which gives whoever asks the token that was prepared for the code.
    private final class Provider: OpenIDClient {
        static let issuer = "https://idp.example"
        private let key = P256.Signing.PrivateKey()
        private let tokens = Mutex<[String: String]>([:])

        var settings: OpenIDProvider {
            get throws {
                try OpenIDProvider(
                    issuer: Provider.issuer, clientID: "colloque",
                    authorizationEndpoint: Provider.issuer + "/authorize",
                    redirectURI: "https://localhost:8443/back", scope: "openid", algorithm: .es256,
                    acrValues: ["eidas1"],
                    rppsClaim: "SubjectNameID", maximumAge: 3_600)
            }
        }

        /// Somebody with a number signs in at the page of this address; the code that comes back.
        func approve(_ url: String, rpps: String, now: Timestamp) throws -> String {
            let items = URLComponents(string: url)?.queryItems ?? []
            let nonce = items.first { $0.name == "nonce" }?.value ?? ""
            let claims =
                #"{"iss":"\#(Provider.issuer)","sub":"s","aud":"colloque","nonce":"\#(nonce)","exp":\#(now.seconds + 60),"#
                + #""iat":\#(now.seconds),"auth_time":\#(now.seconds),"acr":"eidas1","SubjectNameID":"\#(rpps)"}"#
            let input = Base64URL.text(#"{"alg":"ES256","kid":"k"}"#.utf8) + "." + Base64URL.text(claims.utf8)
            let signature = try key.signature(for: Array(input.utf8)).rawRepresentation
            let code = "code-\(UInt64.random(in: .min ... .max))"
            tokens.withLock { $0[code] = input + "." + Base64URL.text(signature) }
            return code
        }

        func exchange(code: String, for request: OpenIDRequest) async throws -> (idToken: String, accessToken: String) {
            guard let token = tokens.withLock({ $0.removeValue(forKey: code) }) else { throw IdentityError.claim }
            return (token, "access")
        }

        func keySet(isRefreshed: Bool) async throws -> OpenIDKeySet {
            let point = Array(key.publicKey.x963Representation)
            let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
            return try OpenIDKeySet(
                Array(#"{"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"\#(x)","y":"\#(y)"}]}"#.utf8))
        }
    }

    private static let rpps = "10001234567"

    private func finish(
        _ house: TestInstallation, _ nonce: [UInt8], _ code: String, _ key: PublicKey
    ) async throws -> SessionGrant {
        try await house.broker.signIn(
            SignIn(.openID(nonce: nonce, code: code), audience: TestInstallation.audience, key: key.text))
    }

    @Test func aProfessionalIsKnownByNumberForOneClientAndOnce() async throws {
        let (house, provider) = (try TestInstallation(), Provider())
        let refused = Mutex<[String]>([])
        try house.restart { configuration in
            configuration.openID = (try provider.settings, provider)
            configuration.refused = { rule in refused.withLock { $0.append(rule) } }
        }
        let practice = try await house.practice()
        let reply = await (try house.broker).admin(
            .invite(
                practice: practice, role: .physician, name: "N", person: nil, shares: nil, end: nil,
                rpps: OpenIDSignInTests.rpps))
        guard case .invited(let member, _, _) = reply else {
            Issue.record("\(reply)")
            return
        }
        let key = KeyPair().publicKey
        func begin(_ key: PublicKey) async throws -> OpenIDBegun {
            try await house.broker.openID(OpenIDBeginning(key: key.text))
        }
        func now() throws -> Timestamp { try house.broker.moment() }
        let begun = try await begin(key)
        let code = try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now())
        let grant = try await finish(house, begun.nonce, code, key)
        #expect(grant.info.holder == .member(try #require(MemberID(member))) && grant.info.key == key.thumbprint)
        #expect(grant.info.sessionClass == .password, "whoever begins can have another approve")

        func refuses(_ what: Comment, _ body: () async throws -> Void) async {
            await #expect(throws: BrokerFailure(.signIn), what, performing: body)
        }
        await refuses("the code again") { _ = try await finish(house, begun.nonce, code, key) }
        await refuses("the nonce again") {
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now()), key)
        }
        await refuses("another client's key") {
            let begun = try await begin(key)
            let code = try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now())
            _ = try await finish(house, begun.nonce, code, KeyPair().publicKey)
        }
        await refuses("a token for another beginning") {
            let (first, second) = (try await begin(key), try await begin(key))
            let code = try provider.approve(first.url, rpps: OpenIDSignInTests.rpps, now: try now())
            _ = try await finish(house, second.nonce, code, key)
        }
        await refuses("a number that nobody has") {
            let begun = try await begin(key)
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: "10009999999", now: try now()), key)
        }
        await refuses("too late") {
            let begun = try await begin(key)
            house.advance(seconds: Nonces.length)
            _ = try await finish(
                house, begun.nonce, try provider.approve(begun.url, rpps: OpenIDSignInTests.rpps, now: try now()), key)
        }
        #expect(
            refused.withLock { $0 } == ["openid: claim", "openid: nonce", "openid: nonce", "openid: unknown person"])
        let second = await (try house.broker).admin(
            .invite(
                practice: practice, role: .nurse, name: "N", person: nil, shares: nil, end: nil,
                rpps: OpenIDSignInTests.rpps))
        guard case .refused = second else {
            Issue.record("one number, two people")
            return
        }
    }

    @Test func withoutAProviderThereIsNoSuchSignIn() async throws {
        let house = try TestInstallation()
        await #expect(throws: BrokerFailure.self) {
            try await house.broker.openID(OpenIDBeginning(key: KeyPair().publicKey.text))
        }
    }
}
