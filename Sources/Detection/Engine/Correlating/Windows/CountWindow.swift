/// `event_count`: how many matches.
///
/// Matches of one moment are one item. Beyond 65,536 items the older half is joined in pairs, each pair at its later
/// moment: then a match may count for a little longer than the window, never for less.
struct CountWindow: SlidingWindow {
    private static let most = 65_536
    private let span: Int64
    private var items = Ring<(time: Int64, count: Int)>()
    private var total = 0

    init(_ shape: WindowShape) { span = shape.span }

    var weight: Int { total }

    mutating func add(_ input: CorrelationInput) {
        total += 1
        if let last = items.last, last.time == input.time {
            items[items.count - 1] = (last.time, last.count + 1)
        } else {
            if items.count >= CountWindow.most { join() }
            items.append((input.time, 1))
        }
    }

    mutating func measure(at now: Int64) -> Double? {
        while let first = items.first, first.time < now - span {
            total -= first.count
            items.popFirst()
        }
        return total == 0 ? nil : Double(total)
    }

    private mutating func join() {
        var joined: [(time: Int64, count: Int)] = []
        for place in stride(from: 0, to: items.count / 2 & ~1, by: 2) {
            joined.append((items[place + 1].time, items[place].count + items[place + 1].count))
        }
        for place in (items.count / 2 & ~1)..<items.count { joined.append(items[place]) }
        items.replace(with: joined)
    }
}
