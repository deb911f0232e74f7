import Crypto
import CryptoExtras
import Foundation
import Testing
import Vocabulary

@testable import Identity

/// A provider's keys (RFC 7517), and the vectors of RFC 7515.
@Suite struct OpenIDKeySetTests {
    private func refusal(_ text: String) -> IdentityError? {
        do {
            _ = try OpenIDKeySet(Array(text.utf8))
            return nil
        } catch { return error }
    }

    private func isKnown(_ jwk: String, _ algorithm: OpenIDProvider.Algorithm) throws -> Bool {
        let keys = try OpenIDKeySet(Array(#"{"keys":[\#(jwk)]}"#.utf8))
        do {
            return try keys.isValid(CompactJWS("..", maximumLength: 2), kid: "x", algorithm) || true
        } catch IdentityError.unknownKey {
            return false
        }
    }

    /// RFC 7515 appendix A.2 (RS256) and A.3 (ES256), with the keys that stand there.
    @Test func vectorsOfRFC7515() throws {
        let claims = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        let n =
            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS"
            + "-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2"
            + "CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9"
            + "gb54h4FRWyuXpoQ"
        let signature =
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUA"
            + "r7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO"
            + "--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igc"
            + "N_IoypGlUPQGe77Rw"
        let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"
        let y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
        let keys = try OpenIDKeySet(
            Array(
                """
                {"keys":[{"kty":"RSA","kid":"a2","n":"\(n)","e":"AQAB"},
                         {"kty":"EC","crv":"P-256","kid":"a3","x":"\(x)","y":"\(y)"}]}
                """.utf8))
        let jws = try CompactJWS("eyJhbGciOiJSUzI1NiJ9.\(claims).\(signature)", maximumLength: 4096)
        #expect(try keys.isValid(jws, kid: "a2", .rs256))
        #expect(try !keys.isValid(jws, kid: "a2", .ps256))
        #expect(throws: IdentityError.algorithm) { try keys.isValid(jws, kid: "a2", .es256) }
        #expect(throws: IdentityError.algorithm) { try keys.isValid(jws, kid: "a3", .rs256) }
        for index in jws.signature.indices {
            var changed = jws.signature
            changed[index] ^= 1
            let text = "eyJhbGciOiJSUzI1NiJ9.\(claims).\(Base64URL.text(changed))"
            #expect(try !keys.isValid(CompactJWS(text, maximumLength: 4096), kid: "a2", .rs256))
        }
        let ecdsa = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        let other = try CompactJWS("eyJhbGciOiJFUzI1NiJ9.\(claims).\(ecdsa)", maximumLength: 4096)
        #expect(try keys.isValid(other, kid: "a3", .es256))
    }

    @Test func setsThatAreNotOneAreRefused() throws {
        let (rsa, p256) = (IDTokenForge.rsa?.publicKey, IDTokenForge.p256.publicKey)
        for list in [
            [IDTokenForge.jwk(rsa, "x"), IDTokenForge.jwk(p256, "x")],
            [IDTokenForge.jwk(p256, "x"), IDTokenForge.jwk(p256, "x")],
            [IDTokenForge.jwk(p256, "x", #","d":"AAAA""#)], [IDTokenForge.jwk(rsa, "x", #","d":[{"x":1}]"#)],
            [#"{"kty":"oct","kid":"x","k":"AAAA"}"#],
        ] { #expect(refusal(#"{"keys":[\#(list.joined(separator: ","))]}"#) == .keySet, "\(list)") }
        let many = [String](repeating: "{}", count: 33).joined(separator: ",")
        for text in [
            "", "[]", "null", "{", #"{"keys":{}}"#, #"{"keys":[1]}"#, #"{"keys":[[]]}"#, #"{"keys":[{}],"keys":[]}"#,
            #"{"keys":[{"kid":"a","kid":"b"}]}"#, #"{"keys":[{"kty":1.5}]}"#, #"{"keys":["# + many + "]}", "<html>",
            #"{"keys":"# + String(repeating: "[", count: 60_000),
            #"{"x":"# + String(repeating: #"{"a":"#, count: 10_000),
        ] { #expect(refusal(text) == .malformedObject, "\(text.prefix(40))") }
        #expect(refusal(#"{"keys":[]}x"#) == .keySet)
        #expect(refusal(#"{"keys":[]}"# + String(repeating: " ", count: 65_536)) == .keySet)
        #expect(refusal(#"{"keys":[],"x":"é"}"#) == nil)
    }

    @Test func keysThatAreTooWeakOrNotOursAreLeftOut() throws {
        let right = Base64URL.text(try #require(try IDTokenForge.rsa?.publicKey.getKeyPrimitives().modulus))
        func rsa(_ n: String, _ e: String = "AQAB") -> String { #"{"kty":"RSA","kid":"x","n":"\#(n)","e":"\#(e)"}"# }
        func zeros(_ count: Int, _ first: UInt8) -> String {
            Base64URL.text([first] + [UInt8](repeating: 0xA5, count: count - 1))
        }
        #expect(try isKnown(rsa(right), .rs256))
        for (n, e) in [
            (right, "Aw"), (right, "AQ"), (right, "AAEAAQ"), (right, "AQAC"), (right, ""), ("", "AQAB"), ("AA", "AQAB"),
            (zeros(128, 0xFF), "AQAB"), (zeros(255, 0xFF), "AQAB"), (zeros(256, 0x7F), "AQAB"),
            (zeros(513, 0xFF), "AQAB"),
            (zeros(257, 0), "AQAB"), (right + "=", "AQAB"),
        ] { #expect(try !isKnown(rsa(n, e), .rs256), "\(n.prefix(8)) \(e)") }
        let bits = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1024))
        #expect(try !isKnown(IDTokenForge.jwk(bits.publicKey, "x"), .rs256))
        let p256 = IDTokenForge.p256.publicKey
        #expect(try isKnown(IDTokenForge.jwk(p256, "x"), .es256))
        for more in [#","use":"enc""#, #","use":1"#, #","use":"SIG""#, #","key_ops":["sign"]"#, #","key_ops":[]"#] {
            #expect(try !isKnown(IDTokenForge.jwk(p256, "x", more), .es256), "\(more)")
        }
        let x = Base64URL.text(p256.rawRepresentation.prefix(32))
        for jwk in [
            #"{"kty":"EC","crv":"P-256","kid":"x","x":"\#(x)","y":"\#(x)"}"#, #"{"kty":"EC","crv":"P-256","kid":"x"}"#,
            #"{"kty":"EC","crv":"P-384","kid":"x","x":"\#(x)","y":"\#(x)"}"#, #"{"kty":"OKP","kid":"x","x":"\#(x)"}"#,
            IDTokenForge.jwk(p256, "x").replacingOccurrences(of: #""kid":"x","#, with: ""), "{}",
        ] { #expect(try !isKnown(jwk, .es256), "\(jwk)") }
    }
}
