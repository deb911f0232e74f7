import Foundation
import Glibc
import LedgerCheck
import Testing

@testable import Ledger

struct FailureTests {
    /// A failed system call after an entry got its index ends the process.
    @Test func aFailedWriteEndsTheProcess() async {
        await #expect(processExitsWith: .exitCode(3)) {
            let folder = try TemporaryDirectory()
            let writer = try LedgerWriter.open(
                directory: folder.path, signer: Fixtures.signer(), options: Fixtures.options())
            _ = try await writer.append([[1]]).wait()
            for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")
                if target?.contains("/journal/0000") == true, let descriptor = Int32(name) { close(descriptor) }
            }
            _ = try await writer.append([[2]]).wait()
            exit(0)
        }
    }

    /// On a full disk appends are refused before they change anything, and go on by themselves when there is space.
    @Test(.enabled(if: FailureTests.canMount, "mounting a small tmpfs is not permitted here"))
    func aFullDiskRefusesAndRecovers() async throws {
        let folder = try TemporaryDirectory()
        try #require(unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=1m") == 0)
        defer { _ = unsafe umount2(folder.path, Int32(MNT_DETACH)) }
        var options = Fixtures.options()
        options.segmentBytes = 128 << 10
        options.publishMilliseconds = 20
        let log = folder.path + "/log"
        let writer = try LedgerWriter.open(directory: log, signer: Fixtures.signer(), options: options)
        let entry = [UInt8](repeating: 7, count: 20_000)
        _ = try await writer.append([entry]).wait()
        try fill(folder.path + "/ballast")
        var refused: LedgerError?
        var count: UInt64 = 1
        while refused == nil {
            do {
                _ = try await writer.append([entry]).wait()
                count += 1
            } catch let error as LedgerError { refused = error }
            try #require(count < 1000)
        }
        #expect(refused?.code == .noSpace && writer.nextIndex == count && writer.checkpoint.size == count)
        try FileManager.default.removeItem(atPath: folder.path + "/ballast")
        var recovered = false
        let deadline = ContinuousClock.now + .seconds(120)
        while !recovered, ContinuousClock.now < deadline {
            if let receipt = try? writer.append([entry]) {
                _ = try await receipt.wait()
                recovered = true
            } else {
                await Task.yield()
            }
        }
        #expect(recovered)
        writer.close()
        let report = try LedgerVerification.run(directory: log, verifier: Fixtures.verifier())
        #expect(report.problems == [] && report.size == count + 1)
    }

    private func fill(_ file: String) throws {
        let descriptor = unsafe Glibc.open(file, O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4096)
        while unsafe Glibc.write(descriptor, block, block.count) > 0 {}
    }

    private static let canMount: Bool = {
        guard geteuid() == 0, let folder = try? TemporaryDirectory() else { return false }
        guard unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else { return false }
        return unsafe umount2(folder.path, 0) == 0
    }()
}
