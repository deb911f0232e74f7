import Testing
import Vocabulary

@testable import Detection

@Suite("Sliding distinct counts")
struct SlidingDistinctTests {
    @Test(arguments: 1...FullRuns.size(20, byDefault: 4) as ClosedRange<UInt64>)
    func countsAreThoseOfTheSlowWay(_ seed: UInt64) {
        var random = SeededRandom(seed)
        var sliding = SlidingDistinct()
        var entries: [(time: Int64, key: UInt64)] = []
        var time: Int64 = 0
        var highest = [0, 0, 0]
        let step = [60_000, 1_800_000, 36_000_000, 400_000_000][Int(seed) % 4]
        for _ in 0..<FullRuns.size(600, byDefault: 250) {
            time += Int64.random(in: 0...Int64(step), using: &random)
            let key = UInt64.random(in: 0..<80, using: &random)
            sliding.record(key, at: time)
            entries.append((time, key))
            for (index, window) in WindowName.allCases.enumerated() {
                let count = Set(entries.filter { $0.time > time - window.milliseconds }.map(\.key)).count
                highest[index] = max(highest[index], count)
                #expect(sliding.counts[index] == count)
            }
        }
        #expect(sliding.highest == highest)
        #expect(sliding.held == sliding.counts[2])
    }

    @Test func aKeyOpensOncePerDay() {
        var sliding = SlidingDistinct()
        let (hour, day) = (WindowName.hour.milliseconds, WindowName.day.milliseconds)
        let times = [0, hour, day - 1, day, day + hour]
        #expect(times.map { sliding.record(1, at: $0) } == [true, false, false, true, false])
        // A time that went back counts as now.
        let isOpening = sliding.record(2, at: 0)
        #expect(isOpening)
        #expect(sliding.counts == [2, 2, 2])
    }

    @Test func forgettingTheOldestKeepsCountsRight() {
        var sliding = SlidingDistinct()
        for key in 0..<10 { sliding.record(UInt64(key), at: Int64(key) * 1_000_000) }
        let counts = sliding.counts
        sliding.forgetOldest()
        #expect(sliding.counts == [counts[0], counts[1] - 1, counts[2] - 1])
        for _ in 0..<20 { sliding.forgetOldest() }
        #expect(sliding.counts == [0, 0, 0])
        sliding.record(5, at: 20_000_000)
        #expect(sliding.counts == [1, 1, 1])
    }

    @Test func idsThatFollowEachOtherAreSteps() {
        var (walk, honest) = (IDWalk(), IDWalk())
        var random = SeededRandom(1)
        for id in 0..<100 {
            walk.record(UInt64(1_000 + id))
            honest.record(UInt64.random(in: 0..<2_000, using: &random))
        }
        #expect(walk.steps == 99)
        #expect(honest.share < PeerReview.walkShare)
        let numbers = ["12": 12, "P-0012": 12, "a1b2": nil, "018f-77": nil, "": nil, "x": nil] as [String: UInt64?]
        for (id, number) in numbers { #expect(IDWalk.number(of: id) == number, "\(id)") }
        #expect(IDWalk.number(of: "99999999999999999999999") == nil)
    }

    @Test func tablesOfRolesAreReadOrRefused() throws {
        let roles = try RehearsalRoles(
            csv: "# who is who\naccount,role\ndr-7,nurse\ndr-*,physician\n*-desk,secretary\n")
        let cases: [(String, Role?)] = [
            ("dr-7", .nurse), ("dr-8", .physician), ("front-desk", .secretary), ("dr", nil), ("", nil),
        ]
        for (account, role) in cases { #expect(roles.role(of: account) == role, "\(account)") }
        #expect(throws: RehearsalError(line: 2, problem: "not account,role")) { try RehearsalRoles(csv: "a,nurse\nb") }
        #expect(throws: RehearsalError.self) { try RehearsalRoles(csv: "a,king") }
        for bad in ["physician,1,2", "physician,1,2,-3", "king,1,2,3", "physician,1,2,99999999999999999999"] {
            #expect(throws: RehearsalError(line: 1, problem: "not role,hour,day,month")) {
                try RehearsalLimits(csv: bad)
            }
        }
        #expect(try RehearsalLimits(csv: "nurse, 1, 2, 3")[.nurse] == Limit(1, 2, 3))
        #expect(RehearsalRoles.fits(Array("aaaaab".utf8), Array("*a*b".utf8)))
        #expect(!RehearsalRoles.fits(Array("ab".utf8), Array("a*bb".utf8)))
    }
}
