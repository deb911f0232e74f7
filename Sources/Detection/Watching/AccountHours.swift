import Vocabulary

/// What each account touched in the hour that its newest event is of, for baselines: distinct practices and patients, rows and bytes.
struct AccountHours {
    /// One account's hour.
    struct Hour {
        var slot: Int64
        var practices: Set<UInt64> = []
        var patients: Set<UInt64> = []
        var rows = 0.0
        var bytes = 0.0
        /// What was judged last of each measure, so that growth by a tenth is judged once.
        var judged = [0.0, 0.0, 0.0, 0.0]

        var values: [Double] { [Double(practices.count), Double(patients.count), rows, bytes] }
    }

    /// A measure that has grown.
    struct Growth {
        let measure: String
        let value: Double
        /// In how long, milliseconds.
        let span: Int64
    }

    static let measures = [Taxonomy.practices, "patients", Taxonomy.rows, Taxonomy.bytes]
    private static let (length, mostAccounts, mostValues): (Int64, Int, Int) = (3_600_000, 50_000, 20_000)
    private var hours: [String: Hour] = [:]

    /// Counts an event; the measures that have grown by a tenth since they were judged last.
    mutating func count(_ event: Event, of account: String, at time: Timestamp) -> [Growth] {
        let slot = time.milliseconds / AccountHours.length
        guard var hour = hours[account].map({ $0.slot < slot ? Hour(slot: slot) : $0 }) ?? begin(slot) else {
            return []
        }
        for value in event.values(Taxonomy.practice) { AccountHours.insert(value, &hour.practices) }
        for value in event.values(Taxonomy.patient) { AccountHours.insert(value, &hour.patients) }
        hour.rows += AccountHours.number(event, Taxonomy.rows)
        hour.bytes += AccountHours.number(event, Taxonomy.bytes)
        let grown = AccountHours.grown(&hour, time.milliseconds - hour.slot * AccountHours.length)
        hours[account] = hour
        return grown
    }

    private static func grown(_ hour: inout Hour, _ span: Int64) -> [Growth] {
        var grown: [Growth] = []
        for (place, value) in hour.values.enumerated() where value > hour.judged[place] * 1.1 {
            hour.judged[place] = value
            grown.append(Growth(measure: measures[place], value: value, span: max(60_000, span)))
        }
        return grown
    }

    /// A new account's hour; those whose hour is over make room.
    private mutating func begin(_ slot: Int64) -> Hour? {
        if hours.count >= AccountHours.mostAccounts { hours = hours.filter { $0.value.slot >= slot } }
        return hours.count < AccountHours.mostAccounts ? Hour(slot: slot) : nil
    }

    private static func insert(_ value: String, _ set: inout Set<UInt64>) {
        guard set.count < mostValues else { return }
        set.insert(TextHash(value.utf8).value)
    }

    private static func number(_ event: Event, _ name: String) -> Double {
        event.first(name).flatMap(Double.init).map { $0.isFinite && $0 > 0 ? $0 : 0 } ?? 0
    }
}
