import LedgerCheck

@testable import Ledger

/// One thing done to a ledger's files, and how a report must tell it.
struct Damage {
    /// The kind, for counting.
    let kind: String
    /// The new content of files; nil removes one.
    var changes: [String: [UInt8]?]
    /// For each place that was damaged: one of these must be in the report.
    var traces: [[Trace]]
    /// What may be told besides, because it follows from the damage.
    var consequences: [Trace] = []
    /// Whether nothing was lost, so that a report of a healthy ledger with every entry is right too.
    var mayBeHarmless = false
    /// Whether whoever did it holds the signing key: then only what is known from elsewhere tells.
    var isSigned = false

    init(_ kind: String, _ changes: [String: [UInt8]?], _ traces: [Trace]...) {
        self.kind = kind
        self.changes = changes
        self.traces = traces
    }

    /// What is wrong with a report about it; nil when the damage was found where it is and nowhere else.
    func objection(to report: VerificationReport, of ledger: WrittenLedger) -> String? {
        if report.isHealthy {
            let isWhole = report.size == UInt64(ledger.entries.count) && report.root == ledger.known.last?.root
            return mayBeHarmless && isWhole ? nil : "missed"
        }
        for any in traces where !report.problems.contains(where: { problem in any.contains { $0.matches(problem) } }) {
            return "not located: \(report.problems.prefix(3))"
        }
        let strays = report.problems.filter { problem in
            guard let file = problem.file else { return false }
            return changes[file] == nil && !(traces.joined() + consequences).contains { $0.matches(problem) }
        }
        return strays.isEmpty ? nil : "blames another: \(strays.prefix(3))"
    }
}
