import Foundation
import LedgerCheck
import LedgerMap

@testable import Ledger
@testable import LedgerTests

/// A whole ledger as the writer leaves it, with everything about it that a damage is made of and judged by.
struct WrittenLedger {
    let path: String
    let entries: [[UInt8]]
    /// The practice map over all entries.
    let map: PracticeMap
    /// What is known from elsewhere: a witness's checkpoint somewhere below, and a snapshot's of the end.
    let known: [Checkpoint]
    /// Every file but the lock, as it was written.
    let files: [String: [UInt8]]
    /// The journal's segments, in order, with the place of each frame.
    let segments: [Segment]

    struct Segment {
        let file: String
        let first: UInt64
        let frames: [JournalFrame]
        /// Where the last frame's checkpoint ends, and where its sectors end.
        var written: Int { frames.last.map { $0.offset + $0.header.bodyLength } ?? FrameHeader.sector }
        var end: Int { frames.last?.end ?? FrameHeader.sector }
    }

    /// The number of entries that are published.
    let published: Int

    init(_ shape: LedgerShape, in path: String, _ numbers: inout SeededNumbers) throws {
        self.path = path
        var made = TestEntries()
        for _ in 0..<shape.size {
            if numbers.below(25) == 0 { made.addIndex() } else { made.add(practice: numbers.below(shape.practices)) }
        }
        (entries, map) = (made.entries, made.map)
        published = shape.closed.last ?? 0
        var latest = 0
        for size in shape.closed + [shape.size] {
            let writer = try WrittenLedger.append(made.entries[latest..<size], to: path, &numbers)
            if size == shape.size, published < size { writer.abandon() } else { writer.close() }
            latest = size
        }
        files = try Dictionary(
            uniqueKeysWithValues: Fixtures.files(path).map { ($0, try Fixtures.read("\(path)/\($0)")) })
        segments = try WrittenLedger.segments(path)
        known = try WrittenLedger.checkpoints(path, &numbers)
    }

    private static func append(
        _ entries: ArraySlice<[UInt8]>, to path: String, _ numbers: inout SeededNumbers
    ) throws -> LedgerWriter {
        var options = Fixtures.options()
        options.segmentBytes = 8 << 10
        let writer = try LedgerWriter.open(directory: path, signer: Fixtures.signer(), options: options)
        var rest = entries
        while !rest.isEmpty {
            let batch = rest.prefix(1 + numbers.below(8))
            // A new segment may not be reserved yet.
            guard let receipt = try? writer.append(Array(batch)) else { continue }
            _ = try receipt.waitBlocking()
            rest = rest.dropFirst(batch.count)
        }
        return writer
    }

    private static func segments(_ path: String) throws -> [Segment] {
        let directory = Directory(path: path)
        return try SegmentHeader.files(in: directory).map { file in
            let segment = try JournalSegment(file: file, in: directory)
            var frames: [JournalFrame] = []
            var offset = FrameHeader.sector
            while case .frame(let frame) = segment.item(at: offset) {
                frames.append(frame)
                offset = frame.end
            }
            return Segment(file: file, first: segment.header.first, frames: frames)
        }
    }

    private static func checkpoints(_ path: String, _ numbers: inout SeededNumbers) throws -> [Checkpoint] {
        var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
        let below = UInt64(1 + numbers.below(Int(reader.size)))
        let witnessed = Checkpoint(origin: Fixtures.origin, size: below, root: try reader.root(at: below))
        return [witnessed, reader.checkpoint.checkpoint]
    }

    /// Verifies what lies there now.
    func verify(known: [Checkpoint]? = nil) throws -> VerificationReport {
        try LedgerVerification.run(
            directory: path, verifier: Fixtures.verifier(), linker: TestEntries.link, known: known ?? self.known)
    }

    /// Puts files there, or takes them away.
    func write(_ changes: [String: [UInt8]?]) throws {
        for (file, bytes) in changes {
            let full = "\(path)/\(file)"
            guard let bytes else {
                if FileManager.default.fileExists(atPath: full) { try FileManager.default.removeItem(atPath: full) }
                continue
            }
            if files[file] == nil {
                let folder = "\(path)/\(Directory.parent(file))"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try Fixtures.write(bytes, full)
        }
    }

    /// Undoes changes.
    func restore(_ changes: [String: [UInt8]?]) throws {
        try write(Dictionary(uniqueKeysWithValues: changes.keys.map { ($0, files[$0]) }))
        // A directory of tiles says that something was published once.
        guard !files.keys.contains(where: { $0.hasPrefix("tile/") }) else { return }
        try? FileManager.default.removeItem(atPath: "\(path)/tile")
    }
}
