import Ledger
import LedgerMap

/// What ``LedgerVerification`` found.
public struct VerificationReport: Sendable {
    /// The size of the latest checkpoint, journal included; 0 when none could be read.
    public internal(set) var size: UInt64 = 0
    /// The root recomputed from the entries at that size.
    public internal(set) var root = TreeHash.empty
    /// Everything that is not as it should be, at most ``limit`` of them.
    public internal(set) var problems: [LedgerError] = []
    /// The practice map at that size, when a linker was given and no chain was broken.
    public internal(set) var map: PracticeMap?

    /// The most problems that are listed.
    public static let limit = 1000

    /// Whether nothing was found.
    public var isHealthy: Bool { problems.isEmpty }

    mutating func add(_ problem: LedgerError) {
        if problems.count < VerificationReport.limit { problems.append(problem) }
    }

    mutating func add(_ error: any Error) { add(error as? LedgerError ?? LedgerError(.system)) }
}
