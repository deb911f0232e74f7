/// What comes over one connection: bytes are cut into messages, and these put into a spool. Without room in the spool the
/// caller has to stop reading until ``flush()`` says that all is taken: then nothing is lost.
public struct SyslogIntake {
    /// What a step came to.
    public enum Outcome: Hashable, Sendable {
        /// All is in the spool, but for a message that has only begun.
        case taken
        /// Something waits for room.
        case full
        /// The stream is none of syslog: close the connection.
        case broken
    }

    private let spool: SyslogSpool
    private var frames: SyslogFrames
    /// Lines that wait for room.
    private var waiting: [UInt8] = []
    private var isBroken = false

    /// Begins a connection.
    public init(_ spool: SyslogSpool) { self.init(spool, limit: SourceLimits.line) }

    init(_ spool: SyslogSpool, limit: Int) { (self.spool, frames) = (spool, SyslogFrames(limit: limit)) }

    /// Takes bytes that came.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> Outcome {
        frames.append(bytes)
        while let frame = frames.cut() {
            switch frame {
            case .message(let message): SpoolLine.append(message, to: &waiting)
            case .tooLong: spool.count { $0.tooLong += 1 }
            case .broken:
                isBroken = true
                spool.count { $0.broken += 1 }
            }
        }
        return flush()
    }

    /// Puts into the spool what waits.
    public mutating func flush() -> Outcome {
        let taken = spool.append(waiting[...])
        if taken == waiting.count { waiting = [] } else { waiting.removeFirst(taken) }
        guard waiting.isEmpty else { return .full }
        return isBroken ? .broken : .taken
    }

    /// No more comes: a message that has only begun is lost, and counted.
    public mutating func end() -> Outcome {
        if frames.hasRest { spool.count { $0.torn += 1 } }
        frames = SyslogFrames()
        return flush()
    }
}
