import Crypto
import CryptoExtras
import Foundation
import Vocabulary

@testable import Identity

/// One row: what an attacker or a lying provider changes, and the word with which it must be refused.
struct IDTokenAttack: Sendable, CustomStringConvertible {
    let description: String
    let word: IdentityError
    let change: @Sendable (inout IDTokenForge) throws -> Void

    init(_ name: String, _ word: IdentityError, _ change: @escaping @Sendable (inout IDTokenForge) throws -> Void) {
        (description, self.word, self.change) = (name, word, change)
    }

    /// A row for each value of a claim, or nil for none.
    static func claims(_ name: String, _ word: IdentityError, _ values: [String?]) -> [IDTokenAttack] {
        values.map { value in
            IDTokenAttack("\(name) \(value ?? "absent")", word) { $0.claims[name] = value ?? IDTokenForge.absent }
        }
    }

    /// A row for each value of a header's member.
    static func header(_ name: String, _ word: IdentityError, _ values: [String?]) -> [IDTokenAttack] {
        values.map { value in
            IDTokenAttack("header \(name) \(value ?? "absent")", word) {
                $0.header[name] = value ?? IDTokenForge.absent
            }
        }
    }

    private static let seconds = IDTokenForge.now.seconds
    private static func text(_ value: String) -> String { "\"\(value)\"" }

    static let all = signatures + headers + forms + parties + times + people

    static let signatures: [IDTokenAttack] =
        [
            IDTokenAttack("none, unsigned", .algorithm) {
                $0.header["alg"] = "\"none\""
                $0.signer = .literal([])
            },
            IDTokenAttack("no signature", .signature) { $0.signer = .literal([]) },
            IDTokenAttack("zeros", .signature) { $0.signer = .literal([UInt8](repeating: 0, count: 256)) },
            IDTokenAttack("zeros of ECDSA", .signature) { $0.signer = .literal([UInt8](repeating: 0, count: 64)) },
            IDTokenAttack("ones", .signature) { $0.signer = .literal([UInt8](repeating: 255, count: 256)) },
            IDTokenAttack("a stranger's RSA key", .signature) {
                $0.signer =
                    $0.algorithm == .es256
                    ? .p256(IDTokenForge.otherP256)
                    : .rsa(IDTokenForge.otherRSA, $0.algorithm == .ps256 ? .PSS : .insecurePKCS1v1_5)
            },
            IDTokenAttack("the other padding", .signature) {
                $0.signer = .rsa(IDTokenForge.rsa, $0.algorithm == .rs256 ? .PSS : .insecurePKCS1v1_5)
            },
            IDTokenAttack("the wrong kind of key, and its kid", .algorithm) {
                $0.header["kid"] = $0.algorithm == .es256 ? "\"r1\"" : "\"p1\""
            },
            IDTokenAttack("a kid of an encryption key", .unknownKey) { $0.header["kid"] = "\"e1\"" },
            IDTokenAttack("an empty set", .unknownKey) { $0.keys = #"{"keys":[]}"# },
            IDTokenAttack("a set without list", .unknownKey) { $0.keys = "{}" },
            IDTokenAttack("a claim changed under the signature", .signature) {
                $0.edit = { $0.replacingOccurrences(of: ".ey", with: ".eyJhIjoxLCI") }
            },
            IDTokenAttack("a key for another algorithm", .algorithm) {
                let own = $0.algorithm
                $0.header["kid"] = "\"x1\""
                $0.keys = IDTokenForge.keySet([
                    IDTokenForge.jwk(IDTokenForge.rsa?.publicKey, "x1", #","alg":"RS512""#)
                ])
                if own == .es256 { $0.signer = .rsa(IDTokenForge.rsa, .insecurePKCS1v1_5) }
            },
            IDTokenAttack("a key for encryption by key_ops", .unknownKey) {
                $0.header["kid"] = "\"x1\""
                $0.keys = IDTokenForge.keySet([
                    IDTokenForge.jwk(IDTokenForge.rsa?.publicKey, "x1", #","key_ops":["encrypt"]"#)
                ])
            },
        ]
        + ["HS256", "ES256", "RS256", "PS256"].flatMap { alg in
            ["r1", "p1"].map { kid in
                IDTokenAttack("HMAC with the public key \(kid) as secret, \(alg)", .signature) {
                    let pem = kid == "r1" ? IDTokenForge.rsa?.publicKey.pemRepresentation : nil
                    $0.signer = .hmac(Array((pem ?? IDTokenForge.p256.publicKey.pemRepresentation).utf8))
                    $0.header = ["alg": "\"\(alg)\"", "kid": "\"\(kid)\""]
                }
            }
        }

    static let headers: [IDTokenAttack] =
        header("alg", .algorithm, ["None", "NONE", "nOnE", "", "HS384", "HS512", "RS384", "ES384", "EdDSA"].map(text))
        + header("alg", .algorithm, ["\"rs256\"", "\"RS256 \"", "\"RSA-OAEP\"", "\"dir\""])
        + header("alg", .header, [nil, "1", "true", #"["RS256"]"#])
        + header("kid", .header, [nil, "1", #"["r1"]"#])
        + header("kid", .unknownKey, ["\"\"", "\"r2\"", "\"R1\"", "\"r1 \"", "\"../../r1\"", "\"r1' OR '1'='1\""])
        + header("typ", .header, ["\"JOSE\"", "\"at+jwt\"", "\"logout+jwt\"", "\"dpop+jwt\"", "1"])
        + header("jku", .header, ["\"https://evil.example/keys\""])
        + header("x5u", .header, ["\"https://evil.example\""])
        + header("crit", .header, ["[]", #"["exp"]"#]) + header("b64", .header, ["false"])
        + header("x5c", .header, [#"["AAAA"]"#]) + header("x5t", .header, ["\"AAAA\""])
        + header("zip", .header, ["\"DEF\""])
        + header("cty", .header, ["\"JWT\""]) + header("jwk", .malformedObject, [#"{"kty":"oct","k":"AAAA"}"#])
        + header("enc", .header, ["\"A128GCM\""])
        + [
            IDTokenAttack("alg twice", .malformedObject) {
                $0.editHeader = { $0.dropLast() + #","alg":"none"}"# }
            }
        ]

    static let forms: [IDTokenAttack] =
        [
            IDTokenAttack("two parts", .malformedToken) {
                $0.edit = { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) }
            },
            IDTokenAttack("five parts, encrypted", .malformedToken) { $0.edit = { $0 + ".AAAA.AAAA" } },
            IDTokenAttack("padding", .malformedToken) { $0.edit = { $0 + "=" } },
            IDTokenAttack("a line end", .malformedToken) { $0.edit = { $0 + "\n" } },
            IDTokenAttack("empty", .malformedToken) { $0.edit = { _ in "" } },
            IDTokenAttack("two dots", .malformedObject) { $0.edit = { _ in ".." } },
            IDTokenAttack("too long", .malformedToken) { $0.claims["x"] = text(String(repeating: "a", count: 12_300)) },
            IDTokenAttack("65 claims", .malformedObject) { forge in
                for index in 0..<49 { forge.claims["x\(index)"] = "1" }
            },
            IDTokenAttack("9 deep", .malformedObject) {
                $0.claims["x"] = String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
            },
            IDTokenAttack("thousands deep", .malformedObject) {
                $0.claims["x"] = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
            },
        ]
        + ["]", "}", "[}", "{]", "[", "{", "\"", "\"\\", "", ",", ":", "nil", "\"\u{1}\"", "'a'", "[1", "-", "1]"]
        .compactMap { value in
            value == "-"
                ? nil
                : IDTokenAttack("a broken value \(value.debugDescription)", .malformedObject) { $0.claims["x"] = value }
        }
        + ["iss", "aud", "nonce", "exp", "acr", "SubjectNameID", "email", "SubjectRefPro"].map { name in
            IDTokenAttack("\(name) twice", .malformedObject) {
                $0.editClaims = { $0.dropLast() + ",\"\(name)\":1}" }
            }
        }
        + ["iss", "aud"].map { name in
            IDTokenAttack("\(name) twice, once escaped", .malformedObject) {
                let escaped = "\\u00" + String(Array(name.utf8)[0], radix: 16) + name.dropFirst()
                $0.editClaims = { $0.dropLast() + ",\"\(escaped)\":\"x\"}" }
            }
        }
        + ["", "x", "{}", " 1", ","].map { tail in
            tail.isEmpty
                ? IDTokenAttack("no object", .malformedObject) { $0.editClaims = { "[" + $0 + "]" } }
                : IDTokenAttack("behind the claims: \(tail)", .malformedObject) { $0.editClaims = { $0 + tail } }
        }

    static let parties: [IDTokenAttack] =
        claims(
            "iss", .issuer,
            [
                nil, "\"\"", text(IDTokenForge.issuer + "/"), text(IDTokenForge.issuer.uppercased()),
                text("http" + IDTokenForge.issuer.dropFirst(5)), text(IDTokenForge.issuer + ".evil.example"),
                "[\"\(IDTokenForge.issuer)\"]", "1", text(IDTokenForge.issuer + " "), "\"https://evil.example\"",
            ])
        + claims(
            "aud", .audience,
            [
                nil, "\"\"", "\"other\"", "\"Colloque\"", "\"colloque \"", "[]", #"["other"]"#,
                #"["colloque","other"]"#,
                #"["other","colloque"]"#, #"["colloque","colloque"]"#, "1", "true", "\"colloque,other\"",
            ]) + claims("aud", .malformedObject, [#"{"colloque":1}"#, "null", #"[["colloque"]]"#])
        + claims("azp", .authorizedParty, ["\"other\"", "\"\"", "\"Colloque\"", "1", #"["colloque"]"#])
        + claims("nonce", .nonce, [nil, "\"\"", "\"n-0S6_WzA2Mj\"", "1", "[]"])
        + claims("at_hash", .accessToken, ["\"\"", text(IDTokenForge.hash("another.token")), "1", "[]"])
        + [
            IDTokenAttack("another client's key", .nonce) { $0.requestKey = IDTokenForge.someKey() },
            IDTokenAttack("another sign-in's nonce", .nonce) { $0.requestNonce = [UInt8](repeating: 8, count: 32) },
            IDTokenAttack("the broker's nonce itself", .nonce) {
                $0.claims["nonce"] = text(Base64URL.text(IDTokenForge.nonce))
            },
            IDTokenAttack("the state as nonce", .nonce) {
                let request = try OpenIDRequest(
                    to: IDTokenForge.provider(.rs256), nonce: IDTokenForge.nonce, key: IDTokenForge.clientKey)
                $0.claims["nonce"] = text(request.state)
            },
            IDTokenAttack("a passkey's challenge as nonce", .nonce) {
                let challenge = try SignInChallenge(.signIn, nonce: IDTokenForge.nonce, key: IDTokenForge.clientKey)
                $0.claims["nonce"] = text(Base64URL.text(challenge.bytes))
            },
            IDTokenAttack("the nonce, longer", .nonce) {
                $0.claims["nonce"] = text(try IDTokenForge.nonceText() + "A")
            },
            IDTokenAttack("the nonce, padded", .nonce) {
                $0.claims["nonce"] = text(try IDTokenForge.nonceText() + "=")
            },
            IDTokenAttack("another access token", .accessToken) { $0.accessToken = "another.token" },
            IDTokenAttack("all of the hash", .accessToken) {
                let hash = SHA256.hash(data: Array(IDTokenForge.accessToken.utf8))
                $0.claims["at_hash"] = text(Base64URL.text(hash))
            },
        ]

    static let times: [IDTokenAttack] =
        claims("exp", .expired, [seconds - 30, seconds - 31, 0, -1].map { "\($0)" })
        + claims("exp", .claim, [nil, text("\(seconds + 60)"), "true", "[]"])
        + claims("exp", .malformedObject, ["\(seconds).5", "1e12", "null", "9999999999999999", "01"])
        + claims("iat", .tooOld, [seconds - 151, seconds - 3600, 0].map { "\($0)" })
        + claims("iat", .notYetValid, [seconds + 31, seconds + 86_400].map { "\($0)" })
        + claims("iat", .claim, [nil, text("\(seconds)")])
        + claims("nbf", .notYetValid, [seconds + 31, 999_999_999_999_999].map { "\($0)" })
        + claims("nbf", .claim, ["\"0\""])
        + claims("auth_time", .authenticationTime, [seconds - 3631, 0, seconds + 31].map { "\($0)" } + [nil])
        + claims("auth_time", .claim, [text("\(seconds)"), "true"])
        + [
            IDTokenAttack("issued in future, with an nbf", .notYetValid) {
                $0.claims["iat"] = "\(seconds + 31)"
                $0.claims["nbf"] = "\(seconds)"
            },
            IDTokenAttack("a long leeway", .expired) {
                $0.claims["exp"] = "\(seconds - 40)"
                $0.leeway = .max
            },
            IDTokenAttack("a negative leeway", .expired) {
                $0.claims["exp"] = "\(seconds)"
                $0.leeway = .min
            },
            IDTokenAttack("an hour later", .expired) { $0.now = IDTokenForge.now.adding(seconds: 3600) },
            IDTokenAttack("an hour earlier", .notYetValid) { $0.now = IDTokenForge.now.adding(seconds: -3600) },
        ]

    static let people: [IDTokenAttack] =
        claims("acr", .acr, [nil, "\"\"", "\"eidas0\"", "\"eidas1 eidas2\"", "\"EIDAS1\"", "1", #"["eidas1"]"#])
        + claims("sub", .subject, [nil, "\"\"", text(String(repeating: "a", count: 256)), "1", "[]"])
        + claims("sub", .malformedObject, ["\"é\"", "\"\\u0000\"", "null"])
        + claims(
            "SubjectNameID", .rpps,
            [
                nil, "\"\"", "\"9970021889\"", "\"0123456789\"", "\"999700218896\"", "\"8997002188961\"",
                "\"8 9970021889\"",
                "\"89970021889X\"", "\"+9970021889\"", "99700218896", #"["899700218896"]"#, "\"8997002188960\"", "true",
            ]) + claims("SubjectNameID", .malformedObject, ["null", "\"８９９７\"", #"{"a":"b"}"#])
}
