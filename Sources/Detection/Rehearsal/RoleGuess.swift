import Vocabulary

/// Guesses a role from behaviour, where neither a table nor the log says it. Reports say that it is a guess.
enum RoleGuess {
    /// Practices from which on an account serves many.
    static let manyPractices = 6
    /// Openings on the median day from which on it is a secretary's.
    static let busyDay = 55
    /// An account that opened as many patients and never a clinical route is no clinician's, in a log that has such
    /// routes.
    static let manyOpenings = 40

    /// Many practices: a remote secretariat. A third of all accesses at night: on-call. Never a clinical route, or, in
    /// a log without such routes, a busy median day: a secretary. Else a physician.
    static func role(of history: AccountHistory, hasClinicalRoutes: Bool) -> Role {
        if history.touched.count >= manyPractices { return .remoteSecretariat }
        if history.accessesAtNight * 3 >= history.accesses { return .onCall }
        if hasClinicalRoutes {
            return history.clinical == 0 && history.openings.count >= manyOpenings ? .secretary : .physician
        }
        let days = history.openingsByDay.sorted()
        if let median = days.isEmpty ? nil : days[days.count / 2], median >= busyDay { return .secretary }
        return .physician
    }

    /// From 20:00 to 6:00 UTC.
    static func isNight(_ time: Int64) -> Bool {
        let day = time % 86_400_000
        let hour = (day < 0 ? day + 86_400_000 : day) / 3_600_000
        return hour >= 20 || hour < 6
    }
}
