import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks by way of what is said (RFC 7523 §3, RFC 8725 §3.8 and §3.9).
@Suite struct AssertionClaimsTests {
    private let seconds = Forge.now.seconds

    @Test func audienceConfusionIsRefused() throws {
        let audiences = [
            #""https://other.example/oauth/token""#, #""""#, #""https://localhost/oauth/token/""#,
            #""HTTPS://localhost/oauth/token""#,
            #""https://localhost/oauth/token ""#, "[]", #"["https://other.example"]"#, "1", "true",
            #"["\#(Forge.audience)","\#(Forge.audience)"]"#, #"["\#(Forge.audience)","https://other.example"]"#,
            #""\#(Forge.audience) https://other.example""#,
        ]
        for audience in audiences { #expect(try Forge.refusal(claims: ["aud": audience]) == .audience, "\(audience)") }
        #expect(try Forge.refusal(claims: ["aud": nil]) == .audience)
        #expect(try Forge.refusal(claims: ["aud": "null"]) == .malformedObject)
        let token = try UnverifiedAssertion(try Forge.token())
        #expect(throws: IdentityError.audience) {
            try token.verified(by: Forge.key.publicKey, audience: [], now: Forge.now)
        }
    }

    @Test func oneAudienceInAnArrayAndAnyOfOurNamesAreAccepted() throws {
        #expect(try Forge.refusal(claims: ["aud": #"["\#(Forge.audience)"]"#]) == nil)
        let token = try UnverifiedAssertion(try Forge.token(claims: Forge.claims(["aud": #""b""#])))
        let assertion = try token.verified(by: Forge.key.publicKey, audience: ["a", "b"], now: Forge.now)
        #expect(assertion.subject == Forge.subject)
    }

    @Test func expiredIsRefusedToTheMillisecond() throws {
        let token = try UnverifiedAssertion(try Forge.token())
        let end = Forge.now.adding(seconds: 60)
        func verified(_ now: Timestamp, _ leeway: Int64) throws(IdentityError) -> Assertion {
            try token.verified(by: Forge.key.publicKey, audience: [Forge.audience], now: now, leeway: leeway)
        }
        for leeway: Int64 in [0, 10, 30] {
            let last = end.adding(seconds: leeway)
            #expect(try verified(last.adding(milliseconds: -1), leeway).expires == last, "\(leeway)")
            #expect(throws: IdentityError.expired, "\(leeway)") { try verified(last, leeway) }
        }
        #expect(throws: IdentityError.expired) { try verified(end.adding(seconds: 30), .max) }
        #expect(throws: IdentityError.expired) { try verified(end, .min) }
        #expect(throws: IdentityError.expired) { try verified(end.adding(days: 365), 30) }
    }

    @Test func notYetValidIsRefused() throws {
        for name in ["nbf", "iat"] {
            let bounds = ["exp": "\(seconds + 90)"]
            let early = bounds.merging([name: "\(seconds + 31)"]) { $1 }
            #expect(try Forge.refusal(claims: early) == .notYetValid, "\(name)")
            #expect(try Forge.refusal(claims: bounds.merging([name: "\(seconds + 30)"]) { $1 }) == nil, "\(name)")
            #expect(
                try Forge.refusal(claims: bounds.merging([name: "999999999999999"]) { $1 }) == .notYetValid, "\(name)")
        }
    }

    @Test func lifetimesBeyondFiveMinutesAreRefused() throws {
        #expect(try Forge.refusal(claims: ["exp": "\(seconds + 300)"]) == nil)
        #expect(try Forge.refusal(claims: ["exp": "\(seconds + 301)"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["iat": "\(seconds - 280)", "exp": "\(seconds + 20)"]) == nil)
        #expect(try Forge.refusal(claims: ["iat": "\(seconds - 281)", "exp": "\(seconds + 20)"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["iat": "-999999999999999"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["iat": nil, "exp": "\(seconds + 330)"]) == nil)
        #expect(try Forge.refusal(claims: ["iat": nil, "exp": "\(seconds + 331)"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["exp": "999999999999999"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["exp": "\(seconds)", "iat": "\(seconds)"]) == .lifetime)
        #expect(try Forge.refusal(claims: ["exp": "\(seconds + 5)", "nbf": "\(seconds + 6)"]) == .lifetime)
    }

    @Test func expiryOfAnotherFormIsRefused() throws {
        #expect(try Forge.refusal(claims: ["exp": nil]) == .claim)
        for value in ["\"\(seconds + 60)\"", "true", #"["\#(seconds + 60)"]"#] {
            for name in ["exp", "iat", "nbf"] {
                #expect(try Forge.refusal(claims: [name: value]) == .claim, "\(name) \(value)")
            }
        }
        for value in [
            "\(seconds + 60).0", "\(seconds + 60).5", "1.8e9", "1800000060E0", "9223372036854775807", "1e400", "null",
            "{}",
        ] {
            for name in ["exp", "iat", "nbf"] {
                #expect(try Forge.refusal(claims: [name: value]) == .malformedObject, "\(name) \(value)")
            }
        }
        for value in ["-1", "0", "-999999999999999"] {
            #expect(try Forge.refusal(claims: ["exp": value]) == .expired, "\(value)")
        }
    }

    @Test func issuerOtherThanSubjectIsRefused() throws {
        let other = #""11111111-1111-4111-8111-111111111111""#
        for name in ["iss", "sub"] {
            #expect(try Forge.refusal(claims: [name: other]) == .subject, "\(name)")
            #expect(try Forge.refusal(claims: [name: nil]) == .subject, "\(name)")
            #expect(try Forge.refusal(claims: [name: "1"]) == .subject, "\(name)")
        }
        #expect(try Forge.refusal(claims: ["iss": nil, "sub": nil]) == .subject)
    }

    @Test func subjectsThatAreNoIdAreRefused() throws {
        let wrong = [
            "", "admin", Forge.subject.uppercased(), Forge.subject + " ", String(Forge.subject.dropLast()),
            "../../etc/passwd",
        ]
        for subject in wrong {
            let value = "\"\(subject)\""
            #expect(try Forge.refusal(claims: ["iss": value, "sub": value]) == .subject, "\(subject)")
        }
    }

    @Test func identifiersOfWrongLengthOrAlphabetAreRefused() throws {
        let fifteen = String(repeating: "j", count: 15)
        let wrong = [
            "", fifteen, String(repeating: "j", count: 129), fifteen + " ", fifteen + "/", fifteen + "+", fifteen + "=",
        ]
        for jti in wrong + [fifteen + "'", fifteen + ":", fifteen + #"\""#, fifteen + #"\u002f"#] {
            #expect(try Forge.refusal(claims: ["jti": "\"\(jti)\""]) == .jti, "\(jti)")
        }
        #expect(try Forge.refusal(claims: ["jti": nil]) == .jti)
        #expect(try Forge.refusal(claims: ["jti": "1234567890123456"]) == .malformedObject)
        #expect(try Forge.refusal(claims: ["jti": "123456789012345"]) == .jti)
        for jti in [fifteen + "j", String(repeating: "j", count: 128), "AZaz09-._~AZaz09"] {
            #expect(try Forge.refusal(claims: ["jti": "\"\(jti)\""]) == nil, "\(jti)")
        }
    }

    @Test func claimsThatAreNotUnderstoodAreIgnored() throws {
        #expect(try Forge.refusal(claims: ["scope": #""system/*.read""#, "admin": "true", "groups": #"["a"]"#]) == nil)
    }

    @Test func aSubjectCanBeReadBeforeItIsBelieved() throws {
        let token = try UnverifiedAssertion(try Forge.token(key: KeyPair()))
        #expect(token.claimedSubject == Forge.subject)
        #expect(Forge.refusal(try Forge.token(key: KeyPair())) == .signature)
    }

    @Test func outwardsEveryRefusalIsTheSame() {
        #expect(IdentityError.publicText == "invalid_client")
        for code in IdentityError.allCases { #expect("\(code)" != IdentityError.publicText) }
        #expect(Set(IdentityError.allCases.map(\.rawValue)).count == IdentityError.allCases.count)
    }
}
