import Foundation
import LedgerCheck
import Synchronization
import Testing

@testable import Ledger

struct WriterTests {
    /// The entries in the order of the calls.
    private final class Order: Sendable {
        let entries = Mutex<[[UInt8]]>([])
    }

    private let folder: TemporaryDirectory
    private var path: String { folder.path + "/log" }

    init() throws { folder = try TemporaryDirectory() }

    private func open(_ options: LedgerOptions = Fixtures.options()) throws -> LedgerWriter {
        try LedgerWriter.open(directory: path, signer: Fixtures.signer(), options: options)
    }

    private func verify() throws -> VerificationReport {
        try LedgerVerification.run(directory: path, verifier: Fixtures.verifier(), linker: TestEntries.link)
    }

    @Test func appendCloseReopenAppend() async throws {
        let entries = TestEntries.make(700)
        var done = 0
        for part in [1, 0, 255, 256, 44, 144] {
            let writer = try open()
            for entry in entries[done..<done + part] {
                let receipt = try writer.append([entry])
                #expect(receipt.first == UInt64(done))
                let checkpoint = try await receipt.wait()
                #expect(checkpoint.size > receipt.first)
                done += 1
            }
            writer.close()
            #expect(writer.checkpoint.size == UInt64(done))
            let report = try verify()
            #expect(report.problems == [] && report.size == UInt64(done))
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/journal") == [])
        }
        var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
        var read: [[UInt8]] = []
        try reader.forEach(from: 0, to: reader.size) { _, span in
            read.append(unsafe span.withUnsafeBytes { unsafe Array($0) })
        }
        #expect(read == entries)
    }

    @Test func committedIsInTheJournalBeforeTheReceipt() async throws {
        let writer = try open()
        for (index, entry) in TestEntries.make(40).enumerated() {
            let checkpoint = try await writer.append([entry]).wait()
            var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
            #expect(reader.checkpoint.size >= checkpoint.size)
            #expect(try reader.entry(at: UInt64(index)) == entry)
        }
        writer.abandon()
        let report = try verify()
        #expect(report.problems == [] && report.size == 40)
    }

    @Test func refusalsChangeNothing() throws {
        var options = Fixtures.options()
        options.segmentBytes = 1 << 20
        options.queueLimit = 200_000
        let writer = try open(options)
        #expect(throws: LedgerError(.emptyAppend)) { try writer.append([]) }
        let long = [UInt8](repeating: 1, count: 65_536)
        #expect(throws: LedgerError(.tooLarge, position: 65_536)) { try writer.append([[1], long]) }
        let limit = [UInt8](repeating: 1, count: 65_535)
        #expect(throws: LedgerError.self) { try writer.append([limit, limit, limit, limit]) }
        #expect(writer.nextIndex == 0)
        #expect(throws: LedgerError(.locked, file: "lock")) { try open() }
        #expect(try writer.append([limit, []]).waitBlocking().size == 2)
        writer.close()
        writer.close()
        #expect(throws: LedgerError(.closed)) { try writer.append([[1]]) }
        var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
        #expect(try reader.entry(at: 0) == limit && reader.entry(at: 1) == [])
    }

    @Test func manyTasksKeepTheOrderOfTheirCalls() async throws {
        var options = Fixtures.options()
        options.segmentBytes = 256 << 10
        options.publishEntries = 500
        options.publishMilliseconds = 5
        let writer = try open(options)
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    for round in 0..<40 {
                        let entry = Array("task \(task) round \(round)".utf8)
                        var receipt: Receipt?
                        while receipt == nil {
                            receipt = order.entries.withLock { order in
                                guard let receipt = try? writer.append([entry, [UInt8(round)]]) else { return nil }
                                #expect(receipt.first == UInt64(order.count))
                                order += [entry, [UInt8(round)]]
                                return receipt
                            }
                            if receipt == nil { await Task.yield() }
                        }
                        guard let receipt else { return }
                        let checkpoint = try await receipt.wait()
                        #expect(checkpoint.size >= receipt.first + 2)
                    }
                }
            }
            try await group.waitForAll()
        }
        writer.close()
        let expected = order.entries.withLock { $0 }
        var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
        try #require(reader.size == UInt64(expected.count))
        try reader.forEach(from: 0, to: reader.size) { index, span in
            #expect(unsafe span.withUnsafeBytes { unsafe Array($0) } == expected[Int(index)])
        }
        #expect(try LedgerVerification.run(directory: path, verifier: Fixtures.verifier()).problems == [])
    }

    @Test func knownCheckpointsMustBeContained() async throws {
        var writer = try open()
        for entry in TestEntries.make(30) { _ = try await writer.append([entry]).wait() }
        let middle = writer.checkpoint.checkpoint
        writer.close()
        let copy = folder.path + "/copy"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        writer = try open()
        _ = try await writer.append([[9]]).wait()
        let later = writer.checkpoint.checkpoint
        writer.close()
        var options = Fixtures.options()
        options.known = [middle, later, Checkpoint(origin: Fixtures.origin, size: 0, root: TreeHash.empty)]
        try open(options).close()
        #expect(throws: LedgerError(.rolledBack, position: 31)) {
            try LedgerWriter.open(directory: copy, signer: Fixtures.signer(), options: options)
        }
        options.known = [Checkpoint(origin: Fixtures.origin, size: 30, root: .zero)]
        #expect(throws: LedgerError(.forked, position: 30)) { try open(options) }
        options.known = [Checkpoint(origin: "other", size: 30, root: middle.root)]
        #expect(throws: LedgerError(.wrongOrigin)) { try open(options) }
        #expect(throws: LedgerError.self) {
            try LedgerWriter.open(directory: path, signer: Fixtures.signer(seed: 8), options: Fixtures.options())
        }
    }

    @Test func oneSegmentAfterAnother() async throws {
        var options = Fixtures.options()
        options.segmentBytes = 16 << 10
        let writer = try open(options)
        var entries: [[UInt8]] = []
        while entries.count < 120 {
            let entry = [UInt8](repeating: UInt8(entries.count), count: 700)
            guard let receipt = try? writer.append([entry]) else {
                await Task.yield()
                continue
            }
            _ = try await receipt.wait()
            entries.append(entry)
        }
        let segments = try FileManager.default.contentsOfDirectory(atPath: path + "/journal")
        #expect(segments.count > 5)
        writer.abandon()
        let again = try open(options)
        #expect(again.checkpoint.size == 120)
        again.close()
        var reader = try LedgerReader(directory: path, verifier: Fixtures.verifier())
        for (index, entry) in entries.enumerated() { #expect(try reader.entry(at: UInt64(index)) == entry) }
    }
}
