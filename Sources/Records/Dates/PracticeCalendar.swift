import Foundation
import Vocabulary

/// The calendar by which a practice's days are counted: Paris.
enum PracticeCalendar {
    private static let zone = TimeZone(identifier: "Europe/Paris")

    /// The day on which a moment falls; in UTC where the system has no time zones.
    static func day(of moment: Timestamp) -> CivilDate {
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        let shifted = moment.adding(seconds: Int64(zone?.secondsFromGMT(for: date) ?? 0))
        return CivilDate(days: Int(shifted.day))
    }
}
