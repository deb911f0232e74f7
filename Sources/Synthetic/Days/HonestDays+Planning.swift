import Vocabulary

extension HonestDays {
    /// Plans one member's patients of one day.
    mutating func plan(_ member: HonestMember, _ day: Int, _ shape: DayShape, _ factor: Double) {
        var random = SeededGenerator(
            seed: seed, .appointments, day, member.index * 4096 + (shape.hours.first?.start ?? 0))
        let count = shape.patients.count(&random, times: factor)
        var seen: Set<Int> = []
        for place in 0..<count {
            let time = shape.time(at: (Double(place) + random.unit()) / Double(count))
            guard let patient = choose(member, day, shape, place, seen, &random) else { continue }
            seen.insert(patient)
            add(member, patient, day, time, shape, &random)
        }
    }

    /// Someone new, someone recently new, a colleague's patient, or one's own; not twice a day if it can be helped.
    private mutating func choose(
        _ member: HonestMember, _ day: Int, _ shape: DayShape, _ place: Int, _ seen: Set<Int>,
        _ random: inout SeededGenerator
    ) -> Int? {
        let isNew = random.chance(shape.new)
        if isNew, (0..<dayCount).contains(day) { return newPatient() }
        for _ in 0..<6 {
            guard let patient = known(member, day, shape, place, &random) else { return nil }
            if !seen.contains(patient) { return patient }
        }
        return nil
    }

    private func known(
        _ member: HonestMember, _ day: Int, _ shape: DayShape, _ place: Int, _ random: inout SeededGenerator
    ) -> Int? {
        if profile == .nurseRounds, member.role == .nurse, let home = home(member, day, place) { return home }
        let recent = patientTotal - practice.patientCount
        if recent > 0, random.chance(0.01) { return practice.patientCount + random.below(recent) }
        if member.role == .onCall { return everyone.drawEvenly(&random) }
        let own = member.replaces ?? member.index
        guard member.role == .physician, lists[own].count > 0 else { return everyone.draw(&random) }
        guard random.chance(shape.covered) else { return lists[own].draw(&random) }
        return everyone.draw(&random)
    }

    /// The patient of one place of a round: 48 places, each of which changes its patient every ten weeks or so.
    private func home(_ member: HonestMember, _ day: Int, _ place: Int) -> Int? {
        guard place < 48 else { return nil }
        let round = members[..<member.index].count { $0.role == .nurse } / 2
        let generation = (day + 700 + place * 17) / 70
        var random = SeededGenerator(seed: practice.seed, .round, round * 48 + place, generation)
        return everyone.draw(&random)
    }

    private mutating func add(
        _ member: HonestMember, _ patient: Int, _ day: Int, _ time: Int, _ shape: DayShape,
        _ random: inout SeededGenerator
    ) {
        var tiers: Tiers = .identity
        if random.chance(shape.contact) { tiers.insert(.contact) }
        if random.chance(shape.medical) { tiers.insert(.medical) }
        if random.chance(shape.restricted) { tiers.insert(.restricted) }
        let share = random.unit()
        var booking: HonestBooking?
        if share < shape.booked { booking = book(member, patient, day, time, &random) }
        if let booking { keep(booking) }
        if member.role == .remoteSecretariat, random.chance(0.55) {
            keep(bookByPhone(member, patient, day, time, &random))
        }
        let via = booking.map { $0.isExpected ? HonestVia.agenda : .search } ?? Self.via(share - shape.booked, shape)
        visits[day + Self.past].append(
            HonestVisit(member: member.index, patient: patient, time: time, tiers: tiers, via: via, booking: booking))
    }

    /// How someone without an appointment is found; `share` is what is left of 1 after the appointments.
    private static func via(_ share: Double, _ shape: DayShape) -> HonestVia {
        if share < shape.walkIn { return .walkIn }
        if share < shape.walkIn + shape.emergency { return .emergency }
        return share < shape.walkIn + shape.emergency + shape.listed ? .list : .search
    }

    private mutating func keep(_ booking: HonestBooking) {
        if appointments.indices.contains(booking.day), profile != .remoteSecretariat {
            appointments[booking.day].append(booking)
        }
        if booked.indices.contains(booking.bookedDay) { booked[booking.bookedDay].append(booking) }
    }
}
