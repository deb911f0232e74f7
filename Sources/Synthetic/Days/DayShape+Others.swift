extension DayShape {
    /// A nurse employed in a group practice for chronic illness: long sessions by appointment.
    static let practiceNurse = DayShape(
        patients: Quantiles([(0, 2), (0.05, 4), (0.5, 8), (0.95, 14), (0.995, 18), (1, 22)]),
        hours: [(start: 510, end: 750, share: 0.5), (start: 810, end: 1050, share: 0.5)], booked: 0.85, walkIn: 0.1,
        new: 0.01, contact: 0.4, medical: 1, restricted: 0.6)

    /// A nurse's round: 30 to 45 homes, the same ones day after day, mornings first. Free nurses in France care for some
    /// 40 people a day, diabetics twice. The round is the nurse's own list; addresses are needed at every door.
    static let nurseRound = DayShape(
        patients: Quantiles([(0, 16), (0.05, 24), (0.25, 31), (0.5, 37), (0.75, 43), (0.95, 51), (0.995, 60), (1, 68)]),
        hours: [(start: 375, end: 780, share: 0.7), (start: 990, end: 1200, share: 0.3)],
        weekdays: [1, 1, 1, 1, 1, 0.9], worksAlways: true, walkIn: 0.02, listed: 0.9, new: 0.012, contact: 0.9,
        medical: 1,
        restricted: 0.2)

    /// A day of vaccination: one injection every five minutes, half of them booked on a platform; identity and
    /// vaccination history, no notes. Centres and town halls record many who never came before.
    static let vaccination = DayShape(
        patients: Quantiles([
            (0, 58), (0.05, 78), (0.25, 97), (0.5, 112), (0.75, 127), (0.95, 150), (0.995, 172), (1, 190),
        ]),
        hours: [(start: 540, end: 765, share: 0.5), (start: 810, end: 1080, share: 0.5)],
        weekdays: [0, 0, 1, 0, 0, 0], booked: 0.55, walkIn: 0.4, new: 0.12, contact: 0.25, medical: 1, restricted: 0)

    /// One pharmacist's part of a counter: a French pharmacy serves 120 to 200 customers a day, of whom most bring a
    /// prescription, with two to four people at the counter; so 100 to 250 a day among three. The card is read at the
    /// counter; the recorded contact data are needed for the rest.
    static let counter = DayShape(
        patients: Quantiles([
            (0, 22), (0.05, 34), (0.25, 45), (0.5, 55), (0.75, 66), (0.95, 86), (0.995, 106), (1, 125),
        ]),
        hours: [(start: 510, end: 750, share: 0.45), (start: 840, end: 1170, share: 0.55)],
        weekdays: [1.08, 1, 0.97, 1, 1.05, 0.75], walkIn: 0.82, listed: 0.06, new: 0.05, contact: 0.5, medical: 1,
        restricted: 0)

    /// Calls that one operator of a remote secretariat takes: three minutes each, eight to fourteen an hour at peaks.
    static let operatorCalls = DayShape(
        patients: Quantiles([
            (0, 30), (0.05, 52), (0.25, 74), (0.5, 92), (0.75, 110), (0.95, 138), (0.995, 168), (1, 195),
        ]),
        hours: [(start: 480, end: 750, share: 0.6), (start: 810, end: 1110, share: 0.4)],
        weekdays: [1.15, 1, 0.95, 0.95, 1, 0.5], new: 0.07, contact: 0.65, medical: 0, restricted: 0)

    /// A secretary's calls and questions at the desk besides bookings: results asked for, papers, changes of address.
    static let deskCalls = Quantiles([
        (0, 5), (0.05, 11), (0.25, 20), (0.5, 28), (0.75, 37), (0.95, 52), (0.995, 70), (1, 88),
    ])

    /// How many days ahead appointments are booked: a third the same day, half within three days, a tenth over a month.
    static let bookedAhead = Quantiles([(0, 0), (0.33, 1), (0.55, 4), (0.75, 9), (0.91, 30), (1, 90)])
}
