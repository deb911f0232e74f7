import Crypto
import Foundation
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks by way of the header (RFC 8725 §2.1, §3.1, §3.10).
@Suite struct AssertionAlgorithmTests {
    @Test func anHonestAssertionIsAccepted() throws {
        let assertion = try Forge.verify(try Forge.token())
        #expect(assertion.subject == Forge.subject)
        #expect(assertion.jti == Forge.jti)
        #expect(assertion.issuedAt == Forge.now)
        #expect(assertion.expires == Forge.now.adding(seconds: 60 + 30))
    }

    @Test func headerWithoutTypeOrWithKeyIdIsAccepted() throws {
        #expect(try Forge.refusal(header: #"{"alg":"ES256"}"#) == nil)
        #expect(try Forge.refusal(header: #"{"kid":"k1","alg":"ES256"}"#) == nil)
        #expect(try Forge.refusal(header: "{ \"alg\" :\t\"ES256\"\r\n}\n") == nil)
    }

    @Test func algorithmNoneIsRefusedSignedOrNot() throws {
        for alg in ["none", "None", "NONE", ""] {
            let header = #"{"alg":"\#(alg)","typ":"JWT"}"#
            #expect(try Forge.refusal(header: header) == .header, "\(alg)")
            #expect(Forge.refusal(Forge.input(header: header) + ".") == .header, "\(alg)")
        }
        #expect(Forge.refusal(Forge.input() + ".") == .signature)
    }

    @Test func hmacWithThePublicKeyAsSecretIsRefused() throws {
        let pem = try P256.Signing.PrivateKey(pemRepresentation: Forge.key.exposedPEM()).publicKey.pemRepresentation
        for secret in [pem, pem + "\n", Forge.key.publicKey.text] {
            for alg in ["HS256", "ES256"] {
                let input = Forge.input(header: #"{"alg":"\#(alg)","typ":"JWT"}"#)
                let code = HMAC<SHA256>.authenticationCode(
                    for: Array(input.utf8), using: SymmetricKey(data: Array(secret.utf8)))
                #expect(Forge.refusal(input + "." + Base64URL.text(code)) == (alg == "HS256" ? .header : .signature))
            }
        }
    }

    @Test func otherAlgorithmsAreRefusedEvenOverARightSignature() throws {
        for alg in ["RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "HS256", "es256", "ES256 ", "ESP256"] {
            #expect(try Forge.refusal(header: #"{"alg":"\#(alg)"}"#) == .header, "\(alg)")
        }
        for value in ["1", "true", #"["ES256"]"#] {
            #expect(try Forge.refusal(header: #"{"alg":\#(value)}"#) == .header, "\(value)")
        }
        #expect(try Forge.refusal(header: "{}") == .header)
        #expect(try Forge.refusal(header: #"{"alg":null}"#) == .malformedObject)
    }

    @Test func signaturesOfOtherCurvesAreRefused() throws {
        for alg in ["ES384", "ES256"] {
            let input = Forge.input(header: #"{"alg":"\#(alg)"}"#)
            let signature = try P384.Signing.PrivateKey().signature(for: Array(input.utf8)).rawRepresentation
            #expect(Forge.refusal(input + "." + Base64URL.text(signature)) == (alg == "ES384" ? .header : .signature))
        }
    }

    @Test func keysAndExtensionsInTheHeaderAreRefused() throws {
        let attacker = KeyPair()
        let point = try #require(Base64URL.decode(attacker.publicKey.text.utf8))
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        let jwk = #"{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)"}}"#
        #expect(Forge.refusal(try Forge.token(header: jwk, key: attacker)) == .malformedObject)
        let members = [
            #""crit":["exp"]"#, #""crit":[]"#, #""b64":false"#, #""b64":true"#, #""jku":"https://evil.example/k"#,
            #""x5u":"https://evil.example/c""#, #""x5c":["AAAA"]"#, #""x5t":"AAAA""#, #""zip":"DEF""#, #""cty":"JWT""#,
            #""jwk":"AAAA""#, #""kid":1"#, #""kid":["k"]"#,
        ]
        for member in members {
            let refusal = Forge.refusal(try Forge.token(header: #"{"alg":"ES256",\#(member)}"#, key: attacker))
            #expect(refusal == .header || refusal == .malformedObject, "\(member)")
        }
    }

    @Test func otherTypesOfTokenAreRefused() throws {
        for type in [#""dpop+jwt""#, #""at+jwt""#, #""jwt""#, #""""#, "1"] {
            #expect(try Forge.refusal(header: #"{"alg":"ES256","typ":\#(type)}"#) == .header, "\(type)")
        }
    }

    @Test func membersTwiceAreRefusedHoweverTheyAreWritten() throws {
        for name in ["alg", #"\u0061lg"#, #"a\u006cg"#, #"al\u0067"#, #"\u0061\u006C\u0067"#] {
            #expect(try Forge.refusal(header: #"{"alg":"ES256","\#(name)":"none"}"#) == .malformedObject, "\(name)")
            #expect(try Forge.refusal(header: #"{"\#(name)":"none","alg":"ES256"}"#) == .malformedObject, "\(name)")
        }
        let other = "11111111-1111-4111-8111-111111111111"
        for name in ["sub", #"\u0073ub"#, #"s\u0075b"#, #"su\u0062"#] {
            let claims = Forge.claims().dropLast() + #","\#(name)":"\#(other)"}"#
            #expect(Forge.refusal(try Forge.token(claims: String(claims))) == .malformedObject, "\(name)")
        }
    }
}
