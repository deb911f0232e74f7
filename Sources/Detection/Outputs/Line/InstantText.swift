import Vocabulary

/// Reads exactly what ``Timestamp/instant`` writes for the years 0 to 9999.
enum InstantText {
    static func read(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        guard bytes.count == 24 else { return nil }
        func number(_ range: Range<Int>) -> Int64? {
            guard bytes[range].allSatisfy({ $0 &- 48 < 10 }) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            let milliseconds = number(20..<23), (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60
        else { return nil }
        let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
        let inDay = (hour * 3_600 + minute * 60 + second) * 1_000 + milliseconds
        let moment = Timestamp(milliseconds: Int64(date.days) * 86_400_000 + inDay)
        return moment.instant == text ? moment : nil
    }
}
