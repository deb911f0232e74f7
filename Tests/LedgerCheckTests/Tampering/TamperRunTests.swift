import Foundation
import LedgerCheck
import LedgerMap
import Synchronization
import Testing

@testable import Ledger
@testable import LedgerTests

/// Seeded damages of every kind to ledgers of the real writer: none may be missed or told of the wrong place, and
/// nothing may be told of ledgers that are whole. `COLLOQUE_FULL=1` makes 12,000 of the one and 1,200 of the other.
struct TamperRunTests {
    private static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"
    private static let shards = 4
    private static let damages = isFull ? 3000 : 100
    private static let wholes = isFull ? 300 : 10

    @Test(arguments: 0..<TamperRunTests.shards)
    func everyDamageIsFoundWhereItIs(shard: Int) throws {
        let folder = try TemporaryDirectory()
        var numbers = SeededNumbers(seed: UInt64(shard))
        var counts: [String: Int] = [:]
        let share = TamperRunTests.damages / LedgerShape.various.count
        for (place, shape) in LedgerShape.various.enumerated() {
            let ledger = try WrittenLedger(shape, in: "\(folder.path)/\(place)", &numbers)
            try #require(try ledger.verify().problems == [])
            var damages = Damages(ledger, seed: numbers.next())
            for number in 0..<share {
                let damage = damages.next()
                try ledger.write(damage.changes)
                let objection = damage.objection(to: try ledger.verify(), of: ledger)
                #expect(objection == nil, "\(shard)/\(place)/\(number) \(damage.kind) \(damage.changes.keys.sorted())")
                if !damage.isSigned { try expectNothingFalse(ledger, damage) }
                try ledger.restore(damage.changes)
                counts[damage.kind, default: 0] += 1
            }
            #expect(try ledger.verify().problems == [], "restored")
        }
        if TamperRunTests.isFull {
            print("damages", shard, counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
        }
    }

    /// What the reader hands out as verified is what was written, or it refuses.
    private func expectNothingFalse(_ ledger: WrittenLedger, _ damage: Damage) throws {
        guard var reader = try? LedgerReader(directory: ledger.path, verifier: Fixtures.verifier()) else { return }
        var read: [[UInt8]] = []
        do {
            try reader.forEach(from: 0, to: reader.size) { _, entry in
                read.append(unsafe entry.withUnsafeBytes { unsafe Array($0) })
            }
        } catch { return }
        #expect(
            read.count <= ledger.entries.count && read.elementsEqual(ledger.entries.prefix(read.count)),
            "\(damage.kind)")
    }

    @Test(arguments: 0..<TamperRunTests.shards)
    func nothingIsFoundInWholeLedgers(shard: Int) throws {
        let folder = try TemporaryDirectory()
        var numbers = SeededNumbers(seed: 1000 + UInt64(shard))
        for number in 0..<TamperRunTests.wholes {
            let path = "\(folder.path)/\(number)"
            let ledger = try WrittenLedger(.random(&numbers), in: path, &numbers)
            try ledger.write(Self.harmless(ledger, &numbers))
            let report = try ledger.verify()
            #expect(report.problems == [] && report.size == UInt64(ledger.entries.count), "\(shard)/\(number)")
            #expect(report.map == ledger.map, "\(shard)/\(number)")
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// What may lie about without meaning anything: unfinished files, and whatever is in the spare segment.
    private static func harmless(_ ledger: WrittenLedger, _ numbers: inout SeededNumbers) -> [String: [UInt8]?] {
        var changes: [String: [UInt8]?] = [:]
        if numbers.below(2) == 0 { changes["checkpoint.tmp"] = numbers.bytes(50) }
        if numbers.below(2) == 0 { changes["tile/0/000.p/7.tmp"] = numbers.bytes(70) }
        if ledger.files[SegmentHeader.spare] != nil, numbers.below(2) == 0 {
            changes[SegmentHeader.spare] = numbers.bytes(900)
        }
        return changes
    }

    /// A ledger that is being written, its segments coming and going, is whole at every moment.
    @Test func nothingIsFoundInALedgerThatIsBeingWritten() async throws {
        let folder = try TemporaryDirectory()
        var options = Fixtures.options()
        options.segmentBytes = 8 << 10
        (options.publishEntries, options.publishMilliseconds) = (20, 1)
        let log = folder.path + "/log"
        let writer = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
        _ = try await writer.append([[0]]).wait()
        let entries = TamperRunTests.isFull ? 20_000 : 500
        let isDone = Atomic(false)
        async let writing: Void = {
            defer { isDone.store(true, ordering: .relaxed) }
            while writer.nextIndex < entries {
                guard let receipt = try? writer.append([[UInt8](repeating: 3, count: 300)]) else {
                    await Task.yield()
                    continue
                }
                _ = try await receipt.wait()
            }
        }()
        var looks = 0
        while looks == 0 || !isDone.load(ordering: .relaxed) {
            let known = writer.checkpoint.checkpoint
            let report = try LedgerVerification.run(
                directory: log, verifier: Fixtures.verifier(), linker: TestEntries.link, known: [known])
            #expect(report.problems == [], "\(looks)")
            #expect(report.size >= known.size && report.map?.size == report.size, "\(looks)")
            looks += 1
        }
        try await writing
        writer.close()
        if TamperRunTests.isFull { print("looks at a ledger that is being written", looks) }
    }

    /// One who can sign puts a wrong map root into an index entry: a monitor names it.
    @Test func aSignedLieInAnIndexEntryIsNamed() throws {
        let folder = try TemporaryDirectory()
        var numbers = SeededNumbers(seed: 78)
        for number in 0..<TamperRunTests.damages / 10 {
            var made = TestEntries()
            let lie = numbers.below(60)
            for index in 0..<60 {
                if index == lie || numbers.below(10) == 0 {
                    made.addIndex(lie: index == lie)
                } else {
                    made.add(practice: numbers.below(5))
                }
            }
            let log = "\(folder.path)/\(number)"
            try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: true)
            try StaticLog.write(made.entries, to: log)
            var monitor = Monitor(linker: TestEntries.link, indexReader: TestEntries.index)
            var reader = try LedgerReader(directory: log, verifier: Fixtures.verifier())
            #expect(throws: LedgerError(.indexMismatch, position: UInt64(lie)), "\(number)") {
                try monitor.advance(&reader)
            }
        }
    }

    /// The side file of the practice map is believed only under the root of an index entry.
    @Test func aDamagedMapFileHasAnotherRoot() throws {
        var numbers = SeededNumbers(seed: 77)
        var made = TestEntries()
        for _ in 0..<200 { made.add(practice: numbers.below(12)) }
        let good = made.map.encode()
        for number in 0..<TamperRunTests.damages {
            var bad = good
            switch numbers.below(4) {
            case 0: bad[numbers.below(bad.count)] ^= 1 << UInt8(numbers.below(8))
            case 1: bad.removeLast(1 + numbers.below(bad.count))
            case 2: bad += numbers.bytes(1 + numbers.below(120))
            default: for byte in 0..<56 { bad.swapAt(24 + byte, 24 + 56 * (1 + number % 11) + byte) }
            }
            guard let map = try? PracticeMap(decoding: bad) else { continue }
            #expect(map.root != made.map.root, "\(number)")
        }
    }
}
