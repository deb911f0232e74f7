import Vocabulary

extension HonestDays {
    /// Everything that is opened on a day, in the order of time; nothing for a day out of range.
    public func events(day: Int) -> [HonestEvent] {
        guard day >= 0, day < dayCount else { return [] }
        let today = visits(on: day)
        var events = today.map { event($0.time, $0.member, $0.patient, $0.tiers, $0.via) }
        events += morningAgendas(today, day)
        events += bookings(madeOn: day).compactMap(bookingEvent)
        for member in members {
            switch member.role {
            case .physician: events += inboxAndCalls(member, day)
            case .secretary: events += desk(member, day, today)
            default: break
            }
        }
        return events.sorted { ($0.time, $0.member, $0.patient) < ($1.time, $1.member, $1.patient) }
    }

    func event(_ time: Int, _ member: Int, _ patient: Int, _ tiers: Tiers, _ via: HonestVia) -> HonestEvent {
        HonestEvent(
            time: min(max(time, 0), 86_399_999), member: member, patient: patient,
            practice: servedPractice(of: patient),
            tiers: tiers, via: via)
    }

    /// The agenda shows the names of all who are booked by then, ten minutes before the first of them comes.
    private func morningAgendas(_ visits: [HonestVisit], _ day: Int) -> [HonestEvent] {
        members.flatMap { member -> [HonestEvent] in
            let own = visits.filter { $0.member == member.index }
            guard let first = own.first else { return [] }
            let time = first.time - 600_000
            return own.compactMap { visit in
                guard let booking = visit.booking, (booking.bookedDay, booking.bookedTime) < (day, time) else {
                    return nil
                }
                return event(time, member.index, visit.patient, .identity, booking.isExpected ? .agenda : .list)
            }
        }
    }

    /// Booking finds the patient first; an operator's call is a visit already, and the platform knows its own patients.
    private func bookingEvent(_ booking: HonestBooking) -> HonestEvent? {
        guard case .member(let member) = booking.booker, members[member].role != .remoteSecretariat else { return nil }
        return event(booking.bookedTime, member, booking.patient, [.identity, .contact], .search)
    }
}
