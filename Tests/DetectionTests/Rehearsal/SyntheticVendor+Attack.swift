/// The attack of 2025: stolen accounts that go on with their honest days.
extension SyntheticVendor {
    /// Adds it, and says whose accounts they are.
    mutating func attack() -> Set<String> {
        let large = practices.filter { $0.physicians == 5 }
        guard large.count >= 6, days >= 25 else { return [] }
        walkSlowly("dr-\(large[0].number)-0", large[0], aDay: 40)
        walkSlowly("dr-\(large[1].number)-2", large[1], aDay: 70)
        readAtRandom("dr-\(large[2].number)-1", large[2], aDay: 35)
        wanderAtNight("dr-\(large[3].number)-3")
        walkFast("dr-\(large[4].number)-4", large[4])
        export("dr-\(large[5].number)-0")
        fanOut("key-999")
        return Set(
            [
                "dr-\(large[0].number)-0", "dr-\(large[1].number)-2", "dr-\(large[2].number)-1",
                "dr-\(large[3].number)-3", "dr-\(large[4].number)-4", "dr-\(large[5].number)-0", "key-999",
            ])
    }

    /// Low and slow, by the order of ids, spread over the working day.
    private mutating func walkSlowly(_ account: String, _ practice: Practice, aDay count: Int) {
        var next = practice.patients.lowerBound
        for day in 3..<days where day % 7 < 5 {
            for step in 0..<count where practice.patients.contains(next) {
                ask(account, day, 8 * 3600 + step * (9 * 3600 / count), practice, next)
                next += 1
            }
        }
    }

    /// As slow, in no order.
    private mutating func readAtRandom(_ account: String, _ practice: Practice, aDay count: Int) {
        for day in 5..<days {
            for _ in 0..<count {
                ask(account, day, workingSecond(), practice, Int.random(in: practice.patients, using: &random))
            }
        }
    }

    /// Other practices' patients, where the application forgot to look whose they are.
    private mutating func wanderAtNight(_ account: String) {
        for day in 12..<22 {
            for step in 0..<160 {
                let practice = practices[(day * 4 + step / 20) % practices.count]
                let patient = Int.random(in: practice.patients, using: &random)
                ask(account, day, 3600 + step * 60, practice, patient)
            }
        }
    }

    /// 2,500 patients in two hours of one night.
    private mutating func walkFast(_ account: String, _ practice: Practice) {
        for step in 0..<2_500 { ask(account, 17, 2 * 3600 + step * 3, practice, practice.patients.lowerBound + step) }
    }

    private mutating func export(_ account: String) {
        for step in 0..<3 {
            let time = Self.start + 20 * 86_400_000 + Int64(step) * 600_000 + 7_200_000
            requests.append(Request(time: time, account: account, path: "/api/v1/export_all_patients?practice=\(step)"))
        }
    }

    /// A key of a partner that opens all practices.
    private mutating func fanOut(_ account: String) {
        for day in 22..<25 {
            for (step, practice) in practices.enumerated() {
                for visit in 0..<4 {
                    let patient = Int.random(in: practice.patients, using: &random)
                    ask(account, day, 9 * 3600 + step * 300 + visit * 60, practice, patient)
                }
            }
        }
    }
}
