import Testing
import Vocabulary

@testable import Identity

/// Whose pages may ask for passkeys.
@Suite struct RelyingPartyTests {
    @Test func originsOfTheDomainAreAccepted() throws {
        for (id, origin) in [
            ("example.org", "https://example.org"), ("example.org", "https://a.b.example.org:8443"),
            ("localhost", "https://localhost:4443"), ("xn--caf-dma.example", "https://xn--caf-dma.example"),
        ] { #expect(try RelyingParty(id: id, origins: [origin]).origins == [origin]) }
    }

    @Test func otherOriginsAreRefused() throws {
        for origin in [
            "", "https://", "https://example.com", "https://badexample.org", "https://example.org.evil.example",
            "http://example.org", "https://example.org/", "https://example.org:", "https://example.org:0",
            "https://example.org:443", "https://example.org:0444", "https://example.org:+444",
            "https://example.org:65536",
            "https://example.org:1:2", "https://Example.org", "https://.example.org", "https://a..example.org",
            "https://user@example.org", "https://example.org?", "https://éxample.org", "https://org", "null",
        ] {
            #expect(throws: PasskeyError.relyingParty, "\(origin)") {
                try RelyingParty(id: "example.org", origins: [origin])
            }
        }
        for id in ["", ".", "example.org.", "Example.org", "https://example.org", "example.org:443", "a b", "*.org"] {
            #expect(throws: PasskeyError.relyingParty, "\(id)") { try RelyingParty(id: id, origins: ["https://\(id)"]) }
        }
        #expect(throws: PasskeyError.relyingParty) { try RelyingParty(id: "example.org", origins: []) }
    }
}
