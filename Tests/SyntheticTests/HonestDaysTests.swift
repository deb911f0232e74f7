import Testing
import Vocabulary

@testable import Synthetic

@Suite struct HonestDaysTests {
    private static let start = CivilDate(year: 2026, month: 3, day: 2)
    private static let france = SyntheticFrance(seed: 31, today: start)

    private func days(_ profile: HonestProfile, _ kind: PracticeKind, seed: UInt64 = 1, days: Int = 30) -> HonestDays {
        let practice = Self.france.practice(Int(seed), kind: kind, patients: 3_000)
        return HonestDays(profile: profile, practice: practice, seed: seed, start: Self.start, days: days)
    }

    private static func kind(of profile: HonestProfile) -> PracticeKind {
        switch profile {
        case .soloPhysician, .locum, .resultsEvening: .solo
        case .groupPractice, .secretary, .fluMonday, .nurseRounds: .group
        case .remoteSecretariat: .remoteSecretariat
        case .onCallCentre: .onCallCentre
        case .vaccinationDay, .pharmacyCounter: .pharmacy
        }
    }

    @Test func twoRunsAreEqual() {
        for profile in HonestProfile.allCases {
            let first = days(profile, Self.kind(of: profile))
            let second = days(profile, Self.kind(of: profile))
            for day in [0, 13, 29] {
                #expect(first.events(day: day) == second.events(day: day), "\(profile)")
                #expect(first.bookings(for: day) == second.bookings(for: day), "\(profile)")
            }
            #expect(first.events(day: 2) != days(profile, Self.kind(of: profile), seed: 2).events(day: 2), "\(profile)")
        }
    }

    @Test func eventsAreOrderedAndInRange() {
        for profile in HonestProfile.allCases {
            let month = days(profile, Self.kind(of: profile))
            #expect(month.events(day: -1).isEmpty && month.events(day: 30).isEmpty)
            for day in 0..<30 {
                let events = month.events(day: day)
                #expect(zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time }, "\(profile)")
                let areInRange = events.allSatisfy { event in
                    (0..<86_400_000).contains(event.time) && month.members.indices.contains(event.member)
                        && (0..<month.patientTotal).contains(event.patient) && event.tiers.contains(.identity)
                }
                #expect(areInRange, "\(profile) \(day)")
            }
        }
    }

    @Test func expectedPatientsWereBookedBeforeBySomeoneElse() {
        for profile in [HonestProfile.soloPhysician, .groupPractice, .locum, .secretary, .fluMonday, .vaccinationDay] {
            let month = days(profile, Self.kind(of: profile))
            var expected = 0
            for day in 0..<30 {
                let bookings = month.bookings(for: day)
                for event in month.events(day: day) where event.via == .agenda {
                    let fits = bookings.contains {
                        $0.professional == event.member && $0.patient == event.patient && $0.isExpected
                            && ($0.bookedDay, $0.bookedTime) < (day, event.time)
                    }
                    #expect(fits, "\(profile) \(day)")
                    expected += 1
                }
            }
            #expect(expected > 100, "\(profile)")
        }
    }

    @Test func bookingsAreFoundByBothDays() {
        let month = days(.groupPractice, .group)
        for day in 0..<30 {
            for booking in month.bookings(for: day) {
                #expect(booking.day == day && booking.bookedDay <= day)
                if booking.bookedDay >= 0 { #expect(month.bookings(madeOn: booking.bookedDay).contains(booking)) }
            }
            for booking in month.bookings(madeOn: day) { #expect(booking.bookedDay == day) }
        }
        let operators = days(.remoteSecretariat, .remoteSecretariat)
        #expect(operators.servedPractices == 6 && operators.bookings(madeOn: 1).count > 50)
    }

    @Test func newPatientsComeAndTheListIsLong() {
        let month = days(.groupPractice, .group)
        #expect((20...600).contains(month.patientTotal - month.practice.patientCount))
        #expect(month.initialLastSeen(month.practice.patientCount) == nil && month.initialLastSeen(-1) == nil)
        let offsets = (0..<month.practice.patientCount).compactMap(month.initialLastSeen)
        #expect(offsets.count == month.practice.patientCount && offsets.allSatisfy { $0 < 0 })
        #expect(offsets.contains { $0 < -365 } && offsets.contains { $0 > -30 })
    }

    @Test func aLocumTakesTwoWeeksOver() throws {
        let month = days(.locum, .solo)
        let locum = try #require(month.members.first { $0.replaces != nil })
        let away = try #require(locum.replaces)
        for day in 0..<30 {
            let seen = Set(month.events(day: day).map(\.member))
            #expect(!seen.contains(HonestDays.locumDays.contains(day) ? away : locum.index), "\(day)")
        }
        #expect((7..<21).contains { day in month.events(day: day).contains { $0.member == locum.index } })
    }
}
