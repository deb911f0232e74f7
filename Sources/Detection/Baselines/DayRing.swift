/// The greatest measure of each of the last 60 days, in each of six blocks of four hours: 720 bytes, whatever happens.
struct DayRing: Hashable, Sendable {
    static let days = 60
    static let blocks = 6
    /// By day modulo 60, then block.
    private(set) var codes = [UInt16](repeating: 0, count: days * blocks)
    /// The latest day that stands in it.
    private(set) var latest: Int

    init(latest: Int) { self.latest = latest }

    /// Takes written codes; nil when there are not 360.
    init?(latest: Int, codes: [UInt16]) {
        guard codes.count == DayRing.days * DayRing.blocks else { return nil }
        (self.latest, self.codes) = (latest, codes)
    }

    /// Makes a day the latest; days between are days without anything.
    mutating func advance(to day: Int) {
        guard day > latest else { return }
        for passed in max(latest + 1, day - DayRing.days + 1)...day {
            for block in 0..<DayRing.blocks { codes[DayRing.place(passed, block)] = 0 }
        }
        latest = day
    }

    /// Takes in a measure; one of a day that is out of sight is passed over.
    mutating func record(_ value: Double, day: Int, block: Int) {
        guard day <= latest, day > latest - DayRing.days, (0..<DayRing.blocks).contains(block) else { return }
        let place = DayRing.place(day, block)
        codes[place] = max(codes[place], CompactCount(value).code)
    }

    /// The greatest of a day.
    func greatest(day: Int) -> CompactCount { greatest(day: day, from: 0, count: DayRing.blocks) }

    /// The greatest of so many blocks of a day, from one on, round the clock.
    func greatest(day: Int, from block: Int, count: Int) -> CompactCount {
        guard day <= latest, day > latest - DayRing.days else { return CompactCount(code: 0) }
        let first = DayRing.place(day, 0)
        var greatest: UInt16 = 0
        for step in 0..<count { greatest = max(greatest, codes[first + (block + step) % DayRing.blocks]) }
        return CompactCount(code: greatest)
    }

    /// The days before the given one that are in sight.
    func past(before day: Int) -> Range<Int> {
        let begin = max(latest - DayRing.days + 1, day - DayRing.days)
        return begin < day ? begin..<min(day, latest + 1) : day..<day
    }

    private static func place(_ day: Int, _ block: Int) -> Int {
        ((day % days + days) % days) * blocks + block
    }
}
