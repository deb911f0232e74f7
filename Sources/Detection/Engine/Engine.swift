import Vocabulary

/// Finds what a set of rules looks for in a stream of events: each event in one pass, correlations in the order of the
/// events' own time.
///
/// A correlation is measured at every moment at which something it counts happened, over the window that ends then,
/// once no event can come any more that is earlier than that by more than the lateness. So the order of arrival within
/// the lateness changes nothing.
public struct Engine {
    /// A correlation made ready: one object, since a copy of all its parts would be made at each moment.
    final class Compiled {
        let item: Int
        let correlation: Correlation
        let table: any WindowTable

        init(item: Int, correlation: Correlation, table: any WindowTable) {
            (self.item, self.correlation, self.table) = (item, correlation, table)
        }
    }

    /// Who counts an item: the correlation's place, which of its rules it is, and the fields by which it groups and
    /// counts.
    struct Consumer {
        let correlation: Int
        let slot: Int
        let groupBy: [FieldName]
        let fields: [FieldName]
        let isNumeric: Bool
        let tellsRulesApart: Bool
    }

    /// What it looks for.
    public let rules: RuleSet
    let options: EngineOptions
    private var routes: Routes
    var compiled: [Compiled] = []
    var consumers: [[Consumer]]
    var waiting = WaitingInputs()
    var inboxes: [[CorrelationInput]]
    private var latest: Int64?
    /// How many events in a row were too far ahead.
    private var jumps = 0
    let key: SipHash.Key
    /// What became of the events so far.
    public private(set) var figures = EngineFigures()
    private var matched: [Int] = []

    /// Compiles rules; throws the first one that cannot be answered, with its place.
    public init(_ rules: RuleSet, options: EngineOptions = EngineOptions()) throws(RuleError) {
        (self.rules, self.options, key) = (rules, options, .random())
        var plain: [(item: Int, rule: Rule)] = []
        consumers = Array(repeating: [], count: rules.items.count)
        for (number, item) in rules.items.enumerated() {
            switch item {
            case .rule(let rule): plain.append((number, rule))
            case .correlation(let correlation):
                for (slot, counted) in correlation.rules.enumerated() where rules.items.indices.contains(counted) {
                    consumers[counted].append(
                        Consumer(
                            correlation: compiled.count, slot: slot,
                            groupBy: correlation.groupBy.map {
                                FieldName(correlation.aliases[$0]?[counted] ?? $0)
                            },
                            fields: correlation.fields.map { FieldName(correlation.aliases[$0]?[counted] ?? $0) },
                            isNumeric: correlation.kind.isNumeric,
                            tellsRulesApart: correlation.kind.tellsRulesApart))
                }
                compiled.append(
                    Compiled(item: number, correlation: correlation, table: try Engine.table(correlation, options)))
            }
        }
        inboxes = Array(repeating: [], count: compiled.count)
        routes = try Routes(plain)
    }

    private static func table(_ correlation: Correlation, _ options: EngineOptions) throws(RuleError) -> any WindowTable
    {
        let shape = try WindowShape(correlation, exactDistinct: options.exactDistinct)
        if !shape.clauses.isEmpty { return KeyedWindows<ClauseWindow>(shape, most: options.groups) }
        return switch correlation.kind {
        case .eventCount: KeyedWindows<CountWindow>(shape, most: options.groups)
        case .valueCount: KeyedWindows<DistinctWindow>(shape, most: options.groups)
        case .temporal: KeyedWindows<TemporalWindow>(shape, most: options.groups)
        case .temporalOrdered: KeyedWindows<OrderedWindow>(shape, most: options.groups)
        case .valueSum, .valueAverage: KeyedWindows<SumWindow>(shape, most: options.groups)
        case .valuePercentile, .valueMedian: KeyedWindows<QuantileWindow>(shape, most: options.groups)
        }
    }

    /// What each correlation holds, by its place in the rule set.
    public var correlationFigures: [(item: Int, figures: CorrelationFigures)] {
        compiled.map { ($0.item, $0.table.figures) }
    }

    /// The moment before which nothing can come any more; nil before the first event.
    public var watermark: Timestamp? { latest.map { Timestamp(milliseconds: $0 - options.lateness) } }

    /// Takes an event. Matches of rules that report come at once, those of correlations when their moment is over.
    public mutating func process(_ event: Event, _ body: (Match) -> Void) {
        figures.events += 1
        matched.removeAll(keepingCapacity: true)
        var found = matched
        swap(&found, &matched)
        routes.match(event) { found.append($0) }
        let counts = accepts(event)
        for item in found {
            if rules.reports[item] {
                body(Match(item: item, time: event.time, group: [], measure: nil, events: 1))
            }
        }
        if counts, let time = event.time?.milliseconds {
            take(event, time, found)
            advance(time, body)
        }
        swap(&found, &matched)
    }

    /// Moments of which none is so far away that adding a window to it would not be a number.
    private static let moments = (Int64.min / 4)...(Int64.max / 4)

    private mutating func accepts(_ event: Event) -> Bool {
        guard let time = event.time?.milliseconds else {
            figures.untimed += 1
            return false
        }
        guard Engine.moments.contains(time) else {
            figures.jumped += 1
            return false
        }
        guard let latest else { return true }
        if time < latest - options.lateness {
            figures.late += 1
            return false
        }
        guard time > latest + options.jump else {
            jumps = 0
            return true
        }
        // One clock is not believed; when all that comes is of then, a log has a gap.
        figures.jumped += 1
        jumps += 1
        return jumps > options.jumps
    }

    /// Says that no event earlier than this will come: lets correlations go on when a source is silent.
    public mutating func advance(to time: Timestamp, _ body: (Match) -> Void) {
        advance(min(max(time.milliseconds, Engine.moments.lowerBound), Engine.moments.upperBound), body)
    }

    private mutating func advance(_ time: Int64, _ body: (Match) -> Void) {
        if let latest, time <= latest { return }
        latest = time
        settle(before: time - options.lateness, body)
    }

    /// Ends: everything that waits is counted.
    public mutating func finish(_ body: (Match) -> Void) { settle(before: .max, body) }
}
