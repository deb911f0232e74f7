import Crypto
import CryptoExtras
import Foundation
import Vocabulary

@testable import Identity

/// Makes ID tokens, right or wrong, as a provider would or an attacker.
struct IDTokenForge {
    static let issuer = "https://auth.bas.example/auth/realms/esante-wallet"
    static let client = "colloque"
    static let now = Forge.now
    static let nonce = [UInt8](repeating: 7, count: 32)
    static let clientKey = someKey()
    static let accessToken = "an.access.token"
    static let rsa = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let otherRSA = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
    static let p256 = P256.Signing.PrivateKey()
    static let otherP256 = P256.Signing.PrivateKey()

    /// The value of a member that is left out.
    static let absent = "absent"

    private struct NoKey: Error {}

    /// How a token is signed.
    enum Signer {
        case rsa(_RSA.Signing.PrivateKey?, _RSA.Signing.Padding)
        case p256(P256.Signing.PrivateKey)
        case hmac([UInt8])
        case literal([UInt8])

        func signature(_ message: [UInt8]) throws -> [UInt8] {
            switch self {
            case .rsa(let key, let padding):
                guard let key else { throw NoKey() }
                return Array(try key.signature(for: message, padding: padding).rawRepresentation)
            case .p256(let key): return Array(try key.signature(for: message).rawRepresentation)
            case .hmac(let secret):
                return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
            case .literal(let bytes): return bytes
            }
        }
    }

    /// The provider's algorithm, and that of the header unless it is changed.
    var algorithm: OpenIDProvider.Algorithm
    /// Members of header and claims with another value, as JSON, or ``absent``.
    var header: [String: String] = [:]
    var claims: [String: String] = [:]
    /// What becomes of the texts of header, claims and token.
    var editHeader: (String) -> String = { $0 }
    var editClaims: (String) -> String = { $0 }
    var edit: (String) -> String = { $0 }
    var signer: Signer
    var keys = IDTokenForge.keySet()
    var accessToken = IDTokenForge.accessToken
    var requestNonce = IDTokenForge.nonce
    var requestKey = IDTokenForge.clientKey
    var now = IDTokenForge.now
    var leeway = OpenIDIdentity.maximumLeeway

    init(_ algorithm: OpenIDProvider.Algorithm = .rs256) {
        self.algorithm = algorithm
        signer =
            switch algorithm {
            case .rs256: .rsa(IDTokenForge.rsa, .insecurePKCS1v1_5)
            case .ps256: .rsa(IDTokenForge.rsa, .PSS)
            case .es256: .p256(IDTokenForge.p256)
            }
    }

    /// A client's key.
    static func someKey() -> PublicKey { PublicKey(P256.Signing.PrivateKey().publicKey) }

    /// The provider with that algorithm.
    static func provider(_ algorithm: OpenIDProvider.Algorithm) throws(IdentityError) -> OpenIDProvider {
        try OpenIDProvider(
            issuer: issuer, clientID: client, authorizationEndpoint: "https://wallet.bas.example/auth",
            redirectURI: "https://console.colloque.example/back", scope: "openid scope_all", algorithm: algorithm,
            acrValues: ["eidas1", "eidas2"], rppsClaim: "SubjectNameID", maximumAge: 3600)
    }

    /// A set of the two right keys, with what else providers publish.
    static func keySet(_ more: [String] = []) -> String {
        let encryption =
            #"{"kty":"RSA","use":"enc","kid":"e1","alg":"RSA-OAEP","n":"AQAB","e":"AQAB","x5c":["MII+/="]}"#
        return #"{"keys":["#
            + ([encryption, jwk(rsa?.publicKey, "r1"), jwk(p256.publicKey, "p1")] + more).joined(separator: ",") + "]}"
    }

    /// An RSA key as a provider publishes it.
    static func jwk(_ key: _RSA.Signing.PublicKey?, _ kid: String, _ more: String = #","use":"sig""#) -> String {
        let n = (try? key?.getKeyPrimitives().modulus).map { Base64URL.text($0) } ?? ""
        return #"{"kty":"RSA","kid":"\#(kid)","n":"\#(n)","e":"AQAB"\#(more)}"#
    }

    /// A P-256 key as a provider publishes it.
    static func jwk(_ key: P256.Signing.PublicKey, _ kid: String, _ more: String = #","use":"sig""#) -> String {
        let (x, y) = (
            Base64URL.text(key.rawRepresentation.prefix(32)), Base64URL.text(key.rawRepresentation.suffix(32))
        )
        return #"{"kty":"EC","crv":"P-256","kid":"\#(kid)","x":"\#(x)","y":"\#(y)"\#(more)}"#
    }

    /// The nonce that a request of ours has.
    static func nonceText(_ nonce: [UInt8] = nonce, key: PublicKey = clientKey) throws(IdentityError) -> String {
        try OpenIDRequest(to: provider(.rs256), nonce: nonce, key: key).nonce
    }

    func headerText() -> String {
        var members: [String: String] = [
            "alg": "\"\(algorithm.rawValue)\"", "typ": "\"JWT\"", "kid": algorithm == .es256 ? "\"p1\"" : "\"r1\"",
        ]
        for (name, value) in header { members[name] = value }
        return editHeader(IDTokenForge.object(members))
    }

    func claimsText() throws -> String {
        let seconds = IDTokenForge.now.seconds
        var members: [String: String] = [
            "iss": "\"\(IDTokenForge.issuer)\"", "aud": "\"\(IDTokenForge.client)\"",
            "azp": "\"\(IDTokenForge.client)\"",
            "sub": "\"f:550dc1c8:899700218896\"", "exp": "\(seconds + 120)", "iat": "\(seconds)",
            "auth_time": "\(seconds - 60)", "acr": "\"eidas1\"", "nonce": "\"\(try IDTokenForge.nonceText())\"",
            "at_hash": "\"\(IDTokenForge.hash(IDTokenForge.accessToken))\"", "typ": "\"ID\"",
            "SubjectNameID": "\"899700218896\"", "family_name": "\"Lefèvre\"", "email": "null", "height": "1.75e0",
            "SubjectRefPro":
                #"{"exercices":[{"codeProfession":"10","activities":[[],{},{"a\"]}":-1}],"x":"\n\u00e9"}]}"#,
        ]
        for (name, value) in claims { members[name] = value }
        return editClaims(IDTokenForge.object(members))
    }

    private static func object(_ members: [String: String]) -> String {
        "{"
            + members.filter { $0.value != absent }.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
            .joined(separator: ",") + "}"
    }

    /// `at_hash` of an access token (OpenID Connect Core 1.0 §3.1.3.6).
    static func hash(_ token: String) -> String { Base64URL.text(SHA256.hash(data: Array(token.utf8)).prefix(16)) }

    func token() throws -> String {
        let input = Base64URL.text(headerText().utf8) + "." + Base64URL.text(try claimsText().utf8)
        return edit(input + "." + Base64URL.text(try signer.signature(Array(input.utf8))))
    }

    /// The request for which the token is.
    func request() throws(IdentityError) -> OpenIDRequest {
        try OpenIDRequest(to: IDTokenForge.provider(algorithm), nonce: requestNonce, key: requestKey)
    }

    /// Reads and verifies a token, as the broker does.
    func verify(_ token: String) throws(IdentityError) -> OpenIDIdentity {
        try UnverifiedIDToken(token).verified(
            for: request(), accessToken: accessToken, by: OpenIDKeySet(Array(keys.utf8)), now: now, leeway: leeway)
    }

    /// The code with which a token is refused, or nil when it is accepted.
    func refusal(_ token: String) -> IdentityError? {
        do {
            _ = try verify(token)
            return nil
        } catch { return error }
    }

    func refusal() throws -> IdentityError? { refusal(try token()) }
}
