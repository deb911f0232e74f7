import Testing
import Vocabulary

@testable import Detection

@Suite("What is told, and how often")
struct FindingGateTests {
    private let noon = SampleFinding.noon

    private func finding(
        _ account: String, _ level: RuleLevel = .high, measure: Double? = 10, rule: String = "r", id: String? = nil
    ) -> Finding {
        SampleFinding.fanOut(
            id: id ?? "\(rule)-\(account)-\(measure ?? 0)", rule: rule, level: level, account: account,
            measure: measure,
            events: 1)
    }

    @Test func repetitionsAreUpdatesOfTheFirst() {
        var gate = FindingGate(at: noon)
        var told: [Int] = []
        for number in 1...1_000 {
            var finding = finding("a", id: "id-\(number)")
            finding.last = finding.last.adding(seconds: Int64(number))
            switch gate.admit(finding, at: noon.adding(seconds: Int64(number))) {
            case .new(let finding): #expect(finding.id == "id-1")
            case .update(let finding, let updates):
                #expect(finding.id == "id-1" && finding.events == number)
                told.append(updates)
            case .folded(let id): #expect(id == "id-1")
            default: Issue.record("not folded")
            }
        }
        #expect(told == Array(1...9))
        let last = gate.due(at: noon.adding(seconds: 5 * 3_600))
        #expect(last.map { $0.finding?.events } == [1_000])
        #expect(gate.remembered == 0)
    }

    @Test func theSameReadAgainDoesNotCountTwice() {
        var gate = FindingGate(at: noon)
        _ = gate.admit(finding("a"), at: noon)
        #expect(gate.admit(finding("a"), at: noon) == .folded(into: "r-a-10.0"))
        #expect(gate.due(at: noon, all: true).isEmpty)
    }

    @Test func escalationsPass() {
        var gate = FindingGate(at: noon)
        _ = gate.admit(finding("a", .medium, measure: 10), at: noon)
        #expect(gate.admit(finding("a", .medium, measure: 90), at: noon).finding != nil)  // the second is an update
        guard case .escalation(let level, 2) = gate.admit(finding("a", .high, measure: 1), at: noon) else {
            Issue.record("no escalation of level")
            return
        }
        #expect(level.level == .high && level.measure == 90 && level.id == "r-a-10.0")
        guard case .escalation(let tenfold, 3) = gate.admit(finding("a", .high, measure: 900), at: noon) else {
            Issue.record("no escalation of measure")
            return
        }
        #expect(tenfold.measure == 900)
        #expect(gate.admit(finding("a", .high, measure: 950), at: noon).finding == nil)
    }

    @Test func afterTheTimeItIsNewAgain() {
        var gate = FindingGate(at: noon)
        _ = gate.admit(finding("a"), at: noon)
        guard case .new = gate.admit(finding("a", id: "later"), at: noon.adding(seconds: 4 * 3_600)) else {
            Issue.record("not new")
            return
        }
    }

    @Test func rateOfARuleHoldsAndIsSummarised() {
        var gate = FindingGate(at: noon)
        var new = 0
        for number in 0..<5_000 {
            if gate.admit(finding("a\(number)", measure: Double(number % 50)), at: noon).finding != nil { new += 1 }
        }
        #expect((20...25).contains(new))  // twenty at once, and those whose measure was ten times the greatest told
        #expect(gate.due(at: noon.adding(seconds: 599)).isEmpty)
        let due = gate.due(at: noon.adding(seconds: 600)).compactMap(\.finding)
        #expect(due.count == 1)
        #expect(due.first?.events == 5_000 - new)
        #expect(
            due.first?.why.hasPrefix("\(OutputText.grouped(UInt64(5_000 - new))) findings held back in 10 minutes: r ")
                == true)
        #expect(due.first?.why.contains("49") == true)
        #expect(gate.due(at: noon.adding(seconds: 9_999)).isEmpty)
    }

    /// A flood of its own rule and of all others, before and after: the suspect is told when it is ten times what the
    /// flood was.
    @Test func aFloodDoesNotHideTheSuspect() {
        var gate = FindingGate(at: noon)
        for number in 0..<20_000 {
            _ = gate.admit(finding("x\(number)", .high, measure: 3, rule: "r\(number % 50)"), at: noon)
        }
        guard
            case .new = gate.admit(finding("suspect", .high, measure: 62, rule: "r7"), at: noon.adding(seconds: 1_200))
        else {
            Issue.record("the suspect is not told")
            return
        }
    }

    @Test func lowerLevelsLeavePermitsToHigherOnes() {
        for level in RuleLevel.allCases.dropFirst() {
            var gate = FindingGate(at: noon)
            for lower in RuleLevel.allCases where lower < level {
                for number in 0..<1_000 {
                    _ = gate.admit(finding("x\(number)", lower, rule: "r\(number)-\(lower)"), at: noon)
                }
            }
            let passage = gate.admit(finding("suspect", level, rule: "own"), at: noon)
            #expect(passage.finding != nil, "\(level)")
        }
    }

    @Test func memoryIsBoundedAndForgetsTheLowestFirst() {
        var options = GateOptions()
        options.maximumKeys = 100
        options.perRule = FindingRate(burst: 1_000_000, perHour: 1)
        options.inAll = FindingRate(burst: 1_000_000, perHour: 1)
        var gate = FindingGate(options: options, at: noon)
        for number in 0..<50 { _ = gate.admit(finding("high\(number)", .high), at: noon) }
        for number in 0..<10_000 { _ = gate.admit(finding("low\(number)", .low), at: noon) }
        #expect(gate.remembered == 100)
        for number in 0..<50 {
            #expect(gate.admit(finding("high\(number)", .high), at: noon).finding == nil, "told again: \(number)")
        }
        for number in 0..<10_000 { _ = gate.admit(finding("top\(number)", .critical), at: noon) }
        #expect(gate.remembered == 100)
    }

    @Test func permitsComeBackWithTime() {
        var bucket = TokenBucket(FindingRate(burst: 2, perHour: 60), at: noon)
        var taken: [Int64] = []
        for second in 0..<600 as Range<Int64> where bucket.take(at: noon.adding(seconds: second), keeping: 0) {
            taken.append(second)
        }
        #expect(taken == [0, 1] + (1...9).map { $0 * 60 })
        let more = bucket.take(at: noon, keeping: 0)
        #expect(!more)
    }

    @Test func theSameFindingsGiveTheSamePassages() {
        func run() -> [Passage] {
            var gate = FindingGate(at: noon)
            return (0..<3_000).map { number in
                let measure = Double(number * 7_919 % 997)
                return gate.admit(
                    finding(
                        "a\(number % 40)", RuleLevel.allCases[number % 5], measure: measure, rule: "r\(number % 7)"),
                    at: noon.adding(seconds: Int64(number)))
            } + gate.due(at: noon.adding(seconds: 90_000), all: true)
        }
        #expect(run() == run())
    }
}
