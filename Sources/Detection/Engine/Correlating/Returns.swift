/// About how often a group came within the last span or two: a count-min sketch in two generations (Cormode and
/// Muthukrishnan, 2005), less what all others put into its cells on average.
///
/// Without that a flood of groups that come once would fill all cells, and each newcomer would seem to have come often.
struct Returns: Sendable {
    private static let width = 1 << 16
    /// A generation takes at least so many groups: emptying its cells costs little for each.
    private static let fewest = 4_096
    private let span: Int64
    private var now: [UInt16] = []
    private var before: [UInt16] = []
    private var noted = (now: 0, before: 0)
    private var began = Int64.min

    init(span: Int64) { self.span = span }

    /// Notes that a group came; how often it had before.
    mutating func note(_ group: UInt64, at time: Int64) -> Int {
        if now.isEmpty {
            now = Array(repeating: 0, count: 4 * Returns.width)
            before = now
            began = time
        }
        if noted.now >= Returns.fewest, time > began &+ span { turn(time) }
        var (least, old) = (UInt16.max, UInt16.max)
        for row in 0..<4 {
            let cell = row * Returns.width + Int(truncatingIfNeeded: group >> UInt64(row * 16)) & (Returns.width - 1)
            least = min(least, now[cell])
            old = min(old, before[cell])
            now[cell] = now[cell] &+ (now[cell] < .max ? 1 : 0)
        }
        defer { noted.now += 1 }
        return max(0, Int(least) - noted.now / Returns.width) + max(0, Int(old) - noted.before / Returns.width)
    }

    private mutating func turn(_ time: Int64) {
        swap(&now, &before)
        for index in now.indices { now[index] = 0 }
        (noted, began) = ((0, noted.now), time)
    }
}
