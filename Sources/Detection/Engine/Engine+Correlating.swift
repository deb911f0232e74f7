import Vocabulary

extension Engine {
    /// A match is counted once by a correlation, whichever of its rules it was of; temporal kinds tell the rules apart.
    private struct Counted: Hashable {
        let correlation: Int
        let group: UInt64
        let value: UInt64
        let slot: Int
    }

    /// Hands an event's matches to the correlations that count them.
    mutating func take(_ event: Event, _ time: Int64, _ found: [Int]) {
        var counted: Set<Counted> = []
        let mayRepeat = found.count > 1
        for item in found {
            for consumer in consumers[item] {
                guard let group = group(event, consumer) else { continue }
                Engine.values(event, consumer, key) { value, number in
                    if mayRepeat {
                        let one = Counted(
                            correlation: consumer.correlation, group: group, value: value,
                            slot: consumer.tellsRulesApart ? consumer.slot : 0)
                        guard counted.insert(one).inserted else { return }
                    }
                    name(group, at: time, event, consumer)
                    waiting.add(
                        CorrelationInput(
                            time: time, correlation: Int32(consumer.correlation), slot: Int32(consumer.slot),
                            group: group, value: value, number: number))
                }
            }
        }
    }

    /// The hash of the values that group; nil when one is missing.
    private func group(_ event: Event, _ consumer: Consumer) -> UInt64? {
        var hash = SipHash(key)
        for name in consumer.groupBy {
            guard let place = name.first(in: event) else { return nil }
            hash.addFolded(event.storage.span.extracting(event.fields[place].value))
        }
        return hash.finish()
    }

    /// Keeps the values of a group for each match that will be counted.
    private func name(_ group: UInt64, at time: Int64, _ event: Event, _ consumer: Consumer) {
        compiled[consumer.correlation].table.name(group, at: time) {
            consumer.groupBy.map { $0.first(in: event).map { event.text(of: event.fields[$0].value) } ?? "" }
        }
    }

    /// The values that are counted: each of a field's values, or the joint value of several fields; without fields the
    /// match itself. A match without a value leaves a gap, NaN: its moment is still measured.
    ///
    /// A static function: the body changes the engine, and a method would be given a copy of it, with all its queues.
    private static func values(
        _ event: Event, _ consumer: Consumer, _ key: SipHash.Key, _ body: (UInt64, Double) -> Void
    ) {
        guard let first = consumer.fields.first else { return body(0, 1) }
        guard consumer.fields.count == 1 else {
            var hash = SipHash(key)
            for name in consumer.fields {
                guard let place = name.first(in: event) else { return body(0, .nan) }
                hash.addFolded(event.storage.span.extracting(event.fields[place].value))
            }
            return body(hash.finish(), 1)
        }
        var isThere = false
        first.each(in: event) { place in
            isThere = true
            if consumer.isNumeric { return body(UInt64(place), event.number(place) ?? .nan) }
            var hash = SipHash(key)
            hash.addFolded(event.storage.span.extracting(event.fields[place].value))
            body(hash.finish(), 1)
        }
        if !isThere { body(0, .nan) }
    }

    /// Counts all that waits and is earlier than a moment, moment by moment.
    mutating func settle(before end: Int64, _ body: (Match) -> Void) {
        while let now = nextMoment(before: end) {
            var dirty: [Int] = []
            while let input = waiting.take(at: now) { dirty = deliver(input, dirty) }
            for (place, one) in compiled.enumerated() where one.table.alarm.map({ $0 <= now }) == true {
                if !dirty.contains(place) { dirty.append(place) }
            }
            // What a correlation finds may be counted by later ones, at the same moment.
            while let next = dirty.min() {
                dirty.removeAll { $0 == next }
                dirty = settle(next, at: now, dirty, body)
            }
        }
    }

    private func nextMoment(before end: Int64) -> Int64? {
        var next = waiting.first
        for one in compiled { if let alarm = one.table.alarm { next = min(next ?? alarm, alarm) } }
        return next.flatMap { $0 < end ? $0 : nil }
    }

    private func deliver(_ input: CorrelationInput, _ dirty: [Int]) -> [Int] {
        compiled[Int(input.correlation)].table.add(input)
        return dirty.last == Int(input.correlation) || dirty.contains(Int(input.correlation))
            ? dirty : dirty + [Int(input.correlation)]
    }

    /// Measures one correlation's groups at a moment; returns the correlations that are still to be measured.
    private mutating func settle(_ place: Int, at now: Int64, _ others: [Int], _ body: (Match) -> Void) -> [Int] {
        let one = compiled[place]
        var (dirty, inputs): ([Int], [CorrelationInput]) = (others, [])
        one.table.measure(at: now) { _, values, measure, weight in
            guard one.correlation.holds(measure) else { return }
            let match = Match(
                item: one.item, time: Timestamp(milliseconds: now), group: values, measure: measure, events: weight)
            if rules.reports[one.item] { body(match) }
            inputs += onward(match, one.correlation, at: now)
        }
        for input in inputs { dirty = deliver(input, dirty) }
        return dirty
    }

    /// What a correlation that holds gives to those that count it: its groups' values are its fields.
    private func onward(_ match: Match, _ correlation: Correlation, at now: Int64) -> [CorrelationInput] {
        guard !consumers[match.item].isEmpty else { return [] }
        var event = Event()
        for (name, value) in zip(correlation.groupBy, match.group) { event.add(name, value) }
        var inputs: [CorrelationInput] = []
        for consumer in consumers[match.item] {
            guard let group = group(event, consumer) else { continue }
            Engine.values(event, consumer, key) { value, number in
                name(group, at: now, event, consumer)
                inputs.append(
                    CorrelationInput(
                        time: now, correlation: Int32(consumer.correlation), slot: Int32(consumer.slot), group: group,
                        value: value, number: number))
            }
        }
        return inputs
    }
}

extension Correlation.Kind {
    /// Whether values are numbers.
    var isNumeric: Bool {
        switch self {
        case .valueSum, .valueAverage, .valuePercentile, .valueMedian: true
        case .eventCount, .valueCount, .temporal, .temporalOrdered: false
        }
    }

    /// Whether it matters which rule matched.
    var tellsRulesApart: Bool { self == .temporal || self == .temporalOrdered }
}

extension Correlation {
    /// Whether what was measured is within the bounds. An expression holds when it was measured at all.
    func holds(_ measure: Double) -> Bool {
        if condition != nil { return true }
        if bounds.isEmpty { return kind.tellsRulesApart ? Int(measure) >= leastRules : true }
        return bounds.allSatisfy { $0.comparison.holds(measure, $0.value) }
    }
}
