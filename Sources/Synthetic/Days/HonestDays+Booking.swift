import Vocabulary

extension HonestDays {
    /// How the appointment of a visit had been booked.
    ///
    /// With a secretary, a good half by her, a third on the platform, the rest by the doctor at the end of the last visit;
    /// without, two thirds on the platform.
    func book(_ member: HonestMember, _ patient: Int, _ day: Int, _ time: Int, _ random: inout SeededGenerator)
        -> HonestBooking
    {
        var booker = drawBooker(member, isNew: patient >= practice.patientCount, &random)
        var ahead = Int(DayShape.bookedAhead.draw(&random))
        var bookedTime = 0
        if ahead == 0 {
            // Phones and desks open at 7.30; whoever comes before 8 had booked the day before.
            let opening = 450 * 60_000
            let room = time - 20 * 60_000 - opening
            if room > 0 { bookedTime = opening + random.below(room) } else { ahead = 1 }
        }
        if ahead > 0 {
            let minute = booker == .client ? random.between(360, 1380) : random.between(480, 1110)
            bookedTime = minute * 60_000 + random.below(60_000)
        }
        if case .member(let index) = booker {
            let bookedDay = workedDay(members[index], notAfter: day - ahead, &random)
            if let bookedDay { ahead = day - bookedDay } else { booker = .client }
        }
        return HonestBooking(
            patient: patient, professional: member.index, practice: 0, day: day, time: time, booker: booker,
            bookedDay: day - ahead, bookedTime: bookedTime)
    }

    /// The day itself if the member works then, else one of the three weeks before, spread so that no day is crowded by
    /// the absences of others; nil when the member was hardly ever there.
    private func workedDay(_ member: HonestMember, notAfter day: Int, _ random: inout SeededGenerator) -> Int? {
        var candidate = day
        for _ in 0..<30 {
            if isPresent(member, candidate), !isAway(member, candidate) { return candidate }
            candidate = day - random.between(1, 21)
        }
        return nil
    }

    private func drawBooker(_ member: HonestMember, isNew: Bool, _ random: inout SeededGenerator)
        -> HonestBooking.Booker
    {
        let secretaries = members.filter { $0.role == .secretary }
        let share = random.unit()
        if secretaries.isEmpty { return isNew || share < 0.68 ? .client : .member(member.index) }
        if share < 0.55 { return .member(secretaries[random.below(secretaries.count)].index) }
        return isNew || share < 0.88 ? .client : .member(member.index)
    }

    /// An appointment that an operator books while the caller is on the phone, for a doctor of a served practice.
    func bookByPhone(_ member: HonestMember, _ patient: Int, _ day: Int, _ time: Int, _ random: inout SeededGenerator)
        -> HonestBooking
    {
        var ahead = Int(DayShape.bookedAhead.draw(&random))
        if ahead == 0, time > 17 * 3_600_000 { ahead = 1 }
        while date(day + ahead).isClosed { ahead += 1 }
        let earliest = ahead == 0 ? time / 60_000 + 45 : 510
        // The served doctor is no member here: −1 − its place among two in each served practice.
        return HonestBooking(
            patient: patient, professional: -1 - random.below(2), practice: servedPractice(of: patient),
            day: day + ahead,
            time: random.between(earliest, 1170) * 60_000, booker: .member(member.index), bookedDay: day,
            bookedTime: time + 90_000)
    }
}
