import Vocabulary

extension HonestDays {
    /// Results, letters and calls of a physician's working day.
    func inboxAndCalls(_ member: HonestMember, _ day: Int) -> [HonestEvent] {
        guard !work(of: member, on: day).isEmpty else { return [] }
        var random = SeededGenerator(seed: seed, .inbox, day, member.index)
        let weekday = date(day).weekday
        let isEvening = profile == .resultsEvening && (weekday == 2 || weekday == 4)
        let count = isEvening ? DayShape.resultsEvening.count(&random) : DayShape.inbox.count(&random)
        let recent = (day - Self.past..<day).flatMap { visits(on: $0).filter { $0.member == member.index } }
        var events: [HonestEvent] = []
        for _ in 0..<count {
            guard let patient = inboxPatient(member, recent, &random) else { continue }
            // Three in ten are letters, which are free text.
            let tiers: Tiers = random.chance(0.3) ? [.identity, .medical, .restricted] : [.identity, .medical]
            events.append(event(inboxTime(isEvening, &random), member.index, patient, tiers, .list))
        }
        return events + calls(member, &random)
    }

    /// Six in ten results are of someone seen within two weeks, the others of regular controls.
    private func inboxPatient(_ member: HonestMember, _ recent: [HonestVisit], _ random: inout SeededGenerator) -> Int?
    {
        if !recent.isEmpty, random.chance(0.6) { return recent[random.below(recent.count)].patient }
        return ownPatient(member, &random)
    }

    private func ownPatient(_ member: HonestMember, _ random: inout SeededGenerator) -> Int? {
        let list = lists[member.replaces ?? member.index]
        return list.count > 0 ? list.draw(&random) : everyone.draw(&random)
    }

    /// Within one hour on results evenings; else at midday or after the last patient.
    private func inboxTime(_ isEvening: Bool, _ random: inout SeededGenerator) -> Int {
        let start = isEvening ? 1170 : random.chance(0.5) ? 755 : 1175
        return start * 60_000 + random.below((isEvening ? 60 : 75) * 60_000)
    }

    private func calls(_ member: HonestMember, _ random: inout SeededGenerator) -> [HonestEvent] {
        let count = DayShape.doctorCalls.count(&random)
        return (0..<count).compactMap { _ in
            guard let patient = ownPatient(member, &random) else { return nil }
            let tiers: Tiers = random.chance(0.5) ? [.identity, .contact, .medical] : [.identity, .medical]
            return event(random.between(510, 1170) * 60_000, member.index, patient, tiers, .search)
        }
    }

    /// A secretary's day besides bookings: the day's list at opening, arrivals, calls.
    func desk(_ member: HonestMember, _ day: Int, _ today: [HonestVisit]) -> [HonestEvent] {
        guard isPresent(member, day) else { return [] }
        var random = SeededGenerator(seed: seed, .calls, day, member.index)
        let colleagues = members.count { $0.role == .secretary }
        var events: [HonestEvent] = []
        let opening = 7 * 3_600_000 + 50 * 60_000
        for visit in today {
            if let booking = visit.booking, (booking.bookedDay, booking.bookedTime) < (day, opening) {
                events.append(event(opening, member.index, visit.patient, .identity, .list))
            }
            guard random.chance(0.8 / Double(colleagues)) else { continue }
            let tiers: Tiers = random.chance(0.4) ? [.identity, .contact] : .identity
            let via: HonestVia = visit.booking == nil ? .walkIn : .list
            events.append(event(visit.time - random.between(2, 15) * 60_000, member.index, visit.patient, tiers, via))
        }
        for _ in 0..<DayShape.deskCalls.count(&random, times: date(day).weekday == 6 ? 0.4 : 1) {
            guard let patient = everyone.draw(&random) else { continue }
            let tiers: Tiers = random.chance(0.6) ? [.identity, .contact] : .identity
            events.append(event(random.between(480, 1110) * 60_000, member.index, patient, tiers, .search))
        }
        return events
    }
}
