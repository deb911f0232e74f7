extension DayShape {
    private static let surgery = [(start: 510, end: 750, share: 0.52), (start: 840, end: 1170, share: 0.48)]

    /// A general practitioner's day.
    ///
    /// DREES's panel of general practitioners: some 54 hours a week on four and a half days, 17 minutes a consultation;
    /// the health insurance pays about 5,000 acts a year: 22 to 25 a day worked. One in ten days is a half day; the fullest
    /// of the year (an epidemic, a colleague absent) reach 50 to 60. Most GPs work by appointment now, one in eight
    /// patients comes unannounced or is squeezed in, some are visited at home (found by search). INS and coverage are
    /// printed on prescriptions and certificates, hence contact; nearly every consultation reads the last note. Four in
    /// a hundred are new to the practice; a GP gains some 150 to 250 people a year with passing ones.
    static let physician = DayShape(
        patients: Quantiles([
            (0, 6), (0.05, 13), (0.25, 20), (0.5, 25), (0.75, 30), (0.95, 38), (0.995, 50), (1, 62),
        ]),
        hours: surgery, weekdays: [1, 1, 0.93, 0.95, 1.05, 0.5], booked: 0.8, walkIn: 0.1, emergency: 0.002, new: 0.04,
        covered: 0.12, contact: 0.85, medical: 1, restricted: 0.92)

    /// A Monday in an epidemic: 45 to 60 patients in short consultations, more of them unannounced, more of colleagues.
    static let fluMonday = DayShape(
        patients: Quantiles([(0, 34), (0.1, 42), (0.25, 46), (0.5, 51), (0.75, 57), (0.95, 66), (0.995, 76), (1, 84)]),
        hours: [(start: 480, end: 780, share: 0.5), (start: 825, end: 1230, share: 0.5)],
        weekdays: [1, 0, 0, 0, 0, 0], booked: 0.6, walkIn: 0.3, emergency: 0.003, new: 0.07, covered: 0.2,
        contact: 0.85,
        medical: 1, restricted: 0.75)

    /// A specialist's outpatient day: nearly all by appointment, many referred for the first time.
    static let specialist = DayShape(
        patients: Quantiles([(0, 4), (0.05, 9), (0.25, 14), (0.5, 18), (0.75, 23), (0.95, 30), (0.995, 38), (1, 46)]),
        hours: surgery, booked: 0.93, walkIn: 0.02, emergency: 0.002, new: 0.28, covered: 0.06, contact: 0.85,
        medical: 1,
        restricted: 0.97)

    /// Results and letters that a GP reads on an ordinary day: laboratories send results of some ten patients a day,
    /// hospitals and specialists letters about a few.
    static let inbox = Quantiles([
        (0, 1), (0.05, 4), (0.25, 8), (0.5, 12), (0.75, 17), (0.95, 28), (0.995, 42), (1, 55),
    ])

    /// The same where they are kept for two evenings a week: 20 to 60 patients in an hour.
    static let resultsEvening = Quantiles([(0, 12), (0.1, 20), (0.5, 35), (0.9, 55), (0.99, 68), (1, 85)])

    /// Calls, renewals and advice without a visit.
    static let doctorCalls = Quantiles([(0, 0), (0.25, 2), (0.5, 4), (0.75, 6), (0.95, 11), (0.995, 17), (1, 22)])

    /// The evening of a night on duty, 20 to 24 o'clock: up to eight calls an hour in winter; the caller is of the whole
    /// region, so one in three has no record, and one in five cannot wait for anything.
    static let dutyEvening = DayShape(
        patients: Quantiles([(0, 4), (0.05, 7), (0.25, 11), (0.5, 15), (0.75, 20), (0.95, 29), (0.995, 40), (1, 50)]),
        hours: [(start: 1200, end: 1440, share: 1)], weekdays: [1, 1, 1, 1, 1, 1.3], worksAlways: true, walkIn: 0.05,
        emergency: 0.2, new: 0.35, contact: 0.6, medical: 0.95, restricted: 0.6)

    /// The rest of the night, 0 to 8 o'clock.
    static let dutyMorning = DayShape(
        patients: Quantiles([(0, 1), (0.05, 3), (0.25, 6), (0.5, 9), (0.75, 12), (0.95, 18), (0.995, 26), (1, 32)]),
        hours: [(start: 0, end: 150, share: 0.55), (start: 150, end: 480, share: 0.45)],
        weekdays: [1.2, 1, 1, 1, 1, 1.1], worksAlways: true, walkIn: 0.04, emergency: 0.28, new: 0.35, contact: 0.6,
        medical: 0.95, restricted: 0.6)

    /// A Sunday or holiday on duty by day: 40 patients, six an hour at most times.
    static let dutySunday = DayShape(
        patients: Quantiles([(0, 18), (0.05, 25), (0.25, 34), (0.5, 42), (0.75, 50), (0.95, 64), (0.995, 80), (1, 95)]),
        hours: [(start: 480, end: 1200, share: 1)], weekdays: [0, 0, 0, 0, 0, 0], worksAlways: true, walkIn: 0.5,
        emergency: 0.1, new: 0.4, contact: 0.7, medical: 1, restricted: 0.5)
}
