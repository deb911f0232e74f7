import Crypto
import Foundation
import Identity
import Synchronization
import Vocabulary

@testable import Broker

/// A provider with a key of its own, which gives whoever asks the token that was prepared for the code.
final class TestProvider: OpenIDClient {
    static let issuer = "https://idp.example"
    private let key = P256.Signing.PrivateKey()
    private let tokens = Mutex<[String: String]>([:])

    var settings: OpenIDProvider {
        get throws {
            try OpenIDProvider(
                issuer: TestProvider.issuer, clientID: "colloque",
                authorizationEndpoint: TestProvider.issuer + "/authorize",
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
            #"{"iss":"\#(TestProvider.issuer)","sub":"s","aud":"colloque","nonce":"\#(nonce)","exp":\#(now.seconds + 60),"#
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
