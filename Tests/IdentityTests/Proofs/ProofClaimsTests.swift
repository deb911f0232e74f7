import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks by way of what is said (RFC 9449 §4.3, §11.1).
@Suite struct ProofClaimsTests {
    private let seconds = ProofForge.now.seconds

    @Test func aProofForAnotherMethodIsRefused() throws {
        let proof = try ProofForge.proof()
        for method in ["POST", "get", "Get", "GET ", "", "HEAD", "G\u{0301}ET"] {
            #expect(throws: IdentityError.method, "\(method)") { try ProofForge.verify(proof, method: method) }
        }
        for value in [nil, "1", #""""#, #""get""#, #"["GET"]"#] {
            #expect(try ProofForge.refusal(claims: ["htm": value]) == .method)
        }
    }

    @Test func aProofForAnotherAddressIsRefused() throws {
        let proof = try ProofForge.proof()
        let path = "/fhir/Patient/\(ProofForge.patient)"
        let others = [
            "http://vault.example\(path)", "https://vault.example:8443\(path)",
            "https://vault.example.evil.example\(path)",
            "https://evil.example\(path)", "https://vault.example\(path)/", "https://vault.example/\(path)",
            "https://vault.example\(path.uppercased())", "https://vault.example", "https://user@vault.example\(path)",
            "https://vault.example:443@evil.example\(path)", "//vault.example\(path)", path, "",
            "https://vault.example.\(path)",
            "https://vault.example\(path)%00", "https://vault.example\(path)/../\(ProofForge.patient)",
        ]
        for url in others {
            #expect(throws: IdentityError.url, "\(url)") { try ProofForge.verify(proof, url: url) }
        }
        let claims = [
            "", path, "https://vault.example\(path)?", "https://vault.example\(path)?a=b",
            "https://vault.example\(path)#",
            "ftp://vault.example\(path)", "https://a:b@vault.example\(path)", "https://vault.example\(path)/.",
            "https://" + String(repeating: "a", count: 2048),
        ]
        for url in claims { #expect(try ProofForge.refusal(claims: ["htu": "\"\(url)\""]) == .url, "\(url)") }
        for value in [nil, "1", #"["\#(ProofForge.url)"]"#] {
            #expect(try ProofForge.refusal(claims: ["htu": value]) == .url)
        }
    }

    @Test func aProofForAnotherTokenIsRefused() throws {
        let proof = try ProofForge.proof()
        for hash in [RequestProof.hash(ofToken: "other".utf8), [], Array(ProofForge.tokenHash.dropLast())] {
            #expect(throws: IdentityError.accessToken) { try ProofForge.verify(proof, tokenHash: hash) }
        }
        let right = Base64URL.text(ProofForge.tokenHash)
        for text in ["", right + "=", String(right.dropLast()), ProofForge.token, right + "AAAA", right.lowercased()] {
            #expect(try ProofForge.refusal(claims: ["ath": "\"\(text)\""]) == .accessToken, "\(text)")
        }
        #expect(try ProofForge.refusal(claims: ["ath": nil]) == .accessToken)
        let empty = try ProofForge.proof(claims: ProofForge.claims(["ath": #""""#]))
        #expect(throws: IdentityError.accessToken) { try ProofForge.verify(empty, tokenHash: []) }
    }

    @Test func aProofWithoutAnAcceptedNonceIsRefusedAndToldSo() throws {
        let proof = try ProofForge.proof()
        #expect(throws: IdentityError.nonce) { try ProofForge.verify(proof, nonces: []) }
        #expect(throws: IdentityError.nonce) { try ProofForge.verify(proof, nonces: ["", "other"]) }
        #expect(try ProofForge.verify(proof, nonces: ["other", ProofForge.nonce]).jti == "abcdefghijklmnop")
        for value in [nil, "1", #""""#, #"["\#(ProofForge.nonce)"]"#, #""\#(ProofForge.nonce) ""#] {
            #expect(try ProofForge.refusal(claims: ["nonce": value]) == .nonce)
            let late = try ProofForge.proof(claims: ProofForge.claims(["nonce": value]))
            #expect(ProofForge.refusal(late, now: ProofForge.now.adding(days: 1)) == .expired)
        }
        for code in IdentityError.allCases {
            #expect(code.publicProofText == (code == .nonce ? "use_dpop_nonce" : "invalid_dpop_proof"))
        }
    }

    @Test func staleIsRefusedToTheMillisecond() throws {
        let proof = try ProofForge.proof()
        for leeway: Int64 in [0, 10, 30] {
            let end = ProofForge.now.adding(seconds: 60 + leeway)
            let last = end.adding(milliseconds: -1)
            #expect(try ProofForge.verify(proof, now: last, leeway: leeway).expires == end, "\(leeway)")
            #expect(throws: IdentityError.expired, "\(leeway)") {
                try ProofForge.verify(proof, now: end, leeway: leeway)
            }
        }
        #expect(throws: IdentityError.expired) {
            try ProofForge.verify(proof, now: ProofForge.now.adding(seconds: 90), leeway: .max)
        }
        #expect(throws: IdentityError.expired) {
            try ProofForge.verify(proof, now: ProofForge.now.adding(seconds: 60), leeway: .min)
        }
        for iat in ["0", "-1", "-999999999999999"] { #expect(try ProofForge.refusal(claims: ["iat": iat]) == .expired) }
    }

    @Test func futureIsRefused() throws {
        #expect(try ProofForge.refusal(claims: ["iat": "\(seconds + 30)"]) == nil)
        for iat in ["\(seconds + 31)", "999999999999999"] {
            #expect(try ProofForge.refusal(claims: ["iat": iat]) == .notYetValid, "\(iat)")
        }
        #expect(try ProofForge.refusal(claims: ["nbf": "\(seconds + 30)"]) == nil)
        #expect(try ProofForge.refusal(claims: ["nbf": "\(seconds + 31)"]) == .notYetValid)
        #expect(try ProofForge.refusal(claims: ["exp": "\(seconds - 30)"]) == .expired)
        #expect(try ProofForge.refusal(claims: ["exp": "\(seconds - 29)"]) == nil)
        let long = try ProofForge.proof(claims: ProofForge.claims(["exp": "999999999999999"]))
        #expect(try ProofForge.verify(long).expires == ProofForge.now.adding(seconds: 90))
    }

    @Test func timesOfAnotherFormAreRefused() throws {
        #expect(try ProofForge.refusal(claims: ["iat": nil]) == .claim)
        for name in ["iat", "exp", "nbf"] {
            for value in ["\"\(seconds)\"", "true", #"["1"]"#] {
                #expect(try ProofForge.refusal(claims: [name: value]) == .claim, "\(name) \(value)")
            }
            for value in ["\(seconds).0", "1.8e9", "1000000000000000", "01", "-", "+1", "null", "{}", "NaN"] {
                #expect(try ProofForge.refusal(claims: [name: value]) == .malformedObject, "\(name) \(value)")
            }
        }
    }

    @Test func identifiersOfWrongLengthOrAlphabetAreRefused() throws {
        let fifteen = String(repeating: "j", count: 15)
        for jti in [
            "", fifteen, String(repeating: "j", count: 129), fifteen + " ", fifteen + "/", fifteen + #"\u002f"#,
        ] {
            #expect(try ProofForge.refusal(claims: ["jti": "\"\(jti)\""]) == .jti, "\(jti)")
        }
        #expect(try ProofForge.refusal(claims: ["jti": nil]) == .jti)
        #expect(try ProofForge.refusal(claims: ["jti": "1"]) == .jti)
    }

    @Test func aReplayIsRefusedAndAnotherKeysIdentifierIsAnother() throws {
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        let proof = try ProofForge.verify(try ProofForge.proof())
        let use = try window.admit(proof, now: ProofForge.now)
        #expect(use == ReplayWindow.Use(subject: proof.thumbprint, jti: proof.jti, expires: proof.expires))
        for seconds: Int64 in [0, 1, 60, 89] {
            #expect(throws: IdentityError.replayed) {
                try window.admit(proof, now: ProofForge.now.adding(seconds: seconds))
            }
        }
        let key = KeyPair()
        let other = try ProofForge.verify(
            try ProofForge.proof(header: ProofForge.header(jwk: key.publicKey.jwk), key: key),
            by: key.publicKey.thumbprint)
        #expect(other.jti == proof.jti)
        _ = try window.admit(other, now: ProofForge.now.adding(seconds: 1))
        #expect(throws: IdentityError.expired) { try window.admit(proof, now: proof.expires) }
    }

    /// An ECDSA signature has a second form (r, n − s): the same proof has two texts, and counts once.
    @Test func theOtherFormOfASignatureIsTheSameProof() throws {
        let order: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD,
            0xA7,
            0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
        ]
        let proof = try ProofForge.proof()
        let parts = proof.split(separator: ".")
        var signature = try #require(Base64URL.decode(parts[2].utf8))
        var borrow = 0
        for index in (0..<32).reversed() {
            let digit = Int(order[index]) - Int(signature[32 + index]) - borrow
            borrow = digit < 0 ? 1 : 0
            signature[32 + index] = UInt8((digit + 256) % 256)
        }
        let second = "\(parts[0]).\(parts[1]).\(Base64URL.text(signature))"
        #expect(second != proof)
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        _ = try window.admit(try ProofForge.verify(proof), now: ProofForge.now)
        let again = try ProofForge.verify(second)
        #expect(throws: IdentityError.replayed) { try window.admit(again, now: ProofForge.now) }
    }

    @Test func claimsThatAreNotUnderstoodAreIgnored() throws {
        let extra = ["aud": #""https://other.example""#, "admin": "true", "groups": #"["a"]"#, "patients": #"["x"]"#]
        #expect(try ProofForge.named(extra) == (try ProofForge.named([:])))
        #expect(try ProofForge.refusal(claims: ["cnf": "{}"]) == .malformedObject)
    }
}
