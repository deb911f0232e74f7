import Foundation
import Testing
import Vocabulary

@testable import Identity

/// Proofs that were damaged: none is accepted, nothing crashes.
@Suite struct ProofFuzzTests {
    private static func rich() throws -> String {
        let named = RequestProof.Named(
            patients: [.random(), .random()], tiers: [.identity, .restricted],
            terms: [SearchTerm(.family, "Lefèvre \"\\"), SearchTerm(.birthdate, "1970-01-31")],
            booking: RequestProof.Booking(patient: .random(), professional: .random(), day: CivilDate(days: 20_000)))
        return try ProofForge.key.proof(
            method: "GET", url: ProofForge.url, tokenHash: ProofForge.tokenHash, nonce: ProofForge.nonce, named: named,
            now: ProofForge.now)
    }

    /// Whether damaged bytes are accepted. A String made of bytes that are no UTF-8 holds replacement characters.
    private func isAccepted(_ bytes: some Collection<UInt8>) -> Bool {
        ProofForge.refusal(String(decoding: bytes, as: UTF8.self)) == nil
    }

    @Test func everyBitOfEveryByteCounts() throws {
        let bytes = Array(try Self.rich().utf8)
        #expect(isAccepted(bytes))
        var refused = 0
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                if isAccepted(changed) { Issue.record("byte \(index), bit \(bit)") } else { refused += 1 }
            }
        }
        #expect(refused == bytes.count * 8)
    }

    @Test func everyTruncationAndRandomDamageIsRefused() throws {
        let bytes = Array(try Self.rich().utf8)
        for length in 0..<bytes.count { #expect(!isAccepted(bytes.prefix(length)), "\(length)") }
        var dice = SplitMix(state: 23)
        var accepted = 0
        for _ in 0..<5_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let index = Int.random(in: 0..<changed.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: changed[index] = UInt8.random(in: 0...255, using: &dice)
                case 1: changed.remove(at: index)
                case 2: changed.insert(UInt8.random(in: 0...255, using: &dice), at: index)
                default: changed.replaceSubrange(index..<min(index + 9, changed.count), with: changed.prefix(7))
                }
            }
            if changed != bytes, isAccepted(changed) { accepted += 1 }
        }
        #expect(accepted == 0)
    }

    /// The reader behind the signature: JSON of the same pieces in any order, signed anew each time. What it takes, it takes as
    /// `JSONSerialization` does, where that takes it.
    @Test func signedNonsenseNamesNothingThatAnotherReaderDoesNotSee() throws {
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\"pat\"", "\"tiers\"", "\"terms\"", "\"book\"", "\"identity\"",
            "\"family:é\"",
            "\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "1", "-0", "1e9", "true", "null", "\\", " ", "\u{0}",
            "\"\(ProofForge.patient)\"",
            "{\"patient\":\"a\"}", "[]", "{}",
        ]
        var dice = SplitMix(state: 29)
        var (read, compared) = (0, 0)
        for round in 0..<60_000 {
            var text = (0..<Int.random(in: 1...9, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
                .joined()
            if round % 2 == 0 {
                let values = ["[\(text)]", text, "{\"x\":\(text)}"]
                text = "{\"terms\":\(values[round / 2 % 3]),\"book\":{\"day\":\"a\"}}"
            }
            guard let object = try? FlatObject(Array(text.utf8), form: ProofClaims.form) else { continue }
            read += 1
            let other = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            #expect(other?.count == object.members.count, "\(text)")
            if case .strings(let terms) = object.members["terms"] {
                compared += 1
                #expect(other?["terms"] as? [String] == terms, "\(text)")
            }
        }
        #expect(read > 300 && compared > 300, "\(read) \(compared)")
    }

    @Test func overLongIsRefusedAtOnce() throws {
        let most = String(repeating: "A", count: UnverifiedRequestProof.maximumLength + 1)
        for text in [most, String(repeating: ".", count: 1 << 20), String(repeating: "é", count: 1 << 20)] {
            #expect(ProofForge.refusal(text) == .malformedToken)
        }
        let deep = String(repeating: "[", count: 5000)
        #expect(try ProofForge.refusal(claims: ["terms": deep]) == .malformedObject)
        #expect(try ProofForge.refusal(claims: ["book": String(repeating: #"{"a":"#, count: 900)]) == .malformedObject)
    }

    /// The most that may be asked for still fits.
    @Test func theLargestProofFits() throws {
        let value = String(repeating: "é", count: 128)
        let terms = (0..<16).map { SearchTerm(SearchTerm.Field.allCases[$0 % 11], "\($0)" + value.dropLast()) }
        let named = RequestProof.Named(
            patients: Set((0..<20).map { _ in .random() }), tiers: .all, terms: Set(terms),
            booking: RequestProof.Booking(patient: .random(), professional: .random(), day: CivilDate(days: 20_000)))
        let proof = try ProofForge.key.proof(
            method: "GET", url: ProofForge.url, tokenHash: ProofForge.tokenHash, nonce: ProofForge.nonce, named: named,
            now: ProofForge.now)
        #expect(try ProofForge.verify(proof).named == named)
    }
}
