import Crypto
import Foundation
import JSONTree
import Ledger
import Testing
import Vocabulary

@testable import Response

@Suite struct CertificateTests {
    @Test func everyPracticesCertificateHoldsAndSaysWhatTheEntriesSay() async throws {
        for seed in 21...24 as ClosedRange<UInt64> {
            let ledger = try SmallLedger(entries: 700, seed: seed)
            defer { ledger.remove() }
            try await ledger.write(unpublished: Int(seed) * 3)
            var numbers = SeededNumbers(seed: seed)
            for turn in 0..<12 {
                let certified = try Certified(ledger, .random(ledger, &numbers))
                #expect(certified.certificates.count == certified.result.practices.count)
                for certificate in certified.certificates {
                    try Self.check(certificate, ledger, certified.query, "seed \(seed), question \(turn)")
                }
            }
        }
    }

    private static func check(
        _ certificate: ScopeCertificate, _ ledger: SmallLedger, _ query: ScopeQuery, _ comment: Comment
    ) throws {
        let bytes = try certificate.encoded(certificate.verify(ledger.verifier))
        let (read, said) = try ScopeCertificate.reading(bytes)
        #expect(read == certificate, comment)
        let verdict = try read.verify(ledger.verifier)
        try verdict.check(said)
        let plain = PlainScope(ledger.entries.prefix(Int(certificate.end.index)), query)
        for tier in verdict.scope.tiers {
            let keys = plain.keys.filter { $0.practice == certificate.practice && $0.tier == tier.tier }
            #expect(tier.people == Bounds(Int64(keys.count)), comment)
        }
        // Nothing of another practice stands in it, packed or not.
        let text = String(decoding: bytes, as: UTF8.self) + String(decoding: certificate.entries, as: UTF8.self)
        for other in ledger.practices where other != certificate.practice {
            #expect(!text.contains(other.description), comment)
            for member in ledger.members[other] ?? [] {
                #expect(!text.contains(member.description), comment)
                #expect(ledger.sessions[member].map { !text.contains($0.description) } ?? true, comment)
            }
        }
    }

    @Test func anotherKeyOrNoWitnessIsRefused() async throws {
        let ledger = try SmallLedger(entries: 300, seed: 31)
        defer { ledger.remove() }
        try await ledger.write()
        let other = try NoteSigner(name: "example.com/ledger", privateKey: Curve25519.Signing.PrivateKey())
        let witness = try NoteSigner(
            name: "example.com/witness", privateKey: Curve25519.Signing.PrivateKey(), algorithm: .cosignature)
        let witnessKey = try NoteVerifier(key: witness.key)
        let certificate = try #require(try Certified(ledger, ScopeQuery()).certificates.first)
        #expect(throws: ScopeError("checkpoint", "is not signed by the ledger's key")) {
            try certificate.verify(try NoteVerifier(key: other.key))
        }
        #expect(throws: ScopeError("checkpoint", "is cosigned by no such witness")) {
            try certificate.verify(ledger.verifier, witnesses: [witnessKey])
        }
        let note = try SignedNote(certificate.note)
        let cosigned = SignedNote(text: note.text, signatures: note.signatures + [try witness.sign(note.text, time: 7)])
        let verdict = try certificate.changed(note: cosigned.bytes).verify(ledger.verifier, witnesses: [witnessKey])
        #expect(verdict.cosigned == ["example.com/witness"])
    }

    @Test func aChangedByteOfTheFileIsRefusedOrChangesNothingThatIsSaid() async throws {
        let ledger = try SmallLedger(practices: 2, entries: 200, seed: 32)
        defer { ledger.remove() }
        try await ledger.write()
        var query = ScopeQuery()
        query.gateways = Set(ledger.gateways)
        let certificate = try #require(try Certified(ledger, query).certificates.first)
        let bytes = try certificate.encoded(certificate.verify(ledger.verifier))
        let (_, said) = try ScopeCertificate.reading(bytes)
        var numbers = SeededNumbers(seed: 33)
        for _ in 0..<1_500 {
            var changed = bytes
            let place = Int.random(in: 0..<changed.count, using: &numbers)
            changed[place] = UInt8.random(in: 0x20...0x7E, using: &numbers)
            guard let (read, result) = try? ScopeCertificate.reading(changed),
                let verdict = try? read.verify(ledger.verifier, expected: query), (try? verdict.check(result)) != nil
            else { continue }
            // What is left to change: how a number is written, and what was verified, which proves nothing.
            #expect(result["result"] == said["result"], "place \(place)")
        }
    }

    @Test func hostileFilesAreRefusedWithTheirPart() {
        let texts = ["", "{}", "[1]", #"{"format":"colloque-scope-certificate-1"}"#, #"{"format":"x"}"#]
        for text in texts { #expect(throws: ScopeError.self) { try ScopeCertificate.reading(Array(text.utf8)) } }
        let bomb = """
            {"format":"\(ScopeCertificate.format)","promise":"\(ScopeCertificate.promise)","practice":"\(PracticeID.random())","query":{},
            "checkpoint":"","verified":1,"end":{},"result":{},"entries":{"length":1000000000,"zlib":"eJw="}}
            """
        #expect(throws: ScopeError.self) { try ScopeCertificate.reading(Array(bomb.utf8)) }
    }

    @Test func withoutAnIndexEntryBehindThereIsNone() async throws {
        let ledger = try SmallLedger(entries: 100, indexEvery: 1_000, seed: 34)
        defer { ledger.remove() }
        try await ledger.write(bytes: ledger.bytes.dropLast())
        #expect(throws: ScopeError("ledger", "has no index entry behind what was counted")) {
            try Certified(ledger, ScopeQuery())
        }
    }
}
