@testable import Ledger

/// How large a ledger is and where the writer stopped on the way.
struct LedgerShape {
    /// The sizes at which the writer was closed in order: everything so far is published.
    var closed: [Int]
    /// The size at which it was killed; what is above the last of `closed` is in the journal only.
    var size: Int
    var practices = 5

    /// A few that differ: tiles on two levels with partial ones kept and a journal; the journal alone; tiles alone.
    static let various = [
        LedgerShape(closed: [130, 300, 340], size: 410), LedgerShape(closed: [], size: 60),
        LedgerShape(closed: [258, 520], size: 520), LedgerShape(closed: [3, 9], size: 14, practices: 2),
        LedgerShape(closed: [256], size: 300, practices: 9),
    ]

    /// Any.
    static func random(_ numbers: inout SeededNumbers) -> LedgerShape {
        let size = numbers.below(8) == 0 ? 200 + numbers.below(200) : 1 + numbers.below(60)
        let closed = (0..<numbers.below(3)).map { _ in numbers.below(size + 1) }.sorted()
        return LedgerShape(closed: closed, size: size, practices: 1 + numbers.below(6))
    }
}
