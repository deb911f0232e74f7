import Synthetic
import Vocabulary

/// One practice's month as a plain list of what happens.
struct HonestHouse {
    /// Something that happens.
    enum Happening {
        case opens(HonestEvent)
        case books(HonestBooking)

        var patient: Int {
            switch self {
            case .opens(let event): event.patient
            case .books(let booking): booking.patient
            }
        }
    }

    struct Step {
        let time: Timestamp
        let house: Int
        let what: Happening
    }

    let practice: SyntheticPractice
    let profile: HonestProfile
    let members: [HonestMember]
    let steps: [Step]
    private let index: Int
    private let lastSeen: [Int: Int]

    /// Plans the month. Patients found in an opening come before the booking made for them.
    init(_ index: Int, in town: HonestTown) {
        let (practice, profile) = town.plan[index]
        let days = HonestDays(
            profile: profile, practice: practice, seed: town.seed &+ UInt64(index), start: HonestTown.start,
            days: town.days)
        var steps: [Step] = []
        func add(_ day: Int, _ time: Int, _ what: Happening) {
            steps.append(Step(time: HonestTown.moment(day, time), house: index, what: what))
        }
        for day in 0..<town.days {
            for booking in days.bookings(for: day) where booking.bookedDay < 0 {
                add(booking.bookedDay, booking.bookedTime, .books(booking))
            }
            for event in days.events(day: day) { add(day, event.time, .opens(event)) }
            for booking in days.bookings(madeOn: day) where booking.professional >= 0 {
                add(day, booking.bookedTime, .books(booking))
            }
        }
        (self.practice, self.profile, self.members, self.steps, self.index) = (
            practice, profile, days.members, steps, index
        )
        let known = Set(steps.map(\.what.patient)).map { ($0, days.initialLastSeen($0)) }
        lastSeen = Dictionary(uniqueKeysWithValues: known.compactMap { patient, day in day.map { (patient, $0) } })
    }

    var id: PracticeID { PracticeID(high: 1, low: UInt64(index)) }
    /// The booking platform, which is the importer too.
    var platform: ClientID { ClientID(high: UInt64(index), low: 0) }

    func member(_ member: Int) -> MemberID { MemberID(high: UInt64(index), low: UInt64(member)) }

    func subject(_ patient: Int) -> SubjectID { SubjectID(high: UInt64(index), low: UInt64(patient)) }

    /// The number that a vendor would declare: health professionals, or operators where there are only these. Locums and secretaries add
    /// nothing.
    var size: Int {
        let professionals = members.filter { $0.role.isProfessional && $0.replaces == nil }.count
        return professionals > 0 ? professionals : members.count
    }

    /// When an imported patient was last seen, at noon of the day; nil for someone new.
    func clinical(_ patient: Int) -> Timestamp? {
        guard patient < practice.patientCount else { return nil }
        return HonestTown.moment(lastSeen[patient] ?? practice.lastVisit(patient: patient), 43_200_000)
    }
}
