import Foundation
import LedgerCheck
import Testing

@testable import Ledger
@testable import LedgerTests

/// Whatever is changed in a published log is found and located; nothing is found in healthy ones.
struct TamperTests {
    private let folder: TemporaryDirectory
    private let log: String
    private let entries = TestEntries.make(600)

    init() throws {
        folder = try TemporaryDirectory()
        log = folder.path + "/log"
        try StaticLog.write(entries, to: log, publishedAt: [520, 560])
    }

    private func verify(_ path: String? = nil, known: [Checkpoint] = []) throws -> VerificationReport {
        try LedgerVerification.run(
            directory: path ?? log, verifier: Fixtures.verifier(), linker: TestEntries.link, known: known)
    }

    @Test func healthyLogsHaveNoProblems() throws {
        let many = TestEntries.make(1100)
        for size in [0, 1, 2, 3, 100, 255, 256, 257, 511, 512, 513, 700, 1023, 1024, 1100] {
            let path = folder.path + "/healthy\(size)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try StaticLog.write(Array(many[..<size]), to: path, publishedAt: [1, 130, 300, 600])
            let report = try verify(path)
            #expect(report.problems == [] && report.size == UInt64(size) && report.map?.size == UInt64(size), "\(size)")
        }
    }

    @Test func flippedBitsAreFoundInTheRightFile() throws {
        var generator = SystemRandomNumberGenerator()
        for file in try Fixtures.files(log) {
            let good = try Fixtures.read("\(log)/\(file)")
            for _ in 0..<30 {
                let index = Int.random(in: good.indices, using: &generator)
                let bit = UInt8.random(in: 0..<8, using: &generator)
                var changed = good
                changed[index] ^= 1 << bit
                try Fixtures.write(changed, "\(log)/\(file)")
                let report = try verify()
                let isNamed = report.problems.contains { $0.file == file }
                let isAlone = report.problems.allSatisfy { $0.file == file || $0.code == .chainBroken }
                #expect(isNamed && isAlone, "\(file) byte \(index) bit \(bit): \(report.problems)")
            }
            try Fixtures.write(good, "\(log)/\(file)")
        }
        #expect(try verify().problems == [])
    }

    @Test func everyByteOfASmallLogIsGuarded() throws {
        let path = folder.path + "/small"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try StaticLog.write(TestEntries.make(12), to: path)
        for file in try Fixtures.files(path) {
            let good = try Fixtures.read("\(path)/\(file)")
            for index in good.indices {
                var changed = good
                changed[index] ^= 1 << UInt8(index % 8)
                try Fixtures.write(changed, "\(path)/\(file)")
                #expect(try verify(path).problems.contains { $0.file == file }, "\(file) byte \(index)")
            }
            try Fixtures.write(good, "\(path)/\(file)")
        }
        #expect(try verify(path).problems == [])
    }

    @Test func truncatedAndMissingFilesAreFound() throws {
        for file in try Fixtures.files(log) {
            let good = try Fixtures.read("\(log)/\(file)")
            for length in [0, 1, good.count / 2, good.count - 1] {
                try Fixtures.write(Array(good[..<length]), "\(log)/\(file)")
                #expect(try verify().problems.contains { $0.file == file }, "\(file) cut to \(length)")
            }
            try Fixtures.write(good + [0], "\(log)/\(file)")
            #expect(try verify().problems.contains { $0.file == file }, "\(file) extended")
            try FileManager.default.removeItem(atPath: "\(log)/\(file)")
            let isOld = file.hasSuffix(".p/8") || file.hasSuffix(".p/48")
            #expect(try isOld || verify().problems.contains { $0.file == file }, "\(file) missing")
            try Fixtures.write(good, "\(log)/\(file)")
        }
    }

    @Test func aChangedEntryIsNamed() throws {
        for index in stride(from: 0, to: 600, by: 37) {
            var changed = entries
            changed[index][changed[index].count - 1] ^= 1
            let file = try replaceBundles(with: changed, at: index)
            #expect(try verify().problems.first == LedgerError(.entryMismatch, file: file, position: UInt64(index)))
            _ = try replaceBundles(with: entries, at: index)
        }
    }

    private func replaceBundles(with entries: [[UInt8]], at index: Int) throws -> String {
        let first = index / 256 * 256
        var bundle: [UInt8] = []
        for entry in entries[first..<min(first + 256, 600)] { EntryBundle.append(entry, to: &bundle) }
        let file = TilePath.bundle(index: UInt64(index / 256), count: UInt64(min(256, 600 - first)))
        try Fixtures.write(bundle, "\(log)/\(file)")
        return file
    }

    @Test func swappedEntriesAndTilesAreFound() throws {
        var swapped = entries
        swapped.swapAt(20, 30)
        _ = try replaceBundles(with: swapped, at: 20)
        let places = try verify().problems.filter { $0.code == .entryMismatch }.compactMap(\.position)
        #expect(places == [20, 30])
        _ = try replaceBundles(with: entries, at: 20)
        for kind in ["entries", "0"] {
            let (one, two) = ("\(log)/tile/\(kind)/000", "\(log)/tile/\(kind)/001")
            let (first, second) = (try Fixtures.read(one), try Fixtures.read(two))
            try Fixtures.write(second, one)
            try Fixtures.write(first, two)
            let report = try verify()
            #expect(report.problems.contains { $0.file == "tile/\(kind)/000" })
            #expect(report.problems.contains { $0.file == "tile/\(kind)/001" })
            try Fixtures.write(first, one)
            try Fixtures.write(second, two)
        }
    }

    /// Entry and leaf changed together, as one who may write every file but cannot sign.
    @Test func aConsistentForgeryContradictsTheSignature() throws {
        let checkpoint = try Fixtures.read(log + "/checkpoint")
        var forged = entries
        forged[300] = Array(forged[300].dropLast()) + [0x21]
        try StaticLog.write(forged, to: log)
        try Fixtures.write(checkpoint, log + "/checkpoint")
        let report = try verify()
        #expect(report.problems.contains { $0.code == .rootMismatch })
        var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
        #expect(throws: LedgerError.self) { try reader.inclusionProof(of: 300, size: 600) }
        #expect(throws: LedgerError.self) { try reader.forEach(from: 0, to: 600) { _, _ in } }
        #expect(throws: LedgerError.self) {
            try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: Fixtures.options())
        }
    }

    @Test func forksAndRollbacksAreFoundByWhatIsKnown() throws {
        let known = try LedgerReader(directory: log, verifier: Fixtures.verifier()).checkpoint.checkpoint
        #expect(try verify(known: [known]).problems == [])
        let (shorter, fork) = (folder.path + "/shorter", folder.path + "/fork")
        for path in [shorter, fork] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        try StaticLog.write(Array(entries[..<599]), to: shorter)
        #expect(try verify(shorter, known: [known]).problems == [LedgerError(.rolledBack, position: 600)])
        try StaticLog.write(TestEntries.make(650, practices: 5), to: fork)
        #expect(try verify(fork, known: [known]).problems == [LedgerError(.forked, position: 600)])
    }

    @Test func brokenChainsAreNamedOnce() throws {
        var broken = entries
        broken.remove(at: 100)
        let path = folder.path + "/broken"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try StaticLog.write(broken, to: path)
        let problems = try verify(path).problems
        #expect(problems.count == 1 && problems.first?.code == .chainBroken)
    }
}
