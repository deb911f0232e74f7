import Vocabulary

/// What the rehearsal keeps of one account.
struct AccountHistory: Sendable {
    /// The first access of a patient that is not within a day of the one before: what a limit would be asked about.
    struct Opening: Sendable {
        var time: Int64
        var patient: UInt64
        var practice: Int32
    }

    var patients = SlidingDistinct()
    var practices = SlidingDistinct()
    var touched: Set<Int32> = []
    var openings: [Opening] = []
    var walk = IDWalk()
    /// The role that the log itself says.
    var role: Role?
    var accesses = 0
    var accessesAtNight = 0
    /// Calls of routes that export many records.
    var exports = 0
    /// Calls of routes that clinicians use.
    var clinical = 0
    /// Patients that nobody had opened before in the log, counted once the log has run in.
    var unseen = 0
    /// Openings not kept, or patients forgotten, for want of room.
    var isCut = false

    /// Openings on each day (UTC) with any.
    var openingsByDay: [Int] {
        var days: [Int64: Int] = [:]
        for opening in openings { days[Timestamp(milliseconds: opening.time).day, default: 0] += 1 }
        return Array(days.values)
    }

    /// Enters an access.
    mutating func record(_ access: Access, mayGrow: Bool) {
        accesses += 1
        if RoleGuess.isNight(access.time) { accessesAtNight += 1 }
        if access.kind == .export { exports += 1 }
        if access.kind == .clinical { clinical += 1 }
        touched.insert(access.practice)
        practices.record(UInt64(UInt32(bitPattern: access.practice)), at: access.time)
        guard access.hasPatient else { return }
        if !mayGrow, !patients.contains(access.patient, within: 2) {
            isCut = true
            patients.forgetOldest()
        }
        guard patients.record(access.patient, at: access.time) else { return }
        if let number = access.number { walk.record(number) }
        guard mayGrow else { return isCut = true }
        openings.append(Opening(time: access.time, patient: access.patient, practice: access.practice))
    }
}
