import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Keys: the forms that are read, and those that are not.
@Suite struct KeyTests {
    @Test func allFormsOfAKeyAreTheSameKey() throws {
        let key = P256.Signing.PrivateKey().publicKey
        let point = Array(key.x963Representation)
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        let text = try PublicKey(text: Base64URL.text(point))
        #expect(try PublicKey(pem: key.pemRepresentation) == text)
        #expect(try PublicKey(pem: key.pemRepresentation + "\n") == text)
        #expect(try PublicKey(jwk: #"{"kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)"}"#) == text)
        #expect(
            try PublicKey(
                jwk: #"{"use":"sig","kid":"1","key_ops":["verify"],"y":"\#(y)","x":"\#(x)","crv":"P-256","kty":"EC"}"#)
                == text)
        #expect(text.text == Base64URL.text(point))
        #expect(Set([text, try PublicKey(pem: key.pemRepresentation)]).count == 1)
        #expect(KeyPair().publicKey != KeyPair().publicKey)
    }

    @Test func thumbprintIsTheHashOfTheRequiredMembersInOrder() throws {
        // The key of RFC 7515, appendix A.3; its thumbprint was computed with openssl over the text of RFC 7638 §3.
        let jwk = """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """
        #expect(try PublicKey(jwk: jwk).thumbprint == "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U")
    }

    @Test func theSignatureOfTheStandardIsVerified() throws {
        // RFC 7515, appendix A.3.1.
        let jwk = """
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """
        let input =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        let signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        let bytes = try #require(Base64URL.decode(signature.utf8))
        #expect(try PublicKey(jwk: jwk).isValid(signature: bytes, over: Array(input.utf8)))
    }

    @Test func keysOfOtherCurvesAreRefused() throws {
        let p384 = P384.Signing.PrivateKey().publicKey
        let p521 = P521.Signing.PrivateKey().publicKey
        for pem in [p384.pemRepresentation, p521.pemRepresentation] {
            #expect(throws: IdentityError.key) { try PublicKey(pem: pem) }
        }
        for point in [
            p384.x963Representation, p521.x963Representation,
            Curve25519.Signing.PrivateKey().publicKey.rawRepresentation,
        ] {
            #expect(throws: IdentityError.key) { try PublicKey(text: Base64URL.text(point)) }
        }
        let point = try #require(Base64URL.decode(KeyPair().publicKey.text.utf8))
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        for (kty, crv) in [
            ("EC", "P-384"), ("EC", "secp256k1"), ("EC", "p-256"), ("OKP", "P-256"), ("RSA", "P-256"), ("", ""),
        ] {
            let jwk = #"{"kty":"\#(kty)","crv":"\#(crv)","x":"\#(x)","y":"\#(y)"}"#
            #expect(throws: IdentityError.key, "\(kty) \(crv)") { try PublicKey(jwk: jwk) }
        }
    }

    @Test func pointsThatAreNotOnTheCurveAreRefused() throws {
        let point = try #require(Base64URL.decode(KeyPair().publicKey.text.utf8))
        for index in 1..<65 {
            var changed = point
            changed[index] ^= 1
            #expect(throws: IdentityError.key, "\(index)") { try PublicKey(text: Base64URL.text(changed)) }
        }
        for filler in [UInt8(0), 0xFF] {
            let constant = [4] + [UInt8](repeating: filler, count: 64)
            #expect(throws: IdentityError.key) { try PublicKey(text: Base64URL.text(constant)) }
        }
    }

    @Test func otherFormsOfAPointAreRefused() throws {
        let key = P256.Signing.PrivateKey().publicKey
        let point = Array(key.x963Representation)
        let compressed = Array(key.compressedRepresentation)
        let hybrid = [6 | point[64] & 1] + point[1...]
        let wrong: [[UInt8]] = [
            [], [0], Array(point.dropLast()), point + [0], compressed, hybrid, Array(key.rawRepresentation),
            [5] + point[1...],
        ]
        for bytes in wrong {
            #expect(throws: IdentityError.key, "\(bytes.count)") { try PublicKey(text: Base64URL.text(bytes)) }
            #expect(throws: IdentityError.key, "\(bytes.count)") { try PublicKey(point: bytes) }
        }
        for text in [KeyPair().publicKey.text + "=", " " + KeyPair().publicKey.text, ""] {
            #expect(throws: IdentityError.key) { try PublicKey(text: text) }
        }
    }

    @Test func privateKeysAndOtherTextAreRefusedAsPublic() throws {
        let pair = KeyPair()
        let point = try #require(Base64URL.decode(pair.publicKey.text.utf8))
        let (x, y) = (Base64URL.text(point[1..<33]), Base64URL.text(point[33...]))
        let parts = #""kty":"EC","crv":"P-256","x":"\#(x)","y":"\#(y)""#
        #expect(try PublicKey(jwk: "{\(parts)}") == pair.publicKey)
        for jwk in [
            "{\(parts),\"d\":\"AAAA\"}", "{\(parts),\"x\":\"\(x)\"}", "{\(parts)", "[{\(parts)}]", "{}", "", "null",
        ] {
            #expect(throws: IdentityError.key, "\(jwk)") { try PublicKey(jwk: jwk) }
        }
        let short = #"{"kty":"EC","crv":"P-256","x":"\#(Base64URL.text(point[2..<33]))","y":"\#(y)"}"#
        let long = #"{"kty":"EC","crv":"P-256","x":"\#(Base64URL.text([0] + point[1..<33]))","y":"\#(y)"}"#
        for jwk in [short, long] { #expect(throws: IdentityError.key) { try PublicKey(jwk: jwk) } }
        let header = "-----BEGIN PUBLIC KEY-----\n"
        for pem in [
            pair.exposedPEM(), "", header, header + "AAAA\n-----END PUBLIC KEY-----",
            String(repeating: "A", count: 1 << 20),
        ] {
            #expect(throws: IdentityError.key) { try PublicKey(pem: pem) }
        }
    }

    @Test func aPairSurvivesItsText() throws {
        let pair = KeyPair()
        let pem = pair.exposedPEM()
        #expect(pem.hasPrefix("-----BEGIN PRIVATE KEY-----\n") && pem.hasSuffix("-----END PRIVATE KEY-----\n"))
        #expect(try KeyPair(pem: pem).publicKey == pair.publicKey)
        for text in ["", "x", P384.Signing.PrivateKey().pemRepresentation, String(repeating: "A", count: 1 << 20)] {
            #expect(throws: IdentityError.key) { try KeyPair(pem: text) }
        }
    }

    @Test func aPairPrintsItsThumbprintOnly() throws {
        let pair = KeyPair()
        var dumped = ""
        dump(pair, to: &dumped)
        #expect("\(pair)" == "KeyPair(\(pair.publicKey.thumbprint))")
        #expect(String(reflecting: pair) == "\(pair)")
        #expect(dumped.split(separator: "\n").count == 1)
    }

    @Test func aPairSignsWhatIsAccepted() throws {
        let pair = KeyPair()
        let client = ClientID.random()
        let token = try pair.assertion(subject: client, audience: Forge.audience, now: Forge.now)
        let assertion = try Forge.verify(token, by: pair.publicKey)
        #expect(assertion.subject == client.description)
        #expect(assertion.jti.count == 22)
        let second = try pair.assertion(subject: client, audience: Forge.audience, now: Forge.now, lifetime: 300)
        #expect(try Forge.verify(second, by: pair.publicKey).jti != assertion.jti)
    }

    @Test func aPairSignsNothingThatWouldBeRefused() throws {
        let pair = KeyPair()
        for audience in ["", "a\"b", "a\\b", "é", "a\nb", String(repeating: "a", count: 1025)] {
            #expect(throws: IdentityError.audience) {
                try pair.assertion(subject: ClientID.random(), audience: audience, now: Forge.now)
            }
        }
        for lifetime: Int64 in [0, -1, 301, .max, .min] {
            #expect(throws: IdentityError.lifetime) {
                try pair.assertion(subject: ClientID.random(), audience: "a", now: Forge.now, lifetime: lifetime)
            }
        }
    }
}
