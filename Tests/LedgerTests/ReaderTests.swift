import Foundation
import LedgerCheck
import Testing

@testable import Ledger

struct ReaderTests {
    private let folder: TemporaryDirectory
    private let log: String
    private let entries = TestEntries.make(530)

    /// 300 entries published, 230 more in the journal.
    init() throws {
        folder = try TemporaryDirectory()
        log = folder.path + "/log"
        var options = Fixtures.options()
        options.segmentBytes = 1 << 20
        let first = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
        for entry in entries[..<300] { _ = try first.append([entry]) }
        first.close()
        let second = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
        for start in stride(from: 300, to: 530, by: 23) {
            _ = try second.append(Array(entries[start..<start + 23])).waitBlocking()
        }
        second.abandon()
    }

    @Test func everyEntryRootAndProofAcrossTilesAndJournal() throws {
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        let leaves = entries.map { TreeHash.leaf($0) }
        #expect(reader.size == 530 && reader.store.size == 300)
        for size in [0, 1, 255, 256, 299, 300, 301, 384, 512, 513, 529, 530] {
            #expect(try reader.root(at: UInt64(size)) == Reference.root(leaves[..<size]), "\(size)")
            for index in stride(from: 0, to: size, by: 41) {
                let proof = try reader.inclusionProof(of: UInt64(index), size: UInt64(size))
                #expect(proof == Reference.path(index, leaves[..<size]), "\(index) of \(size)")
            }
            for first in stride(from: 1, to: size, by: 67) {
                let proof = try reader.consistencyProof(from: UInt64(first), to: UInt64(size))
                #expect(proof == Reference.consistency(first, leaves[..<size]), "\(first) to \(size)")
            }
        }
    }

    @Test func forEachHandsOutExactlyTheRange() throws {
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        for (lower, upper) in [(0, 530), (0, 0), (255, 257), (299, 301), (300, 530), (310, 420), (7, 290)] {
            var expected = lower
            try reader.forEach(from: UInt64(lower), to: UInt64(upper)) { index, span in
                #expect(index == UInt64(expected))
                #expect(unsafe span.withUnsafeBytes { unsafe Array($0) } == entries[expected])
                expected += 1
            }
            #expect(expected == upper)
        }
        #expect(throws: LedgerError.self) { try reader.forEach(from: 0, to: 531) { _, _ in } }
        #expect(throws: LedgerError.self) { try reader.entry(at: 530) }
        #expect(throws: LedgerError.self) { try reader.root(at: .max) }
        #expect(throws: LedgerError.self) { try reader.inclusionProof(of: .max, size: .max) }
    }

    @Test func onlyThePublishedPartWhenAsked() throws {
        let reader = try LedgerReader(directory: log, verifier: Fixtures.verifier(), journal: false)
        #expect(reader.size == 300)
        #expect(throws: LedgerError(.missing, file: "checkpoint")) {
            try LedgerReader(directory: folder.path, verifier: Fixtures.verifier())
        }
    }

    @Test func verificationCoversTheJournal() throws {
        let report = try LedgerVerification.run(directory: log, verifier: Fixtures.verifier(), linker: TestEntries.link)
        #expect(report.problems == [] && report.size == 530 && report.map?.size == 530)
        let file = try #require(Fixtures.files(log + "/journal").first { $0 != "spare" })
        var bytes = try Fixtures.read("\(log)/journal/\(file)")
        bytes[700] ^= 4
        try Fixtures.write(bytes, "\(log)/journal/\(file)")
        let damaged = try LedgerVerification.run(directory: log, verifier: Fixtures.verifier())
        #expect(damaged.problems.map(\.file) == ["journal/\(file)"])
    }
}
