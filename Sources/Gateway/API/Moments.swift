import Records
import Vocabulary

extension Timestamp {
    /// Reads an HTTP date in the form that is sent today (RFC 9110 §5.6.7); nil for anything else, which is then ignored.
    init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = Timestamp.months.firstIndex(of: String(words[2])),
            let day = Int(words[1]), let year = Int(words[3]), (1...9999).contains(year), (1...31).contains(day)
        else { return nil }
        let date = [(year, 4), (month + 1, 2), (day, 2)].map { Timestamp.padded($0.0, $0.1) }.joined(separator: "-")
        guard let moment = Timestamp(instant: "\(date)T\(words[4])Z") else { return nil }
        self = moment
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// As `Last-Modified` has it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String {
        let text = Array(instant.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
        guard text.count == 24, let month = Int(part(5..<7)), (1...12).contains(month), day >= 0 else {
            return "Thu, 01 Jan 1970 00:00:00 GMT"
        }
        let weekday = Timestamp.weekdays[Int(day % 7)]
        return "\(weekday), \(part(8..<10)) \(Timestamp.months[month - 1]) \(part(0..<4)) \(part(11..<19)) GMT"
    }
}
