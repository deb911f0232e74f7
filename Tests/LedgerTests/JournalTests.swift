import Foundation
import LedgerCheck
import Testing

@testable import Ledger

/// What recovery makes of a journal that was cut or damaged, at every place.
struct JournalTests {
    private let folder: TemporaryDirectory
    private let log: String
    private let segment: String
    private let bytes: [UInt8]
    /// Where each batch ends, and the size then.
    private let batches: [(start: Int, bodyEnd: Int, end: Int, size: UInt64)]

    init() throws {
        folder = try TemporaryDirectory()
        log = folder.path + "/log"
        var options = Fixtures.options()
        options.segmentBytes = 16 << 10
        let writer = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
        let entries = TestEntries.make(12)
        for index in [0, 1, 3, 7] {
            _ = try writer.append(Array(entries[index..<min(index * 2 + 1, 12)])).waitBlocking()
        }
        writer.abandon()
        segment = log + "/journal/00000000000000000000"
        bytes = try Fixtures.read(segment)
        var batches: [(start: Int, bodyEnd: Int, end: Int, size: UInt64)] = []
        let read = try JournalSegment(file: "journal/00000000000000000000", in: Directory(path: log))
        var offset = FrameHeader.sector
        while case .frame(let frame) = read.item(at: offset) {
            batches.append((offset, offset + frame.header.bodyLength, frame.end, frame.size))
            offset = frame.end
        }
        self.batches = batches
        try #require(batches.count == 4)
    }

    private func replay(_ changed: [UInt8]) throws -> UInt64 {
        try Fixtures.write(changed, segment)
        let replay = try JournalReplay.run(
            directory: Directory(path: log), published: nil, verifier: Fixtures.verifier(), visit: { _, _, _ in })
        return replay?.tree.size ?? 0
    }

    /// The size that must survive when everything from `cut` on is lost.
    private func survivors(_ cut: Int) -> UInt64 { batches.last { $0.bodyEnd <= cut }?.size ?? 0 }

    @Test func aTailLostAtAnyByteIsCut() throws {
        let end = try #require(batches.last?.end)
        for cut in FrameHeader.sector...end {
            let zeroed = bytes[..<cut] + [UInt8](repeating: 0, count: bytes.count - cut)
            #expect(try replay(Array(zeroed)) == survivors(cut), "zeroed from \(cut)")
            guard cut % 7 == 0 else { continue }
            #expect(try replay(Array(bytes[..<cut])) == survivors(cut), "truncated at \(cut)")
        }
        for cut in 0..<FrameHeader.sector {
            #expect(throws: LedgerError.self, "\(cut)") { try replay(Array(bytes[..<cut])) }
        }
    }

    @Test func aSectorOfTheLastBatchThatNeverArrivedIsCut() throws {
        let last = try #require(batches.last)
        for start in stride(from: last.start, to: last.bodyEnd, by: FrameHeader.sector) {
            var changed = bytes
            for index in start..<start + FrameHeader.sector { changed[index] = 0 }
            #expect(try replay(changed) == batches[batches.count - 2].size, "\(start)")
        }
    }

    @Test func everyFlippedBitIsFoundAndNothingIsCut() throws {
        let end = try #require(batches.last?.end)
        for index in 0..<end {
            var changed = bytes
            changed[index] ^= 1 << UInt8(index % 8)
            #expect(throws: LedgerError.self, "\(index)") { try replay(changed) }
        }
    }

    @Test func missingAndSwappedBatchesAreFound() throws {
        for (index, batch) in batches.dropLast().enumerated() {
            var zeroed = bytes
            for place in batch.start..<batch.end { zeroed[place] = 0 }
            #expect(
                throws: LedgerError(
                    .journalDamaged, file: "journal/00000000000000000000", position: UInt64(batch.start))
            ) {
                try replay(zeroed)
            }
            let next = batches[index + 1]
            let without =
                bytes[..<batch.start] + bytes[next.start...] + [UInt8](repeating: 0, count: next.start - batch.start)
            #expect(throws: LedgerError.self) { try replay(Array(without)) }
        }
    }

    @Test func theWriterGoesOnAfterATornTail() async throws {
        var options = Fixtures.options()
        options.segmentBytes = 16 << 10
        let last = try #require(batches.last)
        for cut in stride(from: last.start, through: last.end, by: 97) {
            try Fixtures.write(bytes[..<cut] + [UInt8](repeating: 0, count: bytes.count - cut), segment)
            let writer = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
            #expect(writer.checkpoint.size == survivors(cut) && writer.nextIndex == survivors(cut))
            _ = try await writer.append([[1, 2, 3]]).wait()
            writer.abandon()
            var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
            #expect(try reader.entry(at: survivors(cut)) == [1, 2, 3])
            try? FileManager.default.removeItem(atPath: log + "/journal/spare")
        }
        try Fixtures.write(bytes, segment)
        try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options).close()
        let report = try LedgerVerification.run(directory: log, verifier: Fixtures.verifier(), linker: TestEntries.link)
        #expect(report.problems == [] && report.size == last.size)
    }

    @Test func segmentsMustFollowEachOther() throws {
        try FileManager.default.moveItem(atPath: segment, toPath: log + "/journal/00000000000000000005")
        #expect(throws: LedgerError.self) {
            try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: Fixtures.options())
        }
    }
}
