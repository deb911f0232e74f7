import Testing
import Vocabulary

@testable import Synthetic

@Suite struct DayShapeTests {
    private static let start = CivilDate(year: 2026, month: 3, day: 2)
    private static let france = SyntheticFrance(seed: 77, today: start)

    /// Distinct patients before one member of a role on the given days, one number for each day worked, over 4 practices.
    private func seen(
        _ profile: HonestProfile, _ kind: PracticeKind, _ role: Role, on isDay: (CivilDate) -> Bool = { _ in true }
    ) -> [Int] {
        (0..<4).flatMap { number -> [Int] in
            let practice = Self.france.practice(number, kind: kind, patients: 1_500)
            let month = HonestDays(profile: profile, practice: practice, seed: UInt64(number), start: Self.start)
            let members = Set(month.members.filter { $0.role == role }.map(\.index))
            return (0..<30).filter { isDay(month.date($0)) }.flatMap { day -> [Int] in
                var patients: [Int: Set<Int>] = [:]
                for visit in month.visits(on: day) where members.contains(visit.member) {
                    patients[visit.member, default: []].insert(visit.patient)
                }
                return patients.values.map(\.count)
            }
        }
    }

    private func mean(_ counts: [Int]) -> Double { Double(counts.reduce(0, +)) / Double(max(1, counts.count)) }

    @Test func meanPatientsADay() {
        let weekday = { (date: CivilDate) in date.weekday < 6 }
        #expect((22...29).contains(mean(seen(.soloPhysician, .solo, .physician, on: weekday))))
        #expect((22...29).contains(mean(seen(.groupPractice, .group, .physician, on: weekday))))
        #expect((45...58).contains(mean(seen(.fluMonday, .group, .physician) { $0.weekday == 1 })))
        #expect((80...150).contains(mean(seen(.vaccinationDay, .group, .nurse) { $0.weekday == 3 })))
        #expect((30...45).contains(mean(seen(.nurseRounds, .group, .nurse))))
        #expect((70...115).contains(mean(seen(.remoteSecretariat, .remoteSecretariat, .remoteSecretariat))))
        #expect((8...30).contains(mean(seen(.onCallCentre, .onCallCentre, .onCall))))
        let counter = mean(seen(.pharmacyCounter, .pharmacy, .pharmacist))
        #expect((100...250).contains(counter * 3))
    }

    @Test func daysHaveTails() {
        let counts = seen(.groupPractice, .group, .physician).sorted()
        #expect(counts[counts.count * 99 / 100] > 40)
        #expect(counts[counts.count / 20] < 15)
    }

    @Test func resultsEveningIsAnHour() {
        var evenings: [Int] = []
        for number in 0..<6 {
            let practice = Self.france.practice(number, kind: .solo)
            let month = HonestDays(profile: .resultsEvening, practice: practice, seed: 3, start: Self.start)
            for day in 0..<30 where [2, 4].contains(month.date(day).weekday) {
                let results = month.events(day: day).filter { $0.via == .list && $0.tiers.contains(.medical) }
                guard let first = results.first, let last = results.last else { continue }
                #expect(last.time - first.time <= 3_600_000)
                evenings.append(Set(results.map(\.patient)).count)
            }
        }
        #expect(evenings.count >= 24 && (20...60).contains(mean(evenings)))
    }

    @Test func sundaysAndHolidaysAreQuiet() {
        let practice = Self.france.practice(3, kind: .group)
        let month = HonestDays(profile: .groupPractice, practice: practice, seed: 3, start: Self.start, days: 60)
        for day in 0..<60 where month.date(day).isClosed { #expect(month.visits(on: day).isEmpty) }
        let saturdays = (0..<60).filter { month.date($0).weekday == 6 }.map { month.visits(on: $0).count }
        let tuesdays = (0..<60).filter { month.date($0).weekday == 2 }.map { month.visits(on: $0).count }
        #expect(mean(saturdays) < mean(tuesdays) / 2)
    }

    @Test func aTenthComeBackAfterAYear() {
        var visits = 0
        var dormant = 0
        for number in 0..<10 {
            let practice = Self.france.practice(number, kind: .solo)
            let month = HonestDays(profile: .soloPhysician, practice: practice, seed: 5, start: Self.start)
            var last: [Int: Int] = [:]
            for day in 0..<30 {
                for visit in month.visits(on: day) {
                    guard let before = last[visit.patient] ?? month.initialLastSeen(visit.patient) else { continue }
                    visits += 1
                    if day - before > 365 { dormant += 1 }
                    last[visit.patient] = day
                }
            }
        }
        let share = Double(dormant) / Double(visits)
        #expect((0.08...0.12).contains(share), "\(share)")
    }

    @Test func sharesOfEveryShapeAreShares() {
        let shapes: [DayShape] = [
            .physician, .fluMonday, .specialist, .dutyEvening, .dutyMorning, .dutySunday, .practiceNurse, .nurseRound,
            .vaccination, .counter, .operatorCalls,
        ]
        for shape in shapes {
            #expect(shape.booked + shape.walkIn + shape.emergency + shape.listed <= 1)
            #expect(abs(shape.hours.reduce(0) { $0 + $1.share } - 1) < 1e-9)
            #expect(shape.weekdays.count == 6)
            let pairs = zip(shape.patients.points, shape.patients.points.dropFirst())
            #expect(pairs.allSatisfy { $0.share <= $1.share && $0.value <= $1.value })
            #expect(shape.patients.points.first?.share == 0 && shape.patients.points.last?.share == 1)
        }
    }
}
