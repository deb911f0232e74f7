import BrokerAPI
import Ledger
import Vocabulary

/// Looks for one patient's entries in a stretch of the ledger. Pure but for the reading: who may ask was decided before.
///
/// Time never falls along the ledger, so the period's ends are found by halving; between them at most
/// ``maximumEntries`` are looked at in one call, whatever the period, and parsed only where the subject stands in them.
package struct HistoryScan: Sendable {
    package let practice: PracticeID
    package let subject: SubjectID
    package let from: Timestamp
    package let through: Timestamp
    /// The index to go on at; 0 for the period's beginning.
    package let cursor: UInt64
    /// Most items.
    package let limit: Int
    /// Most entries that one call looks at.
    package var maximumEntries: UInt64
    package init(
        practice: PracticeID, subject: SubjectID, from: Timestamp, through: Timestamp, cursor: UInt64, limit: Int,
        maximumEntries: UInt64 = 65_536
    ) {
        (self.practice, self.subject, self.from, self.through) = (practice, subject, from, through)
        (self.cursor, self.limit, self.maximumEntries) = (cursor, limit, maximumEntries)
    }

    /// How far behind a deposit its `stored` entry is looked for.
    package static let storedWithin: UInt64 = 4_096
    /// Entries of a bundle, which is read as a whole.
    private static let width: UInt64 = 256

    /// An item with the index of its entry, and the deposit that it speaks of.
    private typealias Found = (index: UInt64, item: HistoryItem, deposit: DepositID?)

    /// The next items, and where to go on. Throws what reading throws.
    package func page(_ reader: inout LedgerReader) throws -> HistoryAnswer {
        let upper = try end(&reader)
        let lower = min(cursor > 0 ? cursor : try HistoryScan.start(of: from, &reader), upper)
        let stop = min(upper, lower + maximumEntries)
        var found = try entries(lower, stop, &reader)
        var next = stop < upper ? stop : nil
        if found.count > limit {
            next = found[limit].index
            found.removeSubrange(limit...)
        }
        return .page(try completed(found, &reader), next: next)
    }

    /// The index of an entry before which no entry is of the period: the beginning of a bundle.
    static func start(of from: Timestamp, _ reader: inout LedgerReader) throws -> UInt64 {
        let bundles = try bundles(&reader) { $0 < from }
        return bundles > 0 ? (bundles - 1) * HistoryScan.width : 0
    }

    /// The index of an entry behind which none is of the period, or the ledger's size.
    private func end(_ reader: inout LedgerReader) throws -> UInt64 {
        min(reader.size, try HistoryScan.bundles(&reader) { $0 <= through } * HistoryScan.width)
    }

    /// How many bundles begin at a time of which `isBefore` holds.
    private static func bundles(_ reader: inout LedgerReader, _ isBefore: (Timestamp) -> Bool) throws -> UInt64 {
        var (low, high) = (UInt64(0), (reader.size + HistoryScan.width - 1) / HistoryScan.width)
        while low < high {
            let middle = (low + high) / 2
            let first = try LedgerEntry(try reader.entry(at: middle * HistoryScan.width))
            if isBefore(first.time) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The patient's entries between two indices, one more than the limit at most.
    private func entries(_ lower: UInt64, _ upper: UInt64, _ reader: inout LedgerReader) throws -> [Found] {
        let name = Array(subject.description.utf8)
        var found: [Found] = []
        var index = lower
        while index < upper, found.count <= limit {
            let stop = min(upper, (index / HistoryScan.width + 1) * HistoryScan.width)
            try reader.forEach(from: index, to: stop, verifying: false) { index, bytes in
                guard found.count <= limit, bytes.contains(name), let one = try match(index, bytes) else { return }
                found.append(one)
            }
            index = stop
        }
        return found
    }

    private func match(_ index: UInt64, _ bytes: Span<UInt8>) throws -> Found? {
        let entry = try LedgerEntry(bytes.array)
        guard entry.time >= from, entry.time <= through,
            let item = HistoryItem(entry, of: subject, in: practice)
        else { return nil }
        let deposit: DepositID? = if case .deposit(let body) = entry.event { body.deposit } else { nil }
        return (index, item, deposit)
    }

    /// The items, of deposits with the number of the entry that says that they are in the store.
    private func completed(_ found: [Found], _ reader: inout LedgerReader) throws -> [HistoryItem] {
        let deposits = found.filter { $0.deposit != nil }
        guard let first = deposits.first?.index, let last = deposits.last?.index else { return found.map(\.item) }
        let wanted = Set(deposits.compactMap(\.deposit))
        let stored = try stored(wanted, first, min(reader.size, last + HistoryScan.storedWithin), &reader)
        return found.map { one in
            var item = one.item
            item.stored = one.deposit.flatMap { stored[$0] }
            return item
        }
    }

    private func stored(
        _ wanted: Set<DepositID>, _ lower: UInt64, _ upper: UInt64, _ reader: inout LedgerReader
    ) throws -> [DepositID: Int64] {
        let (kind, practice) = (Array(#""kind":"stored""#.utf8), Array(practice.description.utf8))
        var stored: [DepositID: Int64] = [:]
        try reader.forEach(from: lower, to: upper, verifying: false) { _, bytes in
            guard bytes.contains(kind), bytes.contains(practice) else { return }
            let entry = try LedgerEntry(bytes.array)
            guard let link = entry.link, link.practice == self.practice, case .stored(let body) = entry.event,
                wanted.contains(body.deposit)
            else { return }
            stored[body.deposit] = link.n
        }
        return stored
    }
}

extension Span<UInt8> {
    /// A copy of the bytes.
    fileprivate var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }

    /// Whether the bytes stand in here, as they are.
    fileprivate func contains(_ text: [UInt8]) -> Bool {
        guard let first = text.first, count >= text.count else { return false }
        for start in 0...(count - text.count) where self[start] == first {
            var length = 1
            while length < text.count, self[start + length] == text[length] { length += 1 }
            if length == text.count { return true }
        }
        return false
    }
}
