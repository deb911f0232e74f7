/// Honest days.
extension SyntheticVendor {
    mutating func work(_ day: Int) {
        let weekday = day % 7
        for practice in practices where weekday < 5 || (weekday == 5 && practice.isBusy) {
            for physician in 0..<practice.physicians { consult(day, practice, physician) }
            if practice.physicians >= 3, weekday < 5 { nurse(day, practice) }
        }
        if weekday < 6 { answerCalls(day) }
        onCall(day)
        replace(day)
        synchronise(day)
    }

    /// About 25 patients, twice as many on the Monday of the flu; a secretary where there are two physicians or more.
    private mutating func consult(_ day: Int, _ practice: Practice, _ physician: Int) {
        let usual = 18 + (practice.number * 5 + physician * 3) % 15
        let visits = (day == 7 ? 2 : 1) * max(1, usual + Int.random(in: -5...5, using: &random))
        for _ in 0..<visits {
            let (patient, second) = (patient(of: physician, practice), workingSecond())
            ask("dr-\(practice.number)-\(physician)", day, second, practice, patient)
            let roll = Int.random(in: 0..<10, using: &random)
            if roll < 2 { ask("dr-\(practice.number)-\(physician)", day, second + 60, practice, patient, "/notes") }
            if practice.physicians > 1, roll < 6 { ask("sec-\(practice.number)", day, second - 900, practice, patient) }
        }
    }

    /// A round of 14, and one day of vaccinations.
    private mutating func nurse(_ day: Int, _ practice: Practice) {
        for _ in 0..<(day == 15 ? 130 : 14) {
            let patient = Int.random(in: practice.patients, using: &random)
            ask("nurse-\(practice.number)", day, workingSecond(), practice, patient)
        }
    }

    /// Eight operators of a remote secretariat, over twenty practices each.
    private mutating func answerCalls(_ day: Int) {
        for person in 0..<8 where !practices.isEmpty {
            for _ in 0..<70 {
                let practice = practices[(person * 7 + Int.random(in: 0..<20, using: &random)) % practices.count]
                let patient = Int.random(in: practice.patients, using: &random)
                ask("remote-\(person)", day, workingSecond(), practice, patient)
            }
        }
    }

    /// Six doctors on call, every third night each.
    private mutating func onCall(_ day: Int) {
        for person in 0..<6 where person % 3 == day % 3 {
            for _ in 0..<25 {
                let practice = practices[Int.random(in: practices.indices, using: &random)]
                let patient = Int.random(in: practice.patients, using: &random)
                let second = Int.random(in: (20 * 3600)..<(24 * 3600), using: &random)
                ask("on-call-\(person)", day, second, practice, patient)
            }
        }
    }

    /// Locums, a week here and a week there.
    private mutating func replace(_ day: Int) {
        for person in 0..<6 where day % 7 < 5 {
            let practice = practices[(person * 9 + day / 7) % practices.count]
            for _ in 0..<20 { ask("locum-\(person)", day, workingSecond(), practice, patient(of: 0, practice)) }
        }
    }

    /// Partners' programs, one key a practice.
    private mutating func synchronise(_ day: Int) {
        for practice in practices where practice.number % 8 == 0 {
            for _ in 0..<15 {
                let patient = Int.random(in: practice.patients, using: &random)
                ask("key-\(practice.number)", day, workingSecond(), practice, patient)
            }
        }
    }
}
