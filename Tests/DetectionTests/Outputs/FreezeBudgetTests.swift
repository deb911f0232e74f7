import Synchronization
import Testing
import Vocabulary

@testable import Detection

private final class Broker: Freezing {
    struct Refused: Error {}
    let frozen = Mutex<[String]>([])
    let fails: Bool

    init(fails: Bool = false) { self.fails = fails }

    func freeze(membership: String, of practice: String, because finding: String) async throws {
        if fails { throw Refused() }
        frozen.withLock { $0.append(membership) }
    }
}

@Suite("Freezes by rules are limited")
struct FreezeBudgetTests {
    private let noon = SampleFinding.noon

    private func request(
        _ number: Int, practice: String? = nil, members: Int = 10, rule: String? = nil, level: RuleLevel = .critical
    ) -> FreezeRequest {
        FreezeRequest(
            membership: "m\(number)", practice: practice ?? "p\(number)", members: members, rule: rule ?? "r\(number)",
            finding: "f", level: level)
    }

    @Test func aFloodFreezesNoMoreThanTheHourAndTheDay() {
        var budget = FreezeBudget(at: noon)
        var frozen: [Int64] = []
        for minute in 0..<(48 * 60) as Range<Int64> {
            for number in 0..<5 {
                let request = request(Int(minute) * 5 + number)
                if budget.decide(request, at: noon.adding(seconds: minute * 60)) == .freeze { frozen.append(minute) }
            }
        }
        for minute in frozen {
            #expect(frozen.count { ($0 - 59)...$0 ~= minute } <= 10)
            #expect(frozen.count { minute...(minute + 59) ~= $0 } <= 10)
            #expect(frozen.count { minute...(minute + 1_439) ~= $0 } <= 30)
        }
        #expect(frozen.count == 60)
        #expect(budget.asked[.hour] ?? 0 > 0 && budget.asked[.day] ?? 0 > 0)
    }

    @Test func aPracticeLosesAtMostItsShare() {
        for (members, allowed) in [(0, 0), (1, 0), (2, 1), (4, 1), (5, 1), (10, 2), (40, 8)] {
            var limits = FreezeLimits()
            (limits.perHour, limits.perDay, limits.perRuleHour) = (1_000, 1_000, 1_000)
            var budget = FreezeBudget(limits: limits, at: noon)
            let decisions = (0..<50).map { budget.decide(request($0, practice: "p", members: members), at: noon) }
            #expect(decisions.count { $0 == .freeze } == allowed, "\(members)")
            #expect(decisions.last == .ask(.practice))
            _ = budget.decide(request(99, practice: "p", members: members), at: noon.adding(days: 9))
            #expect(budget.frozen.count == allowed, "frozen ones count until they are thawed")
        }
    }

    @Test func thawedOnesCountNoLonger() {
        var budget = FreezeBudget(at: noon)
        #expect(budget.decide(request(1, practice: "p", members: 5), at: noon) == .freeze)
        #expect(budget.decide(request(1, practice: "p", members: 5), at: noon) == .already)
        #expect(budget.decide(request(2, practice: "p", members: 5), at: noon) == .ask(.practice))
        budget.thawed("m1")
        #expect(budget.decide(request(2, practice: "p", members: 5), at: noon) == .freeze)
    }

    @Test func whatIsInjectedLeavesPermitsToTheRealOne() {
        var budget = FreezeBudget(at: noon)
        for number in 0..<100 { _ = budget.decide(request(number, rule: "noisy"), at: noon) }
        #expect(budget.spent.count == 5)
        for number in 100..<200 { _ = budget.decide(request(number, level: .high), at: noon) }
        #expect(budget.spent.count == 7)
        #expect(budget.decide(request(300), at: noon) == .freeze)
        #expect(budget.decide(request(301, level: .medium), at: noon) == .ask(.level))
    }

    @Test func clockThatRunsBackGivesNothing() {
        var budget = FreezeBudget(at: noon)
        for number in 0..<20 { _ = budget.decide(request(number), at: noon) }
        #expect(budget.decide(request(50), at: noon.adding(days: -30)) == .ask(.hour))
    }

    @Test func aRestartKeepsWhatIsSpent() throws {
        var budget = FreezeBudget(at: noon)
        for number in 0..<20 { _ = budget.decide(request(number), at: noon) }
        var again = try #require(FreezeBudget(reading: budget.state))
        #expect(again.state == budget.state)
        #expect(again.decide(request(50), at: noon) == .ask(.hour))
        #expect(again.decide(request(1), at: noon) == .already)
        #expect(FreezeBudget(reading: ["now": 1, "spent": [["at": 1]], "frozen": []]) == nil)
    }

    @Test func theFreezerDoesWhatIsDecided() async throws {
        let (broker, clock) = (Broker(), ManualClock(noon))
        let freezer = Freezer(budget: FreezeBudget(at: noon), broker: broker, clock: clock) { _ in }
        let outcomes = await withTaskGroup(of: FreezeOutcome.self) { group in
            for number in 0..<50 { group.addTask { await freezer.consider(request(number)) } }
            return await group.reduce(into: [FreezeOutcome]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .frozen } == 10)
        #expect(broker.frozen.withLock { $0.count } == 10)
        #expect(await freezer.asked == [.hour: 40])
    }

    @Test func withoutAWrittenStateNothingIsFrozen() async {
        struct Full: Error {}
        let broker = Broker()
        let freezer = Freezer(budget: FreezeBudget(at: noon), broker: broker, clock: ManualClock(noon)) { _ in
            throw Full()
        }
        #expect(await freezer.consider(request(1)) == .failed)
        #expect(broker.frozen.withLock { $0.isEmpty })
        let failing = Freezer(budget: FreezeBudget(at: noon), broker: Broker(fails: true), clock: ManualClock(noon)) {
            _ in
        }
        #expect(await failing.consider(request(1)) == .failed)
    }
}
