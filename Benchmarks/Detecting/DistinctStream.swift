import Detection
import Foundation
import Vocabulary

/// A stream of one key, an event a millisecond, each with another value, and a correlation whose window holds so many of them.
struct DistinctStream {
    private var engine: Engine
    private let window: Int

    init(_ kind: Correlation.Kind, window: Int) throws {
        self.window = window
        engine = try Engine(DistinctStream.rules(kind, span: Int64(window) - 1, bound: 0))
    }

    /// A rule that every access matches, and the correlation that counts it.
    static func rules(_ kind: Correlation.Kind, span: Int64, bound: Double) -> RuleSet {
        let place = RulePlace(file: "bench", line: 1)
        let test = FieldTest(field: "action", tests: [.text(TextPattern([.literal(Array("read".utf8))]))])
        let rule = Rule(
            place: place, title: "access", searches: [Search(name: "a", body: .field(test))], condition: .search(0))
        let correlation = Correlation(
            place: place, title: "fan-out", kind: kind, rules: [0], groupBy: ["account"], timespan: span,
            bounds: [.init(.gt, bound)], fields: kind == .valueCount ? ["patient"] : [])
        return RuleSet(items: [.rule(rule), .correlation(correlation)], reports: [false, true])
    }

    /// An access.
    static func fill(_ event: inout Event, account: String, patient: Int, at time: Int64) {
        event.clear()
        event.time = Timestamp(milliseconds: time)
        event.add("action", "read")
        event.add("account", account)
        event.add("patient", Int64(patient))
    }

    /// Fills the window, then times so many more events; the error of the last count, relative to the truth.
    mutating func run(_ count: Int) -> (rate: Double, error: Double) {
        var (event, last) = (Event(), 0.0)
        var start = 0.0
        for number in 0..<(window + count) {
            if number == window { start = ProcessorTime.ofThread }
            DistinctStream.fill(&event, account: "a", patient: number, at: 1_700_000_000_000 + Int64(number))
            engine.process(event) { last = $0.measure ?? 0 }
        }
        let seconds = ProcessorTime.ofThread - start
        engine.finish { last = $0.measure ?? 0 }
        return (Double(count) / seconds, abs(last - Double(window)) / Double(window))
    }
}
