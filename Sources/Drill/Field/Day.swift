import Synthetic
import Vocabulary

/// Dates as FHIR writes them.
enum Day {
    /// `YYYY-MM-DD` of days since 1970-01-01.
    static func text(_ day: Int64) -> String { CivilDate(days: Int(clamping: day)).description }

    /// A moment in UTC to the second, `YYYY-MM-DDThh:mm:ssZ`.
    static func instant(_ moment: Timestamp) -> String {
        let seconds = moment.seconds - moment.day * 86_400
        func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }
        return "\(text(moment.day))T\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }
}
