import Vocabulary

/// A finding that was told, and what came of the same rule and group since.
struct ToldFinding: Sendable, Codable {
    /// As last told or folded: its id and first moment are the first's, its events all of them.
    var finding: Finding
    /// When the first was told.
    let since: Timestamp
    /// How many have come, the first counted.
    var count = 1
    /// How many updates were told.
    var updates = 0
    /// The greatest measure told.
    var measure: Double?
    /// The count when it was last told.
    var toldCount = 1
    /// Its place in the order of its level.
    var ticket: UInt64

    init(_ finding: Finding, since: Timestamp, ticket: UInt64) {
        (self.finding, self.since, self.ticket) = (finding, since, ticket)
        measure = finding.measure
    }

    /// Takes in another of the same rule and group, which may be the same one read again.
    mutating func fold(_ other: Finding) {
        let isSame = other.id == finding.id && other.first == finding.first && other.last == finding.last
        var merged = other
        merged.id = finding.id
        merged.first = min(finding.first, other.first)
        merged.last = max(finding.last, other.last)
        merged.level = max(finding.level, other.level)
        merged.measure = [finding.measure, other.measure].compactMap { $0 }.max()
        let sum = finding.events.addingReportingOverflow(other.events)
        merged.events = isSame ? max(finding.events, other.events) : sum.overflow ? .max : sum.partialValue
        finding = merged
        if !isSame { count += 1 }
    }

    /// Marks what it is now as told.
    mutating func tell() -> (Finding, number: Int) {
        updates += 1
        (measure, toldCount, finding.update) = (finding.measure, count, updates)
        return (finding, updates)
    }
}
