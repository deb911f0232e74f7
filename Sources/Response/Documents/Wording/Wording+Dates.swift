import Vocabulary

extension Wording {
    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The day: `27 novembre 2026`, `27 November 2026`.
    func day(_ moment: Timestamp) -> String { day(ParisTime(moment)) }

    /// The minute: `27 novembre 2026 à 14 h 05 (heure de Paris)`, `27 November 2026 at 14:05 (Paris time)`.
    func time(_ moment: Timestamp) -> String {
        language.either(
            "\(day(moment)) à \(clock(moment)) (heure de Paris)", "\(day(moment)) at \(clock(moment)) (Paris time)")
    }

    /// The minute without its day: `14 h 05`, `14:05`.
    func clock(_ moment: Timestamp) -> String {
        let paris = ParisTime(moment)
        let minute = Wording.twoDigits(paris.minute)
        return language.either(
            "\(paris.hour)\u{A0}h\u{A0}\(minute)", "\(Wording.twoDigits(paris.hour)):\(minute)")
    }

    /// The minute, short, for tables that say above that it is Paris time: `27/11/2026 14:05`, `2026-11-27 14:05`.
    func shortTime(_ moment: Timestamp) -> String {
        let paris = ParisTime(moment)
        let (year, month, day) = paris.date.components
        let clock = Wording.twoDigits(paris.hour) + ":" + Wording.twoDigits(paris.minute)
        let date = language.either(
            "\(Wording.twoDigits(day))/\(Wording.twoDigits(month))/\(year)", paris.date.description)
        return date + " " + clock
    }

    private func day(_ paris: ParisTime) -> String {
        let (year, month, day) = paris.date.components
        let months = language == .french ? Wording.frenchMonths : Wording.englishMonths
        let number = language == .french && day == 1 ? "1er" : String(day)
        return "\(number)\u{A0}\(months[month - 1])\u{A0}\(year)"
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
