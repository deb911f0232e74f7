import Testing
import Vocabulary

@testable import Detection

@Suite("What is usual for an account")
struct BaselinesTests {
    /// 2026-01-05, a Monday, 00:00 in Paris.
    private let start = Timestamp(milliseconds: 1_767_567_600_000)
    private let hour: Int64 = 3_600

    private func moment(day: Int, hour: Int64) -> Timestamp {
        start.adding(days: Int64(day)).adding(seconds: hour * 3_600)
    }

    /// An office account that touches one practice, six days a week.
    private func office(_ baselines: inout Baselines, _ account: String, days: Range<Int>, value: Double = 1) -> Int {
        var unusual = 0
        for day in days where day % 7 != 6 {
            baselines.advance(to: moment(day: day, hour: 8))
            for hour in 9..<18 as Range<Int64> {
                let at = moment(day: day, hour: hour)
                if baselines.judge(account, peer: "office", "practices", value, at: at).isUnusual { unusual += 1 }
            }
        }
        return unusual
    }

    @Test func sentenceOfTheAttack() {
        var baselines = Baselines(at: start)
        #expect(office(&baselines, "svc", days: 0..<60) == 0)
        let judgement = baselines.judge(
            "svc", peer: "office", "practices", 62, at: moment(day: 59, hour: 20), during: 2_400_000)
        #expect(judgement.isUnusual)
        #expect(judgement.sentence == "62 practices in 40 minutes; highest in 60 days: 1")
        let usual = baselines.judge("svc", peer: "office", "practices", 1, at: moment(day: 59, hour: 21))
        #expect(!usual.isUnusual && usual.sentence == "1 practice; highest in 60 days: 1")
    }

    @Test func coldStartIsHeldToThePeers() {
        var baselines = Baselines(at: start)
        for number in 0..<30 { #expect(office(&baselines, "old\(number)", days: 0..<1) == 0) }
        for day in 1..<40 { for number in 0..<30 { _ = office(&baselines, "old\(number)", days: day..<day + 1) } }
        baselines.advance(to: moment(day: 40, hour: 9))
        let judgement = baselines.judge(
            "new", peer: "office", "practices", 5, at: moment(day: 40, hour: 9), during: 60_000)
        #expect(judgement.isUnusual && judgement.limit < 5)
        #expect(judgement.sentence == "5 practices in 1 minute; not seen before, limit of its peers: 4")
        let unknown = baselines.judge("newer", peer: "nobody", "practices", 9, at: moment(day: 40, hour: 9))
        #expect(!unknown.isUnusual && unknown.limit == 10)
    }

    @Test func limitsDifferByHourAndKindOfDay() {
        var baselines = Baselines(at: start)
        for day in 0..<60 where day % 7 < 5 {
            baselines.advance(to: moment(day: day, hour: 8))
            for hour in 9..<18 as Range<Int64> {
                _ = baselines.judge("dr", peer: "p", "patients", 100, at: moment(day: day, hour: hour))
            }
        }
        baselines.advance(to: moment(day: 65, hour: 1))
        let limits = [(63, 11), (63, 2), (68, 11)].map { day, hour in
            baselines.judge("dr", peer: "p", "patients", 0, at: moment(day: day, hour: hour)).limit
        }
        #expect(limits[0] == 300)
        #expect(limits[1] == 150)
        let sunday = baselines.judge("dr", peer: "p", "patients", 200, at: moment(day: 66, hour: 11))
        _ = sunday
        baselines.advance(to: moment(day: 69, hour: 1))
        let rest = baselines.judge("dr", peer: "p", "patients", 200, at: moment(day: 68, hour: 11))
        #expect(rest.isUnusual && rest.limit == 150)
    }

    /// Three honest months of many accounts with days off, holidays, sick weeks and long-tailed days: how often it
    /// cries wolf.
    @Test func honestMonthsAreQuiet() {
        let accounts = FullRuns.size(100, byDefault: 40)
        let result = HonestMonths(accounts: accounts, days: 120, seed: 7).run()
        #expect(result.judged > 600 * accounts)
        #expect(result.afterLearning <= accounts * 12 / 100, "\(result.afterLearning) in three months of \(accounts)")
        #expect(result.attacksMissed == 0)
    }

    /// An account that goes as high as it can without a finding, every day.
    @Test func slowPoisoningIsBounded() {
        var baselines = Baselines(at: start)
        _ = office(&baselines, "evil", days: 0..<60, value: 4)
        var limits: [Double] = []
        for day in 60..<240 {
            baselines.advance(to: moment(day: day, hour: 8))
            var limit = 0.0
            for hour in 9..<18 as Range<Int64> {
                limit = baselines.judge("evil", peer: "office", "practices", 0, at: moment(day: day, hour: hour)).limit
                #expect(
                    !baselines.judge("evil", peer: "office", "practices", limit, at: moment(day: day, hour: hour))
                        .isUnusual)
            }
            limits.append(limit)
        }
        #expect(limits.last ?? 0 > limits[0] * 4)
        for (early, late) in zip(limits, limits.dropFirst(30)) { #expect(late <= early * 2 + 1e-9) }
    }

    /// Findings do not teach: what is far above the limit counts as the limit.
    @Test func attacksAreNotLearned() {
        var baselines = Baselines(at: start)
        _ = office(&baselines, "svc", days: 0..<60)
        var unusual = 0
        for day in 60..<90 {
            baselines.advance(to: moment(day: day, hour: 8))
            if baselines.judge("svc", peer: "office", "practices", 500, at: moment(day: day, hour: 10)).isUnusual {
                unusual += 1
            }
        }
        #expect(unusual == 30)
    }

    @Test func whatPeopleAcceptIsLearned() {
        var baselines = Baselines(at: start)
        _ = office(&baselines, "svc", days: 0..<60)
        baselines.accept("svc", "practices", 80, from: moment(day: 60, hour: 0))
        #expect(office(&baselines, "svc", days: 60..<89, value: 70) == 0)
        #expect(office(&baselines, "svc", days: 92..<120, value: 70) == 0)
        #expect(baselines.judge("svc", peer: "office", "practices", 500, at: moment(day: 119, hour: 10)).isUnusual)
    }

    @Test func floodingDoesNotDisplaceKnownAccounts() {
        var options = BaselineOptions()
        (options.maximumKnown, options.maximumNew, options.maximumPeers) = (100, 200, 10)
        var baselines = Baselines(options: options, at: start)
        for number in 0..<50 { _ = office(&baselines, "known\(number)", days: 0..<20) }
        for day in 20..<26 {
            baselines.advance(to: moment(day: day, hour: 8))
            for number in 0..<5_000 {
                _ = baselines.judge("x\(number)", peer: "g\(number)", "practices", 1, at: moment(day: day, hour: 10))
            }
        }
        #expect(baselines.known.keys.count { $0.name.hasPrefix("known") } == 50)
        #expect(baselines.count.known <= 100 && baselines.count.new <= 200)
        #expect(baselines.peers.count <= 11)
        #expect(baselines.judge("known7", peer: "office", "practices", 62, at: moment(day: 25, hour: 11)).isUnusual)
        #expect(baselines.judge("fresh", peer: "office", "practices", 62, at: moment(day: 25, hour: 11)).isUnusual)
    }

    /// A log that claims the year 9999 makes no account forgotten.
    @Test func distantTimesDoNotForget() {
        var baselines = Baselines(at: start)
        _ = office(&baselines, "svc", days: 0..<60)
        for time in [Timestamp(milliseconds: .max), Timestamp(milliseconds: .min), moment(day: 9_000, hour: 1)] {
            _ = baselines.judge("svc", peer: "office", "practices", 1, at: time)
            _ = baselines.judge("other", peer: "office", "practices", .nan, at: time)
        }
        let judgement = baselines.judge("svc", peer: "office", "practices", 62, at: moment(day: 59, hour: 20))
        #expect(judgement.isUnusual && judgement.sentence.hasSuffix("highest in 60 days: 1"))
    }

    @Test func stateIsWrittenAndRead() throws {
        var baselines = Baselines(at: start)
        for number in 0..<20 { _ = office(&baselines, "a\(number)", days: 0..<30, value: Double(number)) }
        _ = baselines.judge("new", peer: "office", "bytes", 3e9, at: moment(day: 29, hour: 9))
        func lines(_ baselines: Baselines) -> [[UInt8]] {
            var out: [[UInt8]] = []
            baselines.write { out.append($0) }
            return out
        }
        let written = lines(baselines)
        #expect(written.allSatisfy { $0.count < 1_400 })
        var again = try Baselines(reading: written, at: moment(day: 29, hour: 20))
        #expect(lines(again) == written)
        for account in ["a3", "new", "never"] {
            let at = moment(day: 29, hour: 21)
            #expect(
                again.judge(account, peer: "office", "practices", 9, at: at)
                    == baselines.judge(account, peer: "office", "practices", 9, at: at))
        }
        for (from, to) in [
            ("\"codes\":\"", "\"codes\":\"A"), ("\"baseline\":1", "\"baseline\":2"), ("\"day\":", "\"day\":99"),
            ("\"kind\":\"account\"", "\"kind\":\"x\""),
        ] {
            let text = String(decoding: written.last ?? [], as: UTF8.self).replacingFirst(from, with: to)
            #expect(throws: BaselineStateError.self, "\(to)") {
                _ = try Baselines(reading: [Array(text.utf8)], at: start)
            }
        }
    }

    /// A known account for which there was no room among the known ones is read again too.
    @Test func aStateOfFullTablesIsRead() throws {
        var options = BaselineOptions()
        (options.maximumKnown, options.maximumNew) = (5, 20)
        var baselines = Baselines(options: options, at: start)
        for number in 0..<10 { _ = office(&baselines, "a\(number)", days: 0..<5) }
        var written: [[UInt8]] = []
        baselines.write { written.append($0) }
        let again = try Baselines(reading: written, options: options, at: moment(day: 4, hour: 20))
        #expect(again.count == baselines.count && again.count == (5, 5))
    }
}
