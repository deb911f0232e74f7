import Foundation
import Vocabulary

@testable import Detection

/// Synthetic accounts that count patients an hour: each with its own height, hours, days off and mood; in the end some
/// attack.
struct HonestMonths {
    let accounts: Int
    let days: Int
    let seed: UInt64

    struct Result {
        var judged = 0
        var unusual = 0
        var afterLearning = 0
        var attacksMissed = 0
    }

    private struct Person {
        let name: String
        let peer: String
        let height: Double
        let begin: Int64
        let worksSaturdays: Bool
    }

    func run() -> Result {
        var random = SplitMix(state: seed)
        var baselines = Baselines(at: moment(0, 0))
        let people = (0..<accounts).map { person($0, &random) }
        var result = Result()
        for day in 0..<days {
            baselines.advance(to: moment(day, 1))
            for person in people { live(person, day, &baselines, &random, &result) }
        }
        for person in people.prefix(50) {
            let judgement = baselines.judge(person.name, peer: person.peer, "patients", 3_000, at: moment(days - 1, 22))
            if !judgement.isUnusual { result.attacksMissed += 1 }
        }
        return result
    }

    private func person(_ number: Int, _ random: inout SplitMix) -> Person {
        Person(
            name: "a\(number)", peer: number.isMultiple(of: 3) ? "secretary" : "physician",
            height: 8 * exp(0.5 * random.normal()), begin: 7 + Int64(random.next() % 3),
            worksSaturdays: random.next().isMultiple(of: 4))
    }

    private func live(
        _ person: Person, _ day: Int, _ baselines: inout Baselines, _ random: inout SplitMix, _ result: inout Result
    ) {
        let weekday = day % 7
        let isOnCall = random.next().isMultiple(of: 40)
        let works = weekday < 5 || weekday == 5 && person.worksSaturdays || isOnCall
        guard works, !random.next().isMultiple(of: 15) else { return }
        let mood = exp(0.3 * random.normal())
        let late: Int64 = random.next().isMultiple(of: 10) ? 3 : 0
        for hour in person.begin..<(person.begin + 9 + late) {
            let value = (person.height * mood * exp(0.3 * random.normal())).rounded()
            result.judged += 1
            guard baselines.judge(person.name, peer: person.peer, "patients", value, at: moment(day, hour)).isUnusual
            else { continue }
            result.unusual += 1
            if day >= 30 { result.afterLearning += 1 }
        }
    }

    private func moment(_ day: Int, _ hour: Int64) -> Timestamp {
        Timestamp(milliseconds: 1_767_567_600_000).adding(days: Int64(day)).adding(seconds: hour * 3_600)
    }
}
