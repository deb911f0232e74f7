@testable import Ledger

/// Entries of bundles changed, their form kept.
extension Damages {
    private typealias Bundle = (file: String, first: Int, entries: [[UInt8]])

    private mutating func bundle() -> Bundle? { numbers.pick(bundles) }

    mutating func swapEntries() -> Damage? {
        guard let one = bundle(), let other = bundle() else { return nil }
        let (first, second) = (numbers.below(one.entries.count), numbers.below(other.entries.count))
        let traces = [[Trace.entry(one.first + first, one.file)], [Trace.entry(other.first + second, other.file)]]
        if one.file == other.file {
            guard first != second else { return nil }
            var entries = one.entries
            entries.swapAt(first, second)
            return Damage("swap entries", [one.file: Damages.bundle(entries)], traces[0], traces[1])
        }
        var (left, right) = (one.entries, other.entries)
        (left[first], right[second]) = (right[second], left[first])
        let changes = [one.file: Damages.bundle(left), other.file: Damages.bundle(right)]
        return Damage("swap entries", changes, traces[0], traces[1])
    }

    mutating func dropEntry() -> Damage? {
        guard var bundle = bundle() else { return nil }
        bundle.entries.remove(at: numbers.below(bundle.entries.count))
        return Damage("drop entry", [bundle.file: Damages.bundle(bundle.entries)], [.file(bundle.file)])
    }

    /// One entry in the place of the one before, so that the number stays.
    mutating func doubleEntry() -> Damage? {
        guard var bundle = bundle(), bundle.entries.count > 1 else { return nil }
        let place = 1 + numbers.below(bundle.entries.count - 1)
        bundle.entries[place - 1] = bundle.entries[place]
        return Damage(
            "double entry", [bundle.file: Damages.bundle(bundle.entries)],
            [.entry(bundle.first + place - 1, bundle.file)])
    }

    mutating func changeEntry() -> Damage? {
        guard var bundle = bundle() else { return nil }
        let place = numbers.below(bundle.entries.count)
        bundle.entries[place] += numbers.bytes(1 + numbers.below(30))
        return Damage(
            "change entry", [bundle.file: Damages.bundle(bundle.entries)], [.entry(bundle.first + place, bundle.file)])
    }
}
