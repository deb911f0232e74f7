import Crypto
import Foundation
import Testing
import Vocabulary

@testable import Identity

/// What is asked of a provider, and what it may be.
@Suite struct OpenIDRequestTests {
    private func request(
        _ nonce: [UInt8] = IDTokenForge.nonce, _ key: PublicKey = IDTokenForge.clientKey
    ) throws -> OpenIDRequest { try OpenIDRequest(to: IDTokenForge.provider(.rs256), nonce: nonce, key: key) }

    @Test func nonceAndStateAreHashesOfTheirFields() throws {
        let made = try request()
        for (format, text) in [("colloque/openid-nonce/1", made.nonce), ("colloque/openid-state/1", made.state)] {
            var written = [UInt8]()
            for field in [Array(format.utf8), IDTokenForge.nonce, Array(IDTokenForge.clientKey.thumbprint.utf8)] {
                written += CBOR.bigEndian(field.count, 4) + field
            }
            #expect(text == Base64URL.text(SHA256.hash(data: written)))
        }
    }

    @Test func anyOtherInputIsAnotherRequest() throws {
        var seen = Set<String>()
        for nonce in [16, 17, 32, 64].map({ [UInt8](repeating: 0, count: $0) }) {
            for key in [IDTokenForge.someKey(), IDTokenForge.someKey()] {
                let made = try request(nonce, key)
                seen.formUnion([made.nonce, made.state, made.verifier.exposedText()])
            }
        }
        #expect(seen.count == 24)
        for count in [0, 15, 65] {
            #expect(throws: IdentityError.nonce) { try request([UInt8](repeating: 1, count: count)) }
        }
    }

    /// RFC 7636 appendix B.
    @Test func theChallengeIsThatOfTheRFC() throws {
        let verifier = try #require(BearerToken(text: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        let made = try OpenIDRequest(
            to: IDTokenForge.provider(.rs256), nonce: IDTokenForge.nonce, key: IDTokenForge.clientKey,
            verifier: verifier)
        let parts = try #require(URLComponents(string: made.url))
        let query = Dictionary(uniqueKeysWithValues: (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        #expect(made.url.hasPrefix("https://wallet.bas.example/auth?"))
        #expect(
            query == [
                "response_type": "code", "client_id": "colloque", "scope": "openid scope_all", "state": made.state,
                "redirect_uri": "https://console.colloque.example/back", "nonce": made.nonce,
                "acr_values": "eidas1 eidas2",
                "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256",
                "max_age": "3600",
            ])
        #expect(!made.url.contains("dBjftJ"))
    }

    @Test func formsAreEncoded() {
        #expect(OpenIDRequest.form([("a", "b c&d=e+f%/é"), ("g", "")]) == "a=b%20c%26d%3De%2Bf%25%2F%C3%A9&g=")
    }

    @Test func addressesAreHTTPSOrThisMachine() {
        for address in [
            "https://a.example", "https://a.example:8443/x", "http://127.0.0.1:80/x", "http://localhost",
            "http://[::1]:1/",
        ] { #expect(OpenIDProvider.isSafe(address: address), "\(address)") }
        for address in [
            "", "http://a.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example/",
            "http://127.0.0.10",
            "http://localhost@evil.example", "http://127.0.0.1:80@evil.example", "https://u:p@a.example",
            "ftp://a.example",
            "https://a.example?x", "https://a.example#x", "https:///x", "https://a.example/../x", "file:///x",
            "//a.example",
            "https://a.example/é", "https://a.example:0x50",
        ] { #expect(!OpenIDProvider.isSafe(address: address), "\(address)") }
    }

    @Test func settingsThatAreNotSoundAreRefused() throws {
        func made(
            issuer: String = IDTokenForge.issuer, asked: String = "https://a.example/auth", client: String = "c",
            back: String = "https://a.example/",
            scope: String = "openid", acr: [String] = ["eidas1"], claim: String = "SubjectNameID", age: Int64 = 0
        ) throws {
            _ = try OpenIDProvider(
                issuer: issuer, clientID: client, authorizationEndpoint: asked, redirectURI: back, scope: scope,
                algorithm: .rs256, acrValues: acr, rppsClaim: claim, maximumAge: age)
        }
        try made()
        #expect(throws: IdentityError.provider) { try made(issuer: "http://a.example") }
        #expect(throws: IdentityError.provider) { try made(asked: "http://a.example/auth") }
        #expect(throws: IdentityError.provider) { try made(asked: "https://a.example/auth?x") }
        #expect(throws: IdentityError.provider) { try made(client: "") }
        #expect(throws: IdentityError.provider) { try made(back: "https://a.example/?x") }
        #expect(throws: IdentityError.provider) { try made(scope: "profile openidx") }
        for acr in [[], [""], ["a", ""], ["a b"]] { #expect(throws: IdentityError.provider) { try made(acr: acr) } }
        for claim in ["", "sub", "acr", "aud"] { #expect(throws: IdentityError.provider) { try made(claim: claim) } }
        for age: Int64 in [-1, 86_401, .max] { #expect(throws: IdentityError.provider) { try made(age: age) } }
    }
}
