import Vocabulary

/// The time zone of a log that does not name one with each time.
///
/// Zones of the European Union follow its rule of 1996 (directive 2000/84/EC): summer time from the last Sunday of
/// March to the last Sunday of October, both at 01:00 UTC. France's overseas departments have fixed offsets.
public struct LogZone: Hashable, Sendable {
    /// Seconds east of Greenwich in winter.
    let offset: Int64
    /// Whether it has the European Union's summer time.
    let hasSummer: Bool

    init(offset: Int64, hasSummer: Bool = false) { (self.offset, self.hasSummer) = (offset, hasSummer) }

    /// Coordinated universal time.
    public static let utc = LogZone(offset: 0)

    /// Reads `UTC`, `Europe/Paris`, `Indian/Reunion`, an abbreviation such as `CEST`, or `+02:00`; nil for others.
    public init?(_ name: String) {
        if let (hours, summer) = LogZone.names[name] {
            self.init(offset: hours * 3_600, hasSummer: summer)
        } else {
            var walk = ByteWalk(Array(name.utf8))
            guard let offset = walk.zone(), walk.isAtEnd else { return nil }
            self.init(offset: offset)
        }
    }

    /// Seconds east of Greenwich at a local time (counted as if it were UTC). In the hour that comes twice, the first.
    func offset(atLocal seconds: Int64) -> Int64 {
        guard hasSummer else { return offset }
        let summer = offset + 3_600
        return isSummer(seconds - summer) ? summer : offset
    }

    private func isSummer(_ seconds: Int64) -> Bool {
        let year = CivilDate(days: Int(Timestamp(seconds: seconds).day)).components.year
        return seconds >= LogZone.change(year, 3) && seconds < LogZone.change(year, 10)
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(_ year: Int, _ month: Int) -> Int64 {
        let last = CivilDate(year: year, month: month, day: 31)
        return Int64(last.days - last.weekday % 7) * 86_400 + 3_600
    }

    private static let names: [String: (Int64, Bool)] = [
        "Europe/Paris": (1, true), "Europe/Brussels": (1, true), "Europe/Berlin": (1, true), "Europe/Madrid": (1, true),
        "Europe/Rome": (1, true), "Europe/Luxembourg": (1, true), "Europe/Zurich": (1, true),
        "Europe/Monaco": (1, true),
        "Europe/Amsterdam": (1, true), "Europe/Vienna": (1, true), "Europe/Stockholm": (1, true),
        "Europe/Warsaw": (1, true),
        "Europe/Lisbon": (0, true), "Europe/Dublin": (0, true), "Europe/London": (0, true), "Europe/Athens": (2, true),
        "Europe/Helsinki": (2, true), "Europe/Bucharest": (2, true), "Indian/Reunion": (4, false),
        "Indian/Mayotte": (3, false),
        "America/Martinique": (-4, false), "America/Guadeloupe": (-4, false), "America/Cayenne": (-3, false),
        "Pacific/Noumea": (11, false), "Pacific/Tahiti": (-10, false), "America/Saint_Barthelemy": (-4, false),
    ]

    /// The abbreviations that PostgreSQL's default set and system loggers write, hours east (halves as minutes would be
    /// `+05:30`).
    static let abbreviations: [String: Int64] = [
        "UTC": 0, "GMT": 0, "Z": 0, "UCT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "EET": 2,
        "EEST": 3, "BST": 1, "MSK": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
        "PDT": -7, "JST": 9, "AEST": 10, "AEDT": 11, "RET": 4,
    ]
}
