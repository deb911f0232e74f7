/// A correlation's `timespan`: a number and a unit (Sigma correlation rules specification 2.1, "Time Selection");
/// weeks, months and years as pySigma counts them.
struct Timespan {
    /// Milliseconds.
    let milliseconds: Int64

    private static let seconds: [Character: Int64] = [
        "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800, "M": 2_629_746, "y": 31_556_952,
    ]
    /// Ten years.
    private static let longest: Int64 = 315_569_520

    init(_ text: String, place: RulePlace) throws(RuleError) {
        guard let unit = text.last, let seconds = Timespan.seconds[unit], text.utf8.count <= 10,
            text.dropLast().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(text.dropLast()),
            count > 0
        else {
            throw place.refuse(
                "timespan `\(text.prefix(20))` is none", instead: "write a number and s, m, h or d, as `90m`")
        }
        let (total, isOver) = count.multipliedReportingOverflow(by: seconds)
        guard !isOver, total <= Timespan.longest else {
            throw place.refuse("timespan `\(text)` is longer than ten years", instead: "write a shorter one")
        }
        milliseconds = total * 1_000
    }
}
