import Vocabulary

/// How like two values are.
enum Likeness: Int, Comparable, Sendable {
    case different
    /// One of the two is not there, so nothing is said.
    case unknown
    case alike
    case same

    static func < (a: Likeness, b: Likeness) -> Bool { a.rawValue < b.rawValue }
}

extension Likeness {
    /// Names, folded: alike are those that sound so, differ by a slip of the finger, or of which one begins with the other.
    init(name a: NameForm, _ b: NameForm) {
        if a.text == b.text {
            self = .same
        } else if a.sound == b.sound || Likeness.isSlip(a.text, b.text) || Likeness.isBeginning(a.text, b.text) {
            self = .alike
        } else {
            self = .different
        }
    }

    /// The best of all pairs; unknown where one side has none.
    init(names a: [NameForm], _ b: [NameForm]) {
        let all = a.flatMap { one in b.map { Likeness(name: one, $0) } }
        self = all.max() ?? .unknown
    }

    /// Days, `YYYY-MM-DD`: alike are those of which one part of three differs, or month and day have changed places.
    init(day a: String?, _ b: String?) {
        guard let a, let b else {
            self = .unknown
            return
        }
        let (left, right) = (a.split(separator: "-"), b.split(separator: "-"))
        guard left.count == 3, right.count == 3 else {
            self = .unknown
            return
        }
        let equal = zip(left, right).count { $0 == $1 }
        let isTurned = left[0] == right[0] && left[1] == right[2] && left[2] == right[1]
        self = equal == 3 ? .same : equal == 2 || isTurned ? .alike : .different
    }

    /// Four letters of which one is wrong, missing, too many or in its neighbour's place; two of eight letters.
    private static func isSlip(_ a: String, _ b: String) -> Bool {
        let (left, right) = (Array(a.utf8), Array(b.utf8))
        let length = min(left.count, right.count)
        guard length >= 3, max(left.count, right.count) >= 4, max(left.count, right.count) <= 64 else { return false }
        return distance(left, right) <= (length >= 8 ? 2 : 1)
    }

    private static func isBeginning(_ a: String, _ b: String) -> Bool {
        min(a.utf8.count, b.utf8.count) >= 4 && (a.hasPrefix(b) || b.hasPrefix(a))
    }

    /// Optimal string alignment: insertions, deletions, substitutions, neighbours swapped.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
