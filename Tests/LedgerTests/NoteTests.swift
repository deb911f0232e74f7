import Testing

@testable import Ledger

struct NoteTests {
    private func note(_ text: String = "line one\n\nline two\n") throws -> SignedNote {
        SignedNote(text: Array(text.utf8), signatures: [try Fixtures.signer().sign(Array(text.utf8))])
    }

    @Test func roundTripAndVerify() throws {
        let note = try note()
        #expect(try SignedNote(note.bytes) == note)
        #expect(note.isSigned(by: try Fixtures.verifier()))
        let other = try NoteVerifier(key: Fixtures.signer(seed: 8).key)
        #expect(!note.isSigned(by: other))
    }

    @Test func everyFlippedBitIsRefused() throws {
        let bytes = try note().bytes
        let verifier = try Fixtures.verifier()
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                let accepted = (try? SignedNote(changed))?.isSigned(by: verifier) ?? false
                #expect(!accepted, "byte \(index) bit \(bit)")
            }
        }
    }

    @Test func malformedNotesAreRefused() throws {
        let good = String(decoding: try note().bytes, as: UTF8.self)
        let line = try #require(good.split(separator: "\n").last)
        let bad = [
            "", "\n", "\n\n", "text\n", "text\n\n", good.replacing("\u{2014}", with: "-"), String(good.dropLast()),
            good + "\n", good.replacing("line one", with: "line\tone"), "text\n\u{2014} a b\n", good + "x\n",
            "text\n\n\(line)  \n", "text\n\n\u{2014} name AAAA\n", "text\n\n\u{2014} na+me AAAAAAAA\n",
        ]
        for text in bad { #expect(throws: LedgerError.self, "\(text)") { try SignedNote(Array(text.utf8)) } }
        #expect(throws: LedgerError.self) { try SignedNote([0x61, 0xFF, 0x0A, 0x0A]) }
        let long = [UInt8](repeating: 0x61, count: SignedNote.sizeLimit) + [0x0A]
        #expect(throws: LedgerError(.oversized, position: UInt64(SignedNote.sizeLimit))) { try SignedNote(long) }
    }

    @Test func malformedKeysAreRefused() throws {
        let vkey = try Fixtures.signer().key.vkey
        #expect(try NoteKey(vkey: vkey).vkey == vkey)
        let bad = [
            "", "a+b", "+00000000+AAAA", vkey + "A", vkey.uppercased(), "x" + vkey, vkey.replacing("+", with: " "),
        ]
        for text in bad { #expect(throws: LedgerError.self, "\(text)") { try NoteKey(vkey: text) } }
    }

    @Test func checkpointTextIsStrict() throws {
        let root = Base64.encode(TreeHash.empty.bytes)
        #expect(try Checkpoint(text: Array("o\n0\n\(root)\nextension\n".utf8)).size == 0)
        let bad = [
            "", "o\n", "o\n1\n", "\n1\n\(root)\n", "o\n01\n\(root)\n", "o\n-1\n\(root)\n", "o\n+1\n\(root)\n",
            "o\n9223372036854775808\n\(root)\n", "o\n1\n\(root)", "o\n1\n\(root)\n\n", "o\n1\nAAAA\n",
            "o\n1 \n\(root)\n",
        ]
        for text in bad { #expect(throws: LedgerError.self, "\(text)") { try Checkpoint(text: Array(text.utf8)) } }
    }

    @Test func cosignatureSignsItsTime() throws {
        let signer = try Fixtures.cosigner()
        let verifier = try NoteVerifier(vkey: signer.key.vkey)
        let text = Array("o\n1\nx\n".utf8)
        let line = try SignatureLine(try signer.sign(text, time: 1_679_315_147).text.dropLast())
        #expect(verifier.verify(line, for: text) == 1_679_315_147)
        for index in line.signature.indices {
            var changed = line.signature
            changed[index] ^= 1
            let forged = SignatureLine(name: line.name, keyID: line.keyID, signature: changed)
            #expect(verifier.verify(forged, for: text) == nil, "byte \(index)")
        }
        let early = try signer.sign(text, time: UInt64(Int64.max) + 1)
        #expect(verifier.verify(early, for: text) == nil)
    }
}
