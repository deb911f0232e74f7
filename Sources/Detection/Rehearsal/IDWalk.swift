/// Notices that patients are opened in the order of their ids.
///
/// A step is an opening whose id lies one to four above, or below, one of the eight opened before; honest patients come
/// in no order of ids.
struct IDWalk: Sendable {
    private static let memory = 8
    private static let reach: UInt64 = 4
    private var recent: [UInt64] = []
    private var place = 0
    /// Openings with a number for an id.
    private(set) var openings = 0
    /// Those that are a step.
    private(set) var steps = 0

    /// Share of steps, 0 to 1.
    var share: Double { openings == 0 ? 0 : Double(steps) / Double(openings) }

    /// Enters an opening.
    mutating func record(_ id: UInt64) {
        openings += 1
        let isStep = recent.contains { other in
            let distance = id > other ? id - other : other - id
            return distance > 0 && distance <= Self.reach
        }
        if isStep { steps += 1 }
        guard recent.count == Self.memory else { return recent.append(id) }
        recent[place] = id
        place = (place + 1) % Self.memory
    }

    /// The number of an id of up to eight letters or marks and then digits; nil for other forms (random ids).
    static func number(of id: String) -> UInt64? {
        let digits = id.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let head = id.utf8.count - digits.count
        guard !digits.isEmpty, head <= 8, !id.utf8.prefix(head).contains(where: { $0 < 0x3A && $0 >= 0x30 }) else {
            return nil
        }
        return UInt64(id.utf8.suffix(digits.count).reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) })
    }
}
