/// Phone numbers that ARCEP's numbering plan keeps for works of fiction (decision 2018-0881, §2.5.12).
enum FictionalPhone {
    /// `01 99 00 xx xx`, or the sister ranges of the other regions.
    static func landline(_ random: inout SeededGenerator) -> String {
        let ranges = ["01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49"]
        return number(ranges[random.below(ranges.count)], &random)
    }

    /// `06 39 98 xx xx`.
    static func mobile(_ random: inout SeededGenerator) -> String { number("06 39 98", &random) }

    private static func number(_ range: String, _ random: inout SeededGenerator) -> String {
        var out = ByteWriter()
        out.raw(range + " ")
        out.integer(random.below(100), width: 2)
        out.raw(" ")
        out.integer(random.below(100), width: 2)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
