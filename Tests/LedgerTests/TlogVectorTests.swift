import Foundation
import LedgerCheck
import Testing

@testable import Ledger

/// A log of another implementation: sixteen signed checkpoints, tiles and bundles.
@Suite(.enabled(if: Fixtures.hasVectors, "the shared vectors are not here"))
struct TlogVectorTests {
    private let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf", "threeten",
        "fourten", "fivten",
    ]
    private let vkey = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

    private func root() throws -> String {
        try #require(Fixtures.shared).appendingPathComponent("vectors/tlog/log").path
    }

    @Test func checkpointsVerifyAndHaveOurRoots() throws {
        let verifier = try NoteVerifier(vkey: vkey)
        var tree = CompactTree()
        for size in 0...words.count {
            let bytes = try Fixtures.read("\(root())/checkpoint.\(size)")
            let signed = try SignedCheckpoint(bytes, verifier: verifier)
            #expect(signed.size == UInt64(size) && signed.root == tree.root, "\(size)")
            #expect(signed.bytes == bytes && signed.checkpoint.text == signed.note.text, "\(size)")
            if size < words.count { tree.append(TreeHash.leaf(Array(words[size].utf8))) }
        }
        #expect(verifier.key.vkey == vkey)
    }

    @Test func tilesAndBundlesAreTheSameBytes() throws {
        var builder = TileBuilder(size: 0, edges: [], bundle: [])
        for word in words {
            var prefixed: [UInt8] = []
            EntryBundle.append(Array(word.utf8), to: &prefixed)
            builder.append(prefixed[...], leaf: TreeHash.leaf(Array(word.utf8)))
            let files = builder.takeFiles()
            #expect(files.count == 2)
            for file in files { #expect(try Fixtures.read("\(root())/\(file.path)") == file.content, "\(file.path)") }
        }
    }

    @Test func readerReadsAndVerificationAccepts() throws {
        let verifier = try NoteVerifier(vkey: vkey)
        var reader = try LedgerReader(directory: root(), verifier: verifier)
        for (index, word) in words.enumerated() {
            #expect(try reader.entry(at: UInt64(index)) == Array(word.utf8))
            _ = try reader.inclusionProof(of: UInt64(index), size: 15)
        }
        let report = try LedgerVerification.run(directory: root(), verifier: verifier)
        #expect(report.problems == [] && report.size == 15)
    }
}
