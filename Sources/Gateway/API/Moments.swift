import Records
import Vocabulary

extension Timestamp {
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
