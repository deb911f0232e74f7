import Ledger
import LedgerMap
import Vocabulary

/// What a ``LedgerScan`` found.
struct ScanResult {
    /// How many entries verified: the tree over them is proven to be the beginning of the signed one.
    var size: UInt64 = 0
    /// How many the checkpoint says.
    let total: UInt64
    /// The practices of which something was counted or is broken.
    var tallies: [PracticeID: PracticeTally] = [:]
    /// Whether time falls somewhere: then no interval says for sure what lies in it.
    var timeFalls = false
    /// What is not as it should be; at most ``problemLimit``.
    var problems: [LedgerError] = []
    /// The last head of each practice's access log.
    var accessHeads: [PracticeID: AccessHead] = [:]
    /// The last `index` entry before everything that was counted; nil for the ledger's beginning.
    var start: IndexMark?
    /// The first `index` entry behind the interval, else the last of all; nil without any.
    var end: IndexMark?

    static let problemLimit = 1_000

    mutating func add(_ problem: LedgerError) {
        if problems.count < ScanResult.problemLimit { problems.append(problem) }
    }
}
