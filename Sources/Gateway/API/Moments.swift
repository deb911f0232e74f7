import Foundation
import Vocabulary

extension Timestamp {
    private var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// As `Last-Modified` has it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    var httpDate: String { date.formatted(.http) }
}
