/// What findings of one rule and kind of source add up to.
struct RuleTally: Hashable, Sendable, Codable {
    var rows: UInt64?
    var bytes: UInt64?

    mutating func add(_ amount: FindingAmount) {
        rows = RuleTally.sum(rows, amount.rows)
        bytes = RuleTally.sum(bytes, amount.bytes)
    }

    mutating func add(_ other: RuleTally) {
        rows = RuleTally.sum(rows, other.rows)
        bytes = RuleTally.sum(bytes, other.bytes)
    }

    private static func sum(_ a: UInt64?, _ b: UInt64?) -> UInt64? {
        guard let a, let b else { return a ?? b }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}
