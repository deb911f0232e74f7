import Vocabulary

/// Birth dates as samples write them: ISO (`1955-08-14`, `1955-08-14T00:00:00`, `19550814`) and the day first
/// (`14/08/1955`, with `/`, `-` or `.`).
enum SampleDate {
    /// As `YYYY-MM-DD`; nil for what is no day of the calendar, or has its month first.
    static func day(_ text: String) -> String? {
        let text = text.prefix { $0 != "T" && $0 != " " }
        guard text.utf8.count <= 10 else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        let lengths = parts.map(\.utf8.count)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        if lengths == [8] { return checked(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100) }
        guard parts.count == 3, lengths[1] <= 2 else { return nil }
        if lengths[0] == 4, lengths[2] <= 2 { return checked(numbers[0], numbers[1], numbers[2]) }
        return lengths[0] <= 2 && lengths[2] == 4 ? checked(numbers[2], numbers[1], numbers[0]) : nil
    }

    private static func checked(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month), (1...31).contains(day), (1800...2200).contains(year) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.components == (year, month, day) ? date.description : nil
    }
}
