import Crypto
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Makes assertions, right or wrong, signed or not.
enum Forge {
    static let audience = "https://localhost/oauth/token"
    static let now = Timestamp(seconds: 1_800_000_000)
    static let subject = "0b6c1d4e-5f60-4a71-8b82-93a4b5c6d7e8"
    static let jti = "abcdefghijklmnop"
    static let header = #"{"alg":"ES256","typ":"JWT"}"#
    static let key = KeyPair()

    /// The claims of a right assertion, with members replaced or, when nil, left out. Values are JSON.
    static func claims(_ changes: [String: String?] = [:]) -> String {
        var members: [String: String] = [
            "iss": "\"\(subject)\"", "sub": "\"\(subject)\"", "aud": "\"\(audience)\"", "jti": "\"\(jti)\"",
            "iat": "\(now.seconds)", "exp": "\(now.seconds + 60)",
        ]
        for (name, value) in changes { members[name] = value }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A token with a right signature over whatever is said.
    static func token(header: String = header, claims: String = claims(), key: KeyPair = key) throws -> String {
        try key.sign(header: header, claims: claims)
    }

    /// Header, dot, claims.
    static func input(header: String = header, claims: String = claims()) -> String {
        Base64URL.text(header.utf8) + "." + Base64URL.text(claims.utf8)
    }

    /// Reads and verifies, as the broker does.
    @discardableResult
    static func verify(_ token: String, by key: PublicKey? = key.publicKey) throws(IdentityError) -> Assertion {
        try UnverifiedAssertion(token).verified(by: key, audience: [audience], now: now)
    }

    /// The code with which the token is refused, or nil when it is accepted.
    static func refusal(_ token: String, by key: PublicKey? = key.publicKey) -> IdentityError? {
        do {
            try verify(token, by: key)
            return nil
        } catch { return error }
    }

    /// The code with which signed claims are refused.
    static func refusal(claims changes: [String: String?]) throws -> IdentityError? {
        refusal(try token(claims: claims(changes)))
    }

    /// The code with which a signed header is refused.
    static func refusal(header: String) throws -> IdentityError? {
        refusal(try token(header: header))
    }
}
