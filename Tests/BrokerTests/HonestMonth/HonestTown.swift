import Synthetic
import Vocabulary

/// The practices of a simulated installation, each with the kind of month that it lives through.
struct HonestTown {
    /// Practices with their months.
    let plan: [(practice: SyntheticPractice, profile: HonestProfile)]
    /// Day 0: a Monday in January, so that all days are in the season of epidemics and have the same clock time.
    static let start = CivilDate(year: 2026, month: 1, day: 12)
    /// French clocks are an hour ahead of UTC then.
    static let ahead: Int64 = 3_600
    /// Simulated days.
    let days: Int
    /// Of the days and the people.
    let seed: UInt64

    /// The primary-care mix; practices of one kind take turns at the months that such a practice may live through.
    static func primaryCare(_ count: Int, days: Int, seed: UInt64) -> HonestTown {
        var turns: [PracticeKind: Int] = [:]
        let plan = SyntheticFrance(seed: seed, today: start).practices(count).compactMap { practice in
            let profiles = profiles(of: practice.kind)
            let turn = turns[practice.kind, default: 0]
            turns[practice.kind] = turn + 1
            return profiles.isEmpty ? nil : (practice, profiles[turn % profiles.count])
        }
        return HonestTown(plan: plan, days: days, seed: seed)
    }

    /// Each month once for each kind of practice that may live through it: small enough for every test run.
    static func oneOfEach(days: Int, seed: UInt64) -> HonestTown {
        let france = SyntheticFrance(seed: seed, today: start)
        let pairs = PracticeKind.allCases.flatMap { kind in profiles(of: kind).map { (kind, $0) } }
        let plan = pairs.enumerated().map { index, pair in
            (france.practice(index, kind: pair.0, patients: 4_000), pair.1)
        }
        return HonestTown(plan: plan, days: days, seed: seed)
    }

    /// All months that some practice lives through.
    static let months = Set(PracticeKind.allCases.flatMap(profiles(of:)))

    /// A laboratory opens nobody.
    private static func profiles(of kind: PracticeKind) -> [HonestProfile] {
        switch kind {
        case .solo: [.soloPhysician, .locum, .fluMonday, .secretary, .resultsEvening]
        case .group:
            [.groupPractice, .fluMonday, .nurseRounds, .resultsEvening, .vaccinationDay, .locum, .secretary]
        case .clinic: [.groupPractice]
        case .pharmacy: [.pharmacyCounter, .vaccinationDay]
        case .laboratory: []
        case .remoteSecretariat: [.remoteSecretariat]
        case .onCallCentre: [.onCallCentre]
        }
    }

    /// The moment of a simulated day and a time since its midnight in France.
    static func moment(_ day: Int, _ time: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(time)).adding(days: Int64(start.days + day)).adding(seconds: -ahead)
    }
}
