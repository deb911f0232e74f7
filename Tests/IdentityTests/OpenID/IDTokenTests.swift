import Foundation
import Testing
import Vocabulary

@testable import Identity

/// ID tokens (OpenID Connect Core 1.0 §3.1.3.7): an honest one is accepted, each row of the table is refused with its word.
@Suite struct IDTokenTests {
    @Test(arguments: OpenIDProvider.Algorithm.allCases)
    func anHonestTokenIsAccepted(algorithm: OpenIDProvider.Algorithm) throws {
        let identity = try IDTokenForge(algorithm).verify(try IDTokenForge(algorithm).token())
        #expect(identity.issuer == IDTokenForge.issuer && identity.subject == "f:550dc1c8:899700218896")
        #expect(identity.rpps == "99700218896" && identity.acr == "eidas1")
        #expect(identity.authenticatedAt == IDTokenForge.now.adding(seconds: -60))
    }

    @Test func whatProvidersMayLeaveOutOrAddIsAccepted() throws {
        let seconds = IDTokenForge.now.seconds
        let rows: [[String: String]] = [
            ["azp": IDTokenForge.absent], ["at_hash": IDTokenForge.absent], ["aud": #"["colloque"]"#],
            ["acr": "\"eidas2\""],
            ["SubjectNameID": "\"99700218896\""], ["nbf": "0"], ["nbf": "\(seconds + 30)"], ["exp": "\(seconds - 29)"],
            ["iat": "\(seconds + 30)"], ["iat": "\(seconds - 150)"], ["auth_time": "\(seconds - 3630)"],
            ["sub": "\"\(String(repeating: "a", count: 255))\""], ["x": "[[[[[[[[]]]]]]]]"], ["x": "-1.5E+10"],
            ["x": #""\\\"]}\u00e9\n""#], ["x": #"{"iss":"https://evil.example","iss":1}"#], ["x": "\"日本\""],
            ["x": "\"\(String(repeating: "a", count: 10_000))\""],
        ]
        for row in rows {
            var forge = IDTokenForge()
            forge.claims = row
            #expect(try forge.refusal() == nil, "\(row)")
        }
        var forge = IDTokenForge()
        forge.header["typ"] = IDTokenForge.absent
        #expect(try forge.refusal() == nil)
        forge = IDTokenForge()
        for index in 0..<48 { forge.claims["x\(index)"] = "null" }
        #expect(try forge.refusal() == nil)
    }

    @Test func everyHostileTokenIsRefused() throws {
        var (count, accepted) = (0, 0)
        for attack in IDTokenAttack.all {
            for algorithm in OpenIDProvider.Algorithm.allCases {
                var forge = IDTokenForge(algorithm)
                try attack.change(&forge)
                guard let word = try forge.refusal() else {
                    Issue.record("accepted: \(attack) \(algorithm)")
                    accepted += 1
                    continue
                }
                // Under the provider's own algorithm it is the signature that is wrong; under another, or another kid, that.
                let isConfusion = attack.description.hasPrefix("HMAC") && [.algorithm, .signature].contains(word)
                #expect(word == attack.word || isConfusion, "\(attack) \(algorithm): \(word)")
                count += 1
            }
        }
        #expect(accepted == 0 && count == IDTokenAttack.all.count * 3)
        print("ID tokens: hostile \(IDTokenAttack.all.count) in 3 algorithms, refused \(count), accepted \(accepted)")
    }

    @Test(arguments: OpenIDProvider.Algorithm.allCases)
    func noByteOfATokenMayChange(algorithm: OpenIDProvider.Algorithm) throws {
        let forge = IDTokenForge(algorithm)
        let (request, keys) = (try forge.request(), try OpenIDKeySet(Array(forge.keys.utf8)))
        func isAccepted(_ bytes: some Collection<UInt8>) -> Bool {
            (try? UnverifiedIDToken(String(decoding: bytes, as: UTF8.self)).verified(
                for: request, accessToken: forge.accessToken, by: keys, now: forge.now)) != nil
        }
        let token = Array(try forge.token().utf8)
        #expect(isAccepted(token))
        for index in token.indices {
            for value in [token[index] ^ 1, token[index] == UInt8(ascii: "A") ? UInt8(ascii: "_") : UInt8(ascii: "A")] {
                var changed = token
                changed[index] = value
                #expect(!isAccepted(changed), "\(index) \(value)")
            }
        }
        for length in stride(from: 0, to: token.count, by: 5) { #expect(!isAccepted(token[..<length]), "\(length)") }
    }

    /// Under a right signature, a provider that writes anything at all.
    @Test func noByteOfTheClaimsDoesHarm() throws {
        var random = SplitMix(state: 21)
        let honest = try IDTokenForge(.es256).verify(try IDTokenForge(.es256).token())
        let claims = Array(try IDTokenForge(.es256).claimsText().utf8)
        var accepted = 0
        for index in claims.indices {
            for _ in 0..<4 {
                var changed = claims
                changed[index] = UInt8.random(in: 0...255, using: &random)
                var forge = IDTokenForge(.es256)
                let input = Base64URL.text(forge.headerText().utf8) + "." + Base64URL.text(changed)
                let signature = try forge.signer.signature(Array(input.utf8))
                forge.leeway = 0
                guard let identity = try? forge.verify(input + "." + Base64URL.text(signature)) else { continue }
                #expect(identity.issuer == honest.issuer && identity.rpps.utf8.count == 11)
                accepted += 1
            }
        }
        #expect(accepted > 0 && accepted < claims.count * 4)
    }
}
