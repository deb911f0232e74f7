import Vocabulary

extension HonestDays {
    /// Days on which the locum sees the absent doctor's patients.
    static let locumDays = 7..<21

    /// What a member does on a day, with the factor on the number of patients; empty on a day off.
    func work(of member: HonestMember, on day: Int) -> [(DayShape, Double)] {
        switch member.role {
        case .physician: physicianWork(member, day)
        case .nurse: nurseWork(member, day)
        case .pharmacist: pharmacistWork(member, day)
        case .onCall: dutyWork(member, day)
        case .remoteSecretariat: scaled(.operatorCalls, isPresent(member, day) ? factor(.operatorCalls, day) : 0)
        case .secretary, .laboratory, .booking, .partner, .support: []
        }
    }

    /// Whether a member works at all that day: closed days, a weekly day off, half the Saturdays, five weeks of leave.
    func isPresent(_ member: HonestMember, _ day: Int) -> Bool {
        let date = date(day)
        guard !date.isClosed else { return false }
        let person = member.replaces ?? member.index
        var habits = SeededGenerator(seed: practice.seed, .presence, person)
        let dayOff = habits.chance(0.6) ? habits.between(1, 5) : 0
        guard date.weekday != dayOff else { return false }
        if date.weekday == 6 {
            var saturday = SeededGenerator(seed: seed, .presence, person, date.days)
            guard saturday.chance(0.45) else { return false }
        }
        // No leave where a leave is the story: the replaced doctor's is fixed.
        guard profile != .locum else { return true }
        var week = SeededGenerator(seed: seed, .presence, person, (date.days + 3) / 7 + 1_000_000)
        return !week.chance(0.1)
    }

    /// Week's rhythm, season, and one eighth more after closed days.
    func factor(_ shape: DayShape, _ day: Int) -> Double {
        let date = date(day)
        if date.isClosed { return shape.worksAlways ? 1 : 0 }
        let month = date.components.month
        let season = month == 12 || month <= 2 ? 1.08 : month == 7 || month == 8 ? 0.86 : 1
        let weekday = shape.weekdays[date.weekday - 1]
        return weekday * season * (date.adding(-1).isClosed && !shape.worksAlways ? 1.12 : 1)
    }

    private func scaled(_ shape: DayShape, _ factor: Double) -> [(DayShape, Double)] {
        factor > 0 ? [(shape, factor)] : []
    }

    private func physicianWork(_ member: HonestMember, _ day: Int) -> [(DayShape, Double)] {
        guard isPresent(member, day), !isAway(member, day) else { return [] }
        if profile == .fluMonday {
            // The flu shape is a whole day of the season already, so neither season nor weekend is counted again.
            let isMonday = date(day).weekday == 1
            return isMonday ? [(.fluMonday, 1)] : scaled(.physician, factor(.physician, day) * 1.15)
        }
        let shape: DayShape = practice.kind == .clinic ? .specialist : .physician
        return scaled(shape, factor(shape, day))
    }

    /// A locum is there on the locum's days, whom the locum replaces on the others.
    func isAway(_ member: HonestMember, _ day: Int) -> Bool {
        let isLocumDay = Self.locumDays.contains(day)
        if member.replaces != nil { return !isLocumDay }
        return isLocumDay && members.contains { $0.replaces == member.index }
    }

    private func nurseWork(_ member: HonestMember, _ day: Int) -> [(DayShape, Double)] {
        switch profile {
        case .nurseRounds:
            // Two share a round and take turns of three days.
            let rank = members[..<member.index].count { $0.role == .nurse }
            return ((day + 420) / 3 + rank) % 2 == 0 ? scaled(.nurseRound, factor(.nurseRound, day)) : []
        case .vaccinationDay where date(day).weekday == 3 && !date(day).isClosed: return [(.vaccination, 1)]
        default: return isPresent(member, day) ? scaled(.practiceNurse, factor(.practiceNurse, day)) : []
        }
    }

    private func pharmacistWork(_ member: HonestMember, _ day: Int) -> [(DayShape, Double)] {
        guard !date(day).isClosed else { return [] }
        if profile == .vaccinationDay, date(day).weekday == 3, member.index == 0 { return [(.vaccination, 1)] }
        return scaled(.counter, factor(.counter, day))
    }

    /// One doctor in four is on duty each night; half of these again by day on Sundays and holidays.
    private func dutyWork(_ member: HonestMember, _ day: Int) -> [(DayShape, Double)] {
        let turns = min(4, members.count)
        let turn = (day + 400 + member.index) % turns
        var work: [(DayShape, Double)] = []
        if turn == 0 { work.append((.dutyEvening, factor(.dutyEvening, day))) }
        if turn == 1 % turns { work.append((.dutyMorning, factor(.dutyMorning, day))) }
        if turn == 2 % turns, date(day).isClosed { work.append((.dutySunday, 1)) }
        return work
    }
}
