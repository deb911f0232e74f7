/// A working day as data: how many patients, when, how they come, what is looked at.
///
/// The figures are of French practice, from public statistics where there are any and plain reasoning elsewhere; none was
/// chosen with any limit in view. Quantiles reach from the emptiest to the fullest day that happens, tails included.
struct DayShape: Sendable {
    /// Patients on a day worked by one person.
    let patients: Quantiles
    /// Opening hours in minutes since midnight, with the share of the patients that they take.
    let hours: [(start: Int, end: Int, share: Double)]
    /// Factor for Monday to Saturday; Sundays and holidays are closed unless `worksAlways`.
    var weekdays: [Double] = [1, 1, 1, 1, 1, 0]
    /// Whether Sundays and holidays are worked too.
    var worksAlways = false
    /// Shares of patients with an appointment, unannounced, by emergency opening and from a list; the rest are searched.
    var booked = 0.0
    var walkIn = 0.0
    var emergency = 0.0
    var listed = 0.0
    /// Share of patients who have no record yet.
    let new: Double
    /// Share of patients who are usually another colleague's.
    var covered = 0.0
    /// Shares of patients whose contact data, care data and free text are looked at.
    let contact: Double
    let medical: Double
    let restricted: Double

    /// When the patient at a place of the day (0 to 1) comes, in milliseconds since midnight.
    func time(at place: Double) -> Int {
        var left = place
        for (start, end, share) in hours {
            if left < share { return Int((Double(start) + Double(end - start) * left / share) * 60_000) }
            left -= share
        }
        return (hours.last?.end ?? 0) * 60_000
    }
}
