import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite struct BoxTests {
    @Test func roundTripAndBinding() throws {
        let secret = try RecipientSecret.random()
        let recipient = try RecipientKey(text: secret.publicKey.text)
        for length in [0, 1, 100_000] {
            let plaintext = SecretBytes.random(count: length)
            let sealed = try Box.seal(plaintext, to: recipient, purpose: "export", context: [1])
            let box = try Box(bytes: sealed.bytes)
            #expect(box.bytes.count == 1137 + length)
            #expect(try box.open(with: secret, purpose: "export", context: [1]).copy == plaintext.copy)
            expectError(.notAuthentic) { _ = try box.open(with: secret, purpose: "day-pack", context: [1]) }
            expectError(.notAuthentic) { _ = try box.open(with: secret, purpose: "export", context: [2]) }
            expectError(.notAuthentic) { _ = try box.open(with: try .random(), purpose: "export", context: [1]) }
        }
    }

    @Test func alteredOrCutBoxesRefuse() throws {
        let secret = try RecipientSecret.random()
        let stored = try Box.seal(.random(count: 40), to: secret.publicKey, purpose: "p", context: []).bytes
        for index in stride(from: 0, to: stored.count, by: 7) {
            var altered = stored
            altered[index] ^= 0x10
            #expect(throws: SealingError.self, "byte \(index)") {
                try Box(bytes: altered).open(with: secret, purpose: "p", context: [])
            }
            #expect(throws: SealingError.self, "length \(index)") {
                try Box(bytes: Array(stored[..<index])).open(with: secret, purpose: "p", context: [])
            }
        }
    }

    @Test func recipientTextsAreStrict() throws {
        let secret = try RecipientSecret.random()
        let text = secret.publicKey.text
        for bad in ["", text + "\n", " " + text, String(text.dropLast()), text + "A", text.replacing("v1", with: "v2")]
        {
            expectError(.malformed) { _ = try RecipientKey(text: bad) }
        }
        let kept = String(decoding: secret.contents.copy, as: UTF8.self)
        #expect(try RecipientSecret(contents: SecretBytes(text: kept)).publicKey.text == text)
        for bad in ["", kept + "\n", " " + kept, String(kept.dropLast(2)), kept.replacing("v1", with: "v2"), text] {
            #expect(throws: SealingError.self) { try RecipientSecret(contents: SecretBytes(text: bad)) }
        }
    }

    @Test func limits() throws {
        let secret = try RecipientSecret.random()
        let long = [UInt8](repeating: 1, count: 4097)
        expectError(.tooLarge) { _ = try Box.seal(.random(count: 1), to: secret.publicKey, purpose: "", context: long) }
        expectError(.malformed) { _ = try Box(bytes: [1]) }
    }
}
