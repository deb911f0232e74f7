@testable import Ledger

/// What a damage must leave in a report: a problem with this code, file and position, as far as they are given.
struct Trace {
    var code: LedgerError.Code?
    var file: String?
    var position: UInt64?

    func matches(_ problem: LedgerError) -> Bool {
        (code == nil || code == problem.code) && (file == nil || file == problem.file)
            && (position == nil || position == problem.position)
    }

    /// Something is wrong with this file.
    static func file(_ file: String) -> Trace { Trace(file: file) }
    /// This entry is not the one that was hashed.
    static func entry(_ index: Int, _ file: String) -> Trace {
        Trace(code: .entryMismatch, file: file, position: UInt64(index))
    }
}
