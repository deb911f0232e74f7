import Foundation
import Vocabulary

/// Days and hours as a patient's clock shows them: Paris; UTC where the system has no time zones.
enum HistoryCalendar {
    private static let zone = TimeZone(identifier: "Europe/Paris")
    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The day on which a moment falls.
    static func day(_ moment: Timestamp) -> CivilDate { CivilDate(days: Int(local(moment).day)) }

    /// A day in words: `27 novembre 2026`.
    static func words(_ day: CivilDate, _ language: HistoryLanguage) -> String {
        let (year, month, number) = day.components
        let months = language == .french ? french : english
        let first = number == 1 && language == .french ? "1er" : String(number)
        return "\(first) \(months[month - 1]) \(year)"
    }

    /// Hours and minutes: `9 h 05`, `09:05`.
    static func time(_ moment: Timestamp, _ language: HistoryLanguage) -> String {
        let minute = (local(moment).seconds % 86_400 + 86_400) % 86_400 / 60
        let (hours, minutes) = (String(minute / 60), (minute % 60 < 10 ? "0" : "") + String(minute % 60))
        return language == .french ? "\(hours) h \(minutes)" : (minute < 600 ? "0" : "") + "\(hours):\(minutes)"
    }

    private static func local(_ moment: Timestamp) -> Timestamp {
        let date = Date(timeIntervalSince1970: Double(moment.seconds))
        return moment.adding(seconds: Int64(zone?.secondsFromGMT(for: date) ?? 0))
    }
}
