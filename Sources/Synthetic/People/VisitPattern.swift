/// How often a patient comes and how long ago the last time was: facts of the practice's list that last all month.
struct VisitPattern: Sendable {
    /// Visits a year expected of this record.
    let yearlyVisits: Double
    /// The record's place from rarest (0) to most frequent (1) visitor.
    let rank: Double
    /// Days from the last visit to today, at least 1.
    let daysSinceLast: Int

    /// Visits a year over all records that a practice of general medicine keeps.
    ///
    /// A general practitioner in France has some 1,000 patients who declared him or her as their physician and sees about
    /// 1,600 different ones a year, in about 5,000 acts; but the software keeps those who moved, died or came once, so a
    /// list of about 3,000 records. A quarter of them hardly ever come again; the median adult comes under twice a year;
    /// the chronically ill quarterly (renewals for three months) to monthly; a few come every week.
    static let yearly = Quantiles([
        (0, 0.03), (0.25, 0.15), (0.5, 0.7), (0.7, 2), (0.85, 4), (0.93, 7), (0.98, 12), (1, 26),
    ])

    /// A duplicate record is seldom found again: people look up the other one.
    static let duplicateFactor = 0.15

    /// The pattern of a row. The last visit follows from the rate as in a Poisson process, which has no memory.
    init(practiceSeed: UInt64, row: Int) {
        var random = SeededGenerator(seed: practiceSeed, .visits, row)
        let duplicate = PatientDrawing.isDuplicate(seed: practiceSeed, row: row)
        rank = random.unit()
        yearlyVisits = Self.yearly.value(at: rank) * (duplicate ? Self.duplicateFactor : 1)
        // Records go back fifteen years at most.
        daysSinceLast = 1 + Int(min(random.exponential() / yearlyVisits * 365, 15 * 365))
    }
}
