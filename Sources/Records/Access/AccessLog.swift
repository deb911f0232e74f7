import BrokerAPI
import Foundation
import Synchronization
import Vocabulary

/// What was read and written, beyond what the ledger says was released: a hash chain of lines for each practice, whose
/// head goes into the ledger every hour.
///
/// Lines are buffered for about a second. When they cannot be written out, answers end once the buffer is full.
public final class AccessLog: Sendable {
    /// Bytes that are written out at once.
    private static let flushBytes = 64 << 10
    /// Bytes beyond which nothing more is answered.
    private static let maximumBytes = 4 << 20
    /// Milliseconds after which lines are written out.
    private static let flushMilliseconds: Int64 = 1_000

    private let files: AccessFiles
    private let clock: any WallClock
    private let chains = Mutex<[PracticeID: AccessChain]>([:])

    /// Keeps the log in a directory, which is made when it is not there. Throws `unavailable`.
    public init(directory: String, clock: any WallClock) throws(RecordError) {
        files = AccessFiles(directory: directory)
        self.clock = clock
        try RecordError.mapping {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    /// Where the files lie.
    var directory: String { files.directory }

    /// Appends an event. Throws `unavailable` when lines can no longer be written: then nothing may be shown.
    func append(_ event: AccessEvent, _ info: SessionInfo) throws(RecordError) {
        let now = clock.now()
        try chains.withLock { chains throws(RecordError) in
            let known = chains.removeValue(forKey: info.practice)
            var chain = if let known { known } else { try files.chain(of: info.practice) }
            defer { chains[info.practice] = chain }
            guard chain.buffer.count < AccessLog.maximumBytes else { throw .unavailable }
            for line in event.lines { chain.append(line, info.session, info.holder, now) }
            let age = now.milliseconds - chain.since.milliseconds
            if chain.buffer.count >= AccessLog.flushBytes || age >= AccessLog.flushMilliseconds {
                write(&chain, info.practice, now)
            }
        }
    }

    /// Writes out all lines; keeps those that cannot be written.
    public func flush() {
        let now = clock.now()
        chains.withLock { chains in
            for practice in chains.keys { chains[practice].map { chains[practice] = written($0, practice, now) } }
        }
    }

    /// Writes out the lines of one practice.
    func flush(_ practice: PracticeID) {
        let now = clock.now()
        chains.withLock { chains in
            if let chain = chains[practice] { chains[practice] = written(chain, practice, now) }
        }
    }

    /// The heads of the logs that grew since they were last entered, all of it written out.
    func heads() -> [AccessHead] {
        flush()
        return chains.withLock { chains in
            chains.filter { $0.value.size > $0.value.entered && $0.value.buffer.isEmpty }
                .map { AccessHead(practice: $0.key, size: $0.value.size, head: $0.value.head) }
        }
    }

    /// Notes that a head is in the ledger.
    func entered(_ head: AccessHead) {
        chains.withLock { chains in
            let before = chains[head.practice]?.entered ?? 0
            chains[head.practice]?.entered = max(before, head.size)
        }
    }

    private func written(_ chain: AccessChain, _ practice: PracticeID, _ now: Timestamp) -> AccessChain {
        var chain = chain
        write(&chain, practice, now)
        return chain
    }

    private func write(_ chain: inout AccessChain, _ practice: PracticeID, _ now: Timestamp) {
        guard !chain.buffer.isEmpty else { return }
        let day = PracticeCalendar.day(of: now)
        guard (try? files.append(chain.buffer, practice: practice, day: day)) != nil else { return }
        chain.buffer.removeAll(keepingCapacity: true)
    }
}
