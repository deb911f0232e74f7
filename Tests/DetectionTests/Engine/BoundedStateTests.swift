import Testing

@testable import Detection

/// What correlations keep when there is too much to keep all of it.
@Suite struct BoundedStateTests {
    private static func shape(_ kind: Correlation.Kind, exact: Int = 100_000) throws -> WindowShape {
        let place = RulePlace(file: "t.yml", line: 1)
        return try WindowShape(
            Correlation(place: place, title: "t", kind: kind, rules: [0], timespan: 60_000, fields: ["v"]),
            exactDistinct: exact)
    }

    private static func input(_ time: Int64, _ value: UInt64, group: UInt64 = 0) -> CorrelationInput {
        CorrelationInput(time: time, correlation: 0, slot: 0, group: group, value: value, number: 1)
    }

    @Test func `different values are counted exactly up to the limit, then within four standard errors`() throws {
        let limit = 2_000
        var (random, worst) = (SeededRandom(1), 0.0)
        for count in [1, 1_999, 2_000, 2_001, 5_000, 20_000, FullRuns.size(1_000_000, byDefault: 50_000)] {
            var window = DistinctWindow(try BoundedStateTests.shape(.valueCount, exact: limit))
            for _ in 0..<count { window.add(BoundedStateTests.input(1_000, random.next())) }
            let found = window.measure(at: 1_000) ?? -1
            if count <= limit {
                #expect(found == Double(count))
            } else {
                let error = abs(found / Double(count) - 1)
                worst = max(worst, error)
                #expect(error < 4 * DistinctSketch.standardError, "\(count): \(found)")
            }
        }
        print("distinct values beyond the limit: off by at most \(worst * 100) %")
    }

    @Test func `an estimate forgets what left the window, and repeated values count once`() throws {
        var window = DistinctWindow(try BoundedStateTests.shape(.valueCount, exact: 1_000))
        var random = SeededRandom(2)
        let (early, later) = ((0..<20_000).map { _ in random.next() }, (0..<5_000).map { _ in random.next() })
        for _ in 0..<2 { for value in early { window.add(BoundedStateTests.input(0, value)) } }
        for value in later { window.add(BoundedStateTests.input(30_000, value)) }
        for (moment, count) in [(30_000, 25_000.0), (60_000, 25_000), (60_001, 5_000), (90_000, 5_000)] {
            let found = window.measure(at: Int64(moment)) ?? -1
            #expect(abs(found / count - 1) < 4 * DistinctSketch.standardError, "\(moment): \(found)")
        }
        let left = window.measure(at: 90_001)
        #expect(left == 0)
    }

    @Test func `after a burst counts are exact again, though the group is never silent`() throws {
        var window = DistinctWindow(try BoundedStateTests.shape(.valueCount, exact: 1_000))
        var random = SeededRandom(3)
        for _ in 0..<20_000 { window.add(BoundedStateTests.input(0, random.next())) }
        for second in 1...200 {
            let now = Int64(second) * 1_000
            window.add(BoundedStateTests.input(now, UInt64(second) &* 0x9E37_79B9_7F4A_7C15))
            let found = window.measure(at: now) ?? -1
            // Second 61 is the first whose window begins after the burst.
            if second > 60 { #expect(found == 61, "second \(second)") } else { #expect(found > 10_000) }
        }
    }

    @Test func `a group that came once is not taken for one that keeps coming, whatever the flood`() {
        var (returns, random) = (Returns(span: 60_000), SeededRandom(4))
        let friend = random.next()
        for _ in 0..<40 { _ = returns.note(friend, at: 0) }
        let flood = FullRuns.size(3_000_000, byDefault: 300_000)
        for _ in 0..<flood { _ = returns.note(random.next(), at: 0) }
        let strangers = (0..<2_000).count { _ in returns.note(random.next(), at: 0) >= 12 }
        #expect(strangers <= 20)
        let average = (0..<2_000).reduce(0) { sum, _ in sum + returns.note(random.next(), at: 0) }
        #expect(average < 2_000)
        let known = returns.note(friend, at: 0)
        // The flood's own unevenness may take from it.
        #expect(known >= 20)
    }

    @Test func `how often a group came is forgotten after two windows`() {
        var (returns, random) = (Returns(span: 60_000), SeededRandom(5))
        let friend = random.next()
        for _ in 0..<12 { _ = returns.note(friend, at: 0) }
        for turn in 1...2 {
            for _ in 0..<5_000 { _ = returns.note(random.next(), at: 0) }
            let known = returns.note(friend, at: Int64(turn) * 120_000)
            #expect(known > 0)
        }
        for _ in 0..<10_000 { _ = returns.note(random.next(), at: 240_000) }
        for turn in 3...4 {
            _ = returns.note(random.next(), at: Int64(turn) * 120_000)
            for _ in 0..<5_000 { _ = returns.note(random.next(), at: Int64(turn) * 120_000) }
        }
        let known = returns.note(friend, at: 500_000)
        #expect(known == 0)
    }

    @Test func `a suspect stays while other keys flood in, and no more groups are held than allowed`() throws {
        let table = KeyedWindows<CountWindow>(try BoundedStateTests.shape(.eventCount), most: 500)
        var random = SeededRandom(6)
        let suspect = random.next()
        func come(_ group: UInt64, _ time: Int64) {
            table.name(group, at: time) { ["\(group)"] }
            table.add(BoundedStateTests.input(time, 0, group: group))
            table.measure(at: time) { _, _, _, _ in }
        }
        for _ in 0..<40 { come(suspect, 0) }
        let flood = FullRuns.size(10_000_000, byDefault: 200_000)
        for number in 0..<flood {
            come(random.next(), Int64(number) * 50_000 / Int64(flood))
            if table.figures.groups > 500 { Issue.record("\(table.figures.groups) groups are held") }
        }
        var counts: [Double] = []
        table.name(suspect, at: 50_000) { ["again"] }
        table.add(BoundedStateTests.input(50_000, 0, group: suspect))
        table.measure(at: 50_000) { group, _, count, _ in if group == suspect { counts.append(count) } }
        #expect(counts == [41])
        print("\(flood) keys: \(table.figures)")
    }
}
