import Records
import Vocabulary

extension Timestamp {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// As `Last-Modified` has it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String {
        let day = instant.prefix(10).split(separator: "-")
        guard day.count == 3, let month = Int(day[1]), (1...12).contains(month), self.day >= 0 else {
            return "Thu, 01 Jan 1970 00:00:00 GMT"
        }
        let weekday = Timestamp.weekdays[Int(self.day % 7)]
        let time = instant.dropFirst(11).prefix(8)
        return "\(weekday), \(day[2]) \(Timestamp.months[month - 1]) \(day[0]) \(time) GMT"
    }
}
