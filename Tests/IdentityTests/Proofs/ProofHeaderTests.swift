import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks by way of the header and its key (RFC 9449 §4.2, §4.3; RFC 8725 §2.1, §3.1).
@Suite struct ProofHeaderTests {
    @Test func anHonestProofIsAccepted() throws {
        let proof = try ProofForge.verify(try ProofForge.proof())
        #expect(proof.thumbprint == ProofForge.key.publicKey.thumbprint)
        #expect(proof.jti == "abcdefghijklmnop")
        #expect(proof.issuedAt == ProofForge.now)
        #expect(proof.expires == ProofForge.now.adding(seconds: 60 + 30))
    }

    /// RFC 9449 §7.1, figures 12 and 13: right in everything but the nonce, which it does not have.
    @Test func theProofOfTheStandardLacksANonceOnly() throws {
        let text =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0"
            + "RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAt"
            + "MjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZ"
            + "y9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0N"
            + "BcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA"
        let proof = try UnverifiedRequestProof(text)
        func verify(_ hash: [UInt8], _ thumbprint: String) throws(IdentityError) -> RequestProof {
            try proof.verified(
                by: thumbprint, method: "GET", url: "https://resource.example.org/protectedresource", tokenHash: hash,
                nonces: [""], now: Timestamp(seconds: 1_562_262_618))
        }
        let thumbprint = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"
        #expect(Base64URL.text(ProofForge.tokenHash) == "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo")
        #expect(throws: IdentityError.nonce) { try verify(ProofForge.tokenHash, thumbprint) }
        #expect(throws: IdentityError.accessToken) { try verify(RequestProof.hash(ofToken: []), thumbprint) }
        #expect(throws: IdentityError.otherKey) {
            try verify(ProofForge.tokenHash, ProofForge.key.publicKey.thumbprint)
        }
    }

    @Test func algorithmConfusionIsRefused() throws {
        let jwk = ProofForge.key.publicKey.jwk
        let values = [
            "none", "None", "", "HS256", "RS256", "PS256", "ES384", "ES512", "ES256K", "EdDSA", "es256", "ES256 ",
        ]
        for alg in values {
            let header = #"{"typ":"dpop+jwt","alg":"\#(alg)","jwk":\#(jwk)}"#
            #expect(try ProofForge.refusal(header: header) == .header, "\(alg)")
            let input = Forge.input(header: header, claims: ProofForge.claims())
            #expect(ProofForge.refusal(input + ".") == .header, "\(alg)")
        }
        for alg in ["1", "true", #"["ES256"]"#, jwk] {
            let refusal = try ProofForge.refusal(header: #"{"typ":"dpop+jwt","alg":\#(alg),"jwk":\#(jwk)}"#)
            #expect(refusal == .header || refusal == .malformedObject, "\(alg)")
        }
        #expect(
            ProofForge.refusal(Forge.input(header: ProofForge.header(), claims: ProofForge.claims()) + ".")
                == .signature)
    }

    @Test func hmacWithThePublicKeyAsSecretIsRefused() throws {
        for secret in [
            ProofForge.key.publicKey.jwk, ProofForge.key.publicKey.text, ProofForge.key.publicKey.thumbprint,
        ] {
            let input = Forge.input(header: ProofForge.header(), claims: ProofForge.claims())
            let code = HMAC<SHA256>.authenticationCode(
                for: Array(input.utf8), using: SymmetricKey(data: Array(secret.utf8)))
            #expect(ProofForge.refusal(input + "." + Base64URL.text(code)) == .signature)
            #expect(ProofForge.refusal(input + "." + Base64URL.text(Array(code) + Array(code))) == .signature)
        }
    }

    @Test func otherTypesOfTokenAreRefused() throws {
        let jwk = ProofForge.key.publicKey.jwk
        for type in [
            #""JWT""#, #""at+jwt""#, #""DPOP+JWT""#, #""application/dpop+jwt""#, #""""#, "1", #"["dpop+jwt"]"#,
        ] {
            let header = #"{"typ":\#(type),"alg":"ES256","jwk":\#(jwk)}"#
            #expect(try ProofForge.refusal(header: header) == .header, "\(type)")
        }
        #expect(try ProofForge.refusal(header: #"{"alg":"ES256","jwk":\#(jwk)}"#) == .header)
        #expect(try ProofForge.refusal(header: #"{"typ":"dpop+jwt","jwk":\#(jwk)}"#) == .header)
        #expect(try ProofForge.refusal(header: #"{"typ":"dpop+jwt","alg":"ES256"}"#) == .header)
        #expect(try ProofForge.refusal(header: #"{"typ":"dpop+jwt","alg":"ES256","kid":"k"}"#) == .header)
        #expect(try ProofForge.refusal(header: "{}") == .header)
    }

    @Test func anAssertionIsNoProofAndAProofIsNoAssertion() throws {
        #expect(ProofForge.refusal(try Forge.token()) == .header)
        #expect(ProofForge.refusal(try Forge.token(header: ProofForge.header(), key: ProofForge.key)) != nil)
        #expect(Forge.refusal(try ProofForge.proof()) == .malformedObject)
    }

    @Test func otherMembersOfTheHeaderAreRefused() throws {
        let members = [
            #""crit":["exp"]"#, #""crit":[]"#, #""b64":false"#, #""b64":true"#, #""jku":"https://evil.example/k""#,
            #""x5u":"https://evil.example/c""#, #""x5c":["AAAA"]"#, #""x5t":"AAAA""#, #""zip":"DEF""#, #""cty":"JWT""#,
            #""kid":"k""#, #""nonce":"n""#, #""JWK":"AAAA""#, #""trust_chain":["A"]"#, #""enc":"A128GCM""#,
        ]
        for member in members {
            let header = ProofForge.header().dropLast() + ",\(member)}"
            #expect(try ProofForge.refusal(header: String(header)) == .header, "\(member)")
        }
        for member in [#""epk":{}"#, #""x":null"#, #""x":1.5"#, #""x":[1]"#, #""x":[["a"]]"#, #""x":{"a":"b"}"#] {
            let header = ProofForge.header().dropLast() + ",\(member)}"
            #expect(try ProofForge.refusal(header: String(header)) == .malformedObject, "\(member)")
        }
    }

    @Test func membersTwiceAreRefusedHoweverTheyAreWritten() throws {
        let other = KeyPair().publicKey.jwk
        for name in ["jwk", #"\u006awk"#, #"jw\u006B"#] {
            #expect(
                try ProofForge.refusal(header: ProofForge.header().dropLast() + #","\#(name)":\#(other)}"#)
                    == .malformedObject, "\(name)")
        }
        for name in ["x", #"\u0078"#, "kty", "crv", "y"] {
            let jwk = ProofForge.key.publicKey.jwk.dropLast() + #","\#(name)":"EC"}"#
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: String(jwk))) == .malformedObject, "\(name)")
        }
        for name in ["pat", "tiers", "terms"] {
            let claims =
                ProofForge.claims(["pat": "[]", "tiers": "[]", "terms": "[]"]).dropLast() + #","\#(name)":[]}"#
            let proof = try ProofForge.proof(claims: String(claims))
            #expect(ProofForge.refusal(proof) == .malformedObject, "\(name)")
        }
    }

    @Test func privateAndOtherMembersOfTheKeyAreRefused() throws {
        for name in ["d", "k", "p", "q", "dp", "dq", "qi", "n", "e", "kid", "use", "alg", "x5u", "x5c", "jku", "z", ""]
        {
            let jwk = ProofForge.key.publicKey.jwk.dropLast() + #","\#(name)":"AAAA"}"#
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: String(jwk))) == .key, "\(name)")
        }
        for member in [#""ext":true"#, #""key_ops":["verify"]"#, #""oth":[{}]"#, #""d":null"#, #""d":{}"#] {
            let jwk = ProofForge.key.publicKey.jwk.dropLast() + ",\(member)}"
            #expect(
                try ProofForge.refusal(header: ProofForge.header(jwk: String(jwk))) == .malformedObject, "\(member)")
        }
    }

    @Test func keysOfOtherKindsAndFormsAreRefused() throws {
        let point = try #require(Base64URL.decode(ProofForge.key.publicKey.text.utf8))
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        for (kty, crv) in [("EC", "P-384"), ("EC", "secp256k1"), ("EC", "p-256"), ("OKP", "P-256"), ("RSA", "P-256")] {
            let jwk = #"{"kty":"\#(kty)","crv":"\#(crv)","x":"\#(x)","y":"\#(y)"}"#
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .key, "\(kty) \(crv)")
        }
        let pairs = [
            (x, x), (y, x), ("", ""), (x + "=", y), (x, " " + y), (Base64URL.text(point[2..<33]), y),
            (Base64URL.text([0] + point[1..<33]), y), (x, Base64URL.text([UInt8](repeating: 0, count: 32))),
            (Base64URL.text([UInt8](repeating: 0xFF, count: 32)), y),
        ]
        for (x, y) in pairs {
            let jwk = #"{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)"}"#
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .key, "\(x) \(y)")
        }
        for missing in ["kty", "crv", "x", "y"] {
            let all = ["kty": "EC", "crv": "P-256", "x": x, "y": y].filter { $0.key != missing }
            let jwk = "{" + all.map { #""\#($0.key)":"\#($0.value)""# }.joined(separator: ",") + "}"
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .key, "\(missing)")
        }
        for jwk in [#""text""#, "1", "true", #"["EC"]"#] {
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .header, "\(jwk)")
        }
        for jwk in ["null", "{", #"{"kty":{}}"#, #"{"kty":1}"#, "[{}]"] {
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .malformedObject, "\(jwk)")
        }
        #expect(try ProofForge.refusal(header: ProofForge.header(jwk: "{}")) == .key)
    }

    @Test func pointsThatAreNotOnTheCurveAreRefused() throws {
        let point = try #require(Base64URL.decode(ProofForge.key.publicKey.text.utf8))
        for index in 1..<65 {
            var changed = point
            changed[index] ^= 1
            let (x, y) = (Base64URL.text(changed[1..<33]), Base64URL.text(changed[33...]))
            let jwk = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
            #expect(try ProofForge.refusal(header: ProofForge.header(jwk: jwk)) == .key, "\(index)")
        }
    }

    @Test func anotherKeyIsRefusedThoughItSignsForItself() throws {
        let attacker = KeyPair()
        let own = ProofForge.header(jwk: attacker.publicKey.jwk)
        #expect(ProofForge.refusal(try ProofForge.proof(header: own, key: attacker)) == .otherKey)
        #expect(ProofForge.refusal(try ProofForge.proof(key: attacker)) == .signature)
        let proof = try ProofForge.proof()
        for thumbprint in ["", "x", ProofForge.key.publicKey.text, ProofForge.key.publicKey.thumbprint + "="] {
            #expect(throws: IdentityError.otherKey) { try ProofForge.verify(proof, by: thumbprint) }
        }
    }
}
