import Vocabulary

/// What honest people do in a practice, day by day: who books whom, who opens whom, when and how.
///
/// Everything follows from profile, practice, seed and start; asking for a day twice gives the same answer. Patients come
/// in proportion to their ``VisitPattern``, of which the time since their last visit before the simulation follows too:
/// about a tenth of those whom a doctor sees were not there for a year.
public struct HonestDays: Sendable {
    /// The kind of month.
    public let profile: HonestProfile
    /// The practice.
    public let practice: SyntheticPractice
    /// The date of day 0.
    public let start: CivilDate
    /// Number of simulated days; 0 to this, exclusive, may be asked for.
    public let dayCount: Int
    /// The memberships: the practice's professionals, then those that the profile adds.
    public let members: [HonestMember]
    /// Patients with those who become known during the simulation.
    public private(set) var patientTotal: Int
    /// Practices that a remote secretariat serves; 1 elsewhere.
    public let servedPractices: Int

    let seed: UInt64
    /// Days before day 0 whose visits are known too, for results that come in later.
    static let past = 14
    /// Days after the last whose appointments are booked during the simulation.
    static let future = 90
    /// All patients.
    var everyone = PatientList()
    /// Each physician's own patients, by membership index.
    var lists: [PatientList] = []
    /// Visits by day, from day −`past` on.
    var visits: [[HonestVisit]] = []
    /// The last visit on the days before day 0 that are planned too. Only looked up, never walked through.
    var latestPast: [Int: Int] = [:]
    /// Appointments by the day on which they are.
    var appointments: [[HonestBooking]] = []
    /// Appointments by the day on which they were booked.
    var booked: [[HonestBooking]] = []

    /// Plans all days. `days` is kept between 1 and 400.
    public init(
        profile: HonestProfile, practice: SyntheticPractice, seed: UInt64, start: CivilDate, days: Int = 30
    ) {
        (self.profile, self.practice, self.seed, self.start) = (profile, practice, seed, start)
        dayCount = min(max(days, 1), 400)
        members = HonestDays.members(profile, practice)
        patientTotal = practice.patientCount
        servedPractices = profile == .remoteSecretariat ? max(1, min(25, practice.patientCount / 500)) : 1
        appointments = Array(repeating: [], count: dayCount)
        booked = Array(repeating: [], count: dayCount)
        fillLists()
        for day in -Self.past..<dayCount + Self.future { plan(day) }
        for day in booked.indices { booked[day].sort { $0.bookedTime < $1.bookedTime } }
        for day in appointments.indices { appointments[day].sort { $0.time < $1.time } }
    }

    /// The date of a simulated day.
    public func date(_ day: Int) -> CivilDate { start.adding(day) }

    /// Appointments of a day, in the order of their times; none for a day out of range.
    public func bookings(for day: Int) -> [HonestBooking] {
        appointments.indices.contains(day) ? appointments[day] : []
    }

    /// Appointments booked on a day, in the order of booking; those booked before day 0 are in ``bookings(for:)`` only.
    public func bookings(madeOn day: Int) -> [HonestBooking] { booked.indices.contains(day) ? booked[day] : [] }

    /// Day of the last visit before the simulation, as a negative offset: −1 is the day before day 0.
    ///
    /// Nil for a patient who becomes known during the simulation. Below −365 means that nobody saw the patient for a year.
    public func initialLastSeen(_ patient: Int) -> Int? {
        guard patient >= 0, patient < practice.patientCount else { return nil }
        return max(practice.lastVisit(patient: patient), latestPast[patient] ?? Int.min)
    }

    /// The visits of a day.
    func visits(on day: Int) -> [HonestVisit] {
        visits.indices.contains(day + Self.past) ? visits[day + Self.past] : []
    }

    /// Which served practice a patient belongs to.
    func servedPractice(of patient: Int) -> Int { patient % servedPractices }

    private static func members(_ profile: HonestProfile, _ practice: SyntheticPractice) -> [HonestMember] {
        var roles = practice.professionals.map(\.role)
        for role in Role.allCases {
            let missing = profile.neededRoles.count { $0 == role } - roles.count { $0 == role }
            for _ in 0..<max(0, missing) { roles.append(role) }
        }
        var members = roles.enumerated().map { HonestMember(index: $0.offset, role: $0.element, replaces: nil) }
        if profile == .locum, let away = members.first(where: { $0.role == .physician }) {
            members.append(HonestMember(index: members.count, role: .physician, replaces: away.index))
        }
        return members
    }

    /// Gives every patient to a usual physician, if there are any.
    private mutating func fillLists() {
        lists = Array(repeating: PatientList(), count: members.count)
        let physicians = members.filter { $0.role == .physician && $0.replaces == nil }.map(\.index)
        for patient in 0..<practice.patientCount {
            let weight = VisitPattern(practiceSeed: practice.seed, row: patient).yearlyVisits
            everyone.add(patient, weight: weight)
            guard physicians.count > 1 else { continue }
            var random = SeededGenerator(seed: practice.seed, .usualPhysician, patient)
            lists[physicians[random.below(physicians.count)]].add(patient, weight: weight)
        }
    }

    /// Plans the visits of one day.
    private mutating func plan(_ day: Int) {
        visits.append([])
        for member in members {
            for (shape, factor) in work(of: member, on: day) where day < dayCount || shape.booked > 0 {
                plan(member, day, shape, factor)
            }
        }
        guard day < 0 else { return }
        for visit in visits(on: day) { latestPast[visit.patient] = day }
    }

    /// Makes someone new known, on simulated days.
    mutating func newPatient() -> Int {
        patientTotal += 1
        return patientTotal - 1
    }
}
