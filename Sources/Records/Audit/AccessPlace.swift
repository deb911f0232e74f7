import Vocabulary

/// A place in a practice's access log: a day's file and the byte at which a line begins.
struct AccessPlace: Sendable, Hashable {
    let day: CivilDate
    let offset: UInt64

    init(day: CivilDate, offset: UInt64 = 0) {
        self.day = day
        self.offset = offset
    }

    /// Reads what ``text`` wrote.
    init?(_ text: String) {
        let halves = text.split(separator: ":")
        guard halves.count == 2, let number = Int(halves[0]), let offset = UInt64(halves[1]) else { return nil }
        self.init(day: CivilDate(days: number), offset: offset)
    }

    /// For a paging token.
    var text: String { "\(day.days):\(offset)" }
}
