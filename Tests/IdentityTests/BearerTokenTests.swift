import Crypto
import Testing
import Vocabulary

@testable import Identity

/// Bearer tokens: read exactly, matched by digest, never printed.
@Suite struct BearerTokenTests {
    @Test func aTokenIsFoundByItsDigestOnly() throws {
        let token = BearerToken()
        let shown = try #require(BearerToken(text: token.exposedText()))
        #expect(token.exposedText().count == 43)
        #expect(token.digest.matches(shown))
        #expect(!token.digest.matches(BearerToken()))
        let stored = try #require(BearerToken.Digest(bytes: token.digest.bytes))
        #expect(stored == token.digest && stored.matches(shown))
        let raw = try #require(Base64URL.decode(token.exposedText().utf8))
        #expect(token.digest.bytes == Array(SHA256.hash(data: raw)))
    }

    @Test func everyFlippedBitOfADigestIsRefused() throws {
        let token = BearerToken()
        for bit in 0..<256 {
            var bytes = token.digest.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try #require(BearerToken.Digest(bytes: bytes)).matches(token) == false, "\(bit)")
        }
        for count in [0, 31, 33, 64] { #expect(BearerToken.Digest(bytes: [UInt8](repeating: 0, count: count)) == nil) }
    }

    @Test func otherTextIsNoToken() {
        let text = BearerToken().exposedText()
        let wrong = [
            "", " " + text, text + " ", text + "=", String(text.dropLast()), text + "A", "+" + text.dropFirst(),
        ]
        for other in wrong + [String(repeating: "A", count: 1 << 20), String(repeating: "é", count: 43)] {
            #expect(BearerToken(text: other) == nil, "\(other.count)")
        }
        // 43 characters hold 258 bits: the two left over must be zero.
        #expect(BearerToken(text: String(repeating: "A", count: 42) + "B") == nil)
        #expect(BearerToken(text: String(repeating: "A", count: 42) + "E") != nil)
    }

    @Test func aTokenDoesNotPrint() throws {
        let token = BearerToken()
        var dumped = "\(token) \(String(reflecting: token))"
        dump(token, to: &dumped)
        let bytes = try #require(Base64URL.decode(token.exposedText().utf8))
        #expect(!dumped.contains(token.exposedText()))
        #expect(!dumped.contains(bytes.map { String($0) }.joined(separator: ", ")))
    }

    @Test func tokensDiffer() {
        #expect(Set((0..<1000).map { _ in BearerToken().exposedText() }).count == 1000)
    }
}
