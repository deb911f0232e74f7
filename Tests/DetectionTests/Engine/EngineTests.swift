import Testing
import Vocabulary

@testable import Detection

/// What an engine finds in short streams that can be followed by hand.
@Suite struct EngineTests {
    private static func text(_ correlation: String) -> String {
        """
        title: access\nname: access\nlogsource: {category: webserver}\ndetection: {a: {kind: read}, condition: a}
        ---
        title: many\nname: many\ncorrelation: {rules: [access], group-by: [account], timespan: 60s, \(correlation)}\n
        """
    }

    private static func read(_ seconds: Int64, _ account: String, _ patient: String = "p") -> Event {
        var event = Event()
        event.time = Timestamp(milliseconds: seconds * 1_000)
        event.add("kind", "read")
        event.add("account", account)
        event.add("patient", patient)
        return event
    }

    /// The seconds and groups at which correlations hold.
    private static func found(_ engine: inout Engine, _ events: some Sequence<Event>) -> [String] {
        var lines: [String] = []
        let take = { (match: Match) in
            guard match.measure != nil, let time = match.time else { return }
            lines.append("\(time.milliseconds / 1_000) \(match.group.joined(separator: ","))")
        }
        for event in events { engine.process(event, take) }
        engine.finish(take)
        return lines
    }

    private static func engine(_ correlation: String, _ change: (inout EngineOptions) -> Void) throws -> Engine {
        var options = EngineOptions()
        change(&options)
        return try Engine(try SigmaSupport.set(text(correlation)), options: options)
    }

    @Test func `a window is measured in the events' own time, whatever the order of arrival`() throws {
        let three = "type: event_count, condition: {gte: 3}"
        for (seconds, expected) in [
            ([1_000, 0, 1_001], []), ([0, 30, 1_000, 59], ["59 x"]), ([0, 60, 30], ["60 x"]), ([0, 61, 30], []),
            ([59, 1_000, 30, 0], ["59 x"]), ([0, 0, 0, 0], ["0 x"]),
        ] as [([Int64], [String])] {
            var engine = try EngineTests.engine(three) { $0.lateness = 2_000_000 }
            let found = EngineTests.found(&engine, seconds.map { EngineTests.read($0, "x") })
            #expect(found == expected, "\(seconds)")
            #expect(engine.figures.late == 0)
        }
    }

    @Test func `what comes too late, without a moment or far ahead is matched, counted and not correlated`() throws {
        var engine = try EngineTests.engine("type: event_count, condition: {gte: 3}") { $0.lateness = 30_000 }
        var untimed = EngineTests.read(0, "x")
        untimed.time = nil
        let events = [100, 131, 100, 4_000_000, 101, 102].map { EngineTests.read($0, "x") } + [untimed]
        let found = EngineTests.found(&engine, events)
        #expect(found == ["102 x", "131 x"])
        #expect(engine.figures.late == 1 && engine.figures.untimed == 1 && engine.figures.jumped == 1)
        #expect(engine.figures.events == 7)
    }

    @Test func `a clock that jumps is not believed, a gap in a log is`() throws {
        var engine = try EngineTests.engine("type: event_count, condition: {gte: 3}") { _ in }
        let ahead = (0..<103).map { EngineTests.read(40 * 86_400 + Int64($0), "x") }
        let found = EngineTests.found(&engine, [EngineTests.read(1, "x")] + ahead)
        #expect(engine.figures.jumped == 101 && found == ["3456102 x"])
    }

    @Test func `a match without a value is a moment at which the others are counted`() throws {
        var engine = try EngineTests.engine("type: value_count, condition: {field: patient, gte: 2}") { _ in }
        var without = EngineTests.read(3, "x")
        without.remove("patient")
        let events = [
            EngineTests.read(1, "x", "a"), EngineTests.read(2, "x", "A"), without, EngineTests.read(4, "x", "b"),
        ]
        #expect(EngineTests.found(&engine, events) == ["4 x"])
        var again = try EngineTests.engine("type: value_count, condition: {field: patient, lt: 2}") { _ in }
        #expect(EngineTests.found(&again, events) == ["1 x", "2 x", "3 x"])
    }

    /// Events of kinds at seconds.
    private static func kinds(_ all: [(Int64, String)]) -> [Event] {
        all.map { second, kind in
            var event = Event()
            event.time = Timestamp(milliseconds: second * 1_000)
            event.add("kind", kind)
            return event
        }
    }

    private static func order(_ rules: String, _ correlation: String) throws -> Engine {
        let plain = ["a", "b", "c"].map { kind in
            "title: \(kind)\nname: \(kind)\nlogsource: {product: p}\ndetection: {x: {kind: \(kind)}, condition: x}\n---\n"
        }
        let text = "title: order\ncorrelation: {rules: [\(rules)], timespan: 10s, \(correlation)}\n"
        return try Engine(try SigmaSupport.set(plain.joined() + text))
    }

    @Test func `an order takes a moment for each step`() throws {
        for (events, expected) in [
            ([(0, "a"), (1, "b"), (2, "c")], ["2 "]), ([(0, "a"), (1, "b"), (1, "c")], []),
            ([(0, "a"), (1, "c"), (1, "b"), (2, "b"), (3, "c")], ["3 "]), ([(0, "a"), (1, "b"), (11, "c")], []),
            ([(0, "a"), (0, "b"), (0, "c"), (1, "c")], []),
        ] as [([(Int64, String)], [String])] {
            var engine = try EngineTests.order("a, b, c", "type: temporal_ordered")
            #expect(EngineTests.found(&engine, EngineTests.kinds(events)) == expected, "\(events)")
        }
    }

    @Test func `absence is found when its time is over, each time`() throws {
        for (events, expected) in [
            ([(0, "a")], ["10 "]), ([(0, "a"), (10, "b")], []), ([(0, "a"), (11, "b")], ["10 "]),
            ([(0, "a"), (2, "a"), (9, "b"), (30, "a")], ["40 "]),
            // At 10 nothing is found, and a later moment is still to be looked at.
            ([(0, "a"), (5, "b"), (6, "a"), (8, "a"), (10, "a")], ["16 ", "18 ", "20 "]),
        ] as [([(Int64, String)], [String])] {
            var engine = try EngineTests.order("a, b", "type: temporal, condition: a and not b")
            #expect(EngineTests.found(&engine, EngineTests.kinds(events)) == expected, "\(events)")
        }
    }

    @Test func `the field time is the event's own moment unless it has one`() throws {
        let rule = "title: night\nlogsource: {product: p}\ndetection: {a: {kind: read, time|hour: 23}, condition: a}\n"
        var engine = try Engine(try SigmaSupport.set(rule))
        func matches(_ event: Event) -> Bool {
            var isThere = false
            engine.process(event) { _ in isThere = true }
            return isThere
        }
        let (day, night) = (EngineTests.read(12 * 3_600, "x"), EngineTests.read(23 * 3_600 + 60, "x"))
        #expect(matches(night) && !matches(day))
        var said = day
        said.add("time", "1970-01-01T23:10:00Z")
        var other = night
        other.add("time", "1970-01-01T12:10:00Z")
        #expect(matches(said) && !matches(other))
    }

    @Test func `a flood of new groups does not push out a suspect that builds up`() throws {
        let rule = "type: value_count, condition: {field: patient, gte: 40}"
        var engine = try EngineTests.engine(rule) { ($0.groups, $0.lateness) = (1_000, 0) }
        let flood = FullRuns.size(200_000, byDefault: 40_000)
        let step = flood / 50
        let events = (0..<flood).lazy.flatMap { number -> [Event] in
            let second = Int64(number * 50 / flood)
            let noise = EngineTests.read(second, "k\(number)")
            return number % step == 0 ? [noise, EngineTests.read(second, "suspect", "p\(number)")] : [noise]
        }
        let found = EngineTests.found(&engine, events)
        // Its first matches may be lost, when it is one of many that came once.
        #expect(found.first.map { ["39 suspect", "40 suspect", "41 suspect"].contains($0) } == true, "\(found)")
        let figures = try #require(engine.correlationFigures.first?.figures)
        #expect(figures.groups <= 1_000 && figures.evicted + figures.refused >= flood - 2_000)
        #expect(figures.refused < flood)
        print("flood: \(flood) keys, \(figures.groups) held, \(figures.evicted) pushed out, \(figures.refused) refused")
    }
}
