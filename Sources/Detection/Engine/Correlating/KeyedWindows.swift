/// Windows of one kind by group, with a bound on their number that a flood of new groups cannot use against an old one.
///
/// When there is no room, a new group takes the place of the lightest of eight that a hand going round comes to; how
/// often a group came before counts too (``Returns``), so that who keeps coming back stays, and groups seen once push
/// out each other.
final class KeyedWindows<Window: SlidingWindow>: WindowTable {
    private struct Held {
        let group: UInt64
        var values: [String]
        var window: Window
        var last: Int64
        /// How often it had come before it was taken in.
        let returns: Int
        /// Matches that were named and wait for their moment.
        var waiting = 0
    }

    private let shape: WindowShape
    private let most: Int
    private var held: [Held] = []
    private var places: [UInt64: Int] = [:]
    private var touched: [UInt64] = []
    private var lastTouched: (group: UInt64, time: Int64)?
    private var hand = 0
    private var returns: Returns
    private var alarms = Heap<UInt64>()
    private(set) var figures = CorrelationFigures()

    init(_ shape: WindowShape, most: Int) {
        (self.shape, self.most) = (shape, most)
        returns = Returns(span: shape.span)
    }

    func name(_ group: UInt64, at time: Int64, _ values: () -> [String]) {
        guard let place = places[group] ?? admit(group, values(), at: time) else { return }
        held[place].waiting += 1
    }

    func add(_ input: CorrelationInput) {
        // A group for which there was no room, or that was pushed out since its name was given, has to come again.
        guard let place = places[input.group] else { return figures.refused += 1 }
        held[place].waiting -= 1
        held[place].window.add(input)
        held[place].last = input.time
        if let alarm = held[place].window.alarm { alarms.push(alarm, input.group) }
        touch(input.group, input.time)
        sweep(input.time)
    }

    private func touch(_ group: UInt64, _ time: Int64) {
        if let last = lastTouched, last == (group, time) { return }
        lastTouched = (group, time)
        touched.append(group)
    }

    func measure(at now: Int64, _ body: (UInt64, [String], Double, Int) -> Void) {
        while let alarm = alarms.first, alarm.time <= now {
            alarms.pop()
            touched.append(alarm.item)
        }
        let groups = touched.count > 1 ? Array(Set(touched)).sorted() : touched
        touched.removeAll(keepingCapacity: true)
        for group in groups {
            guard let place = places[group] else { continue }
            let measure = held[place].window.measure(at: now)
            // The next alarm is set whether or not something was found now.
            if let alarm = held[place].window.alarm { alarms.push(alarm, group) }
            if let measure { body(group, held[place].values, measure, held[place].window.weight) }
        }
    }

    var alarm: Int64? { alarms.first?.time }

    private func admit(_ group: UInt64, _ values: [String], at time: Int64) -> Int? {
        let before = returns.note(group, at: time)
        if held.count >= most {
            guard let victim = lightest(than: before) else { return nil }
            remove(victim)
            figures.evicted += 1
        }
        places[group] = held.count
        held.append(Held(group: group, values: values, window: Window(shape), last: .min, returns: before))
        figures.groups = held.count
        return held.count - 1
    }

    /// Of eight groups, the one that weighs least, if it weighs no more than a newcomer that came so often before.
    private func lightest(than returns: Int) -> Int? {
        var best: (place: Int, weight: Int, last: Int64)?
        for _ in 0..<min(8, held.count) {
            hand = (hand + 1) % held.count
            let one = held[hand]
            let weight = one.window.weight + one.returns + one.waiting
            if best.map({ (weight, one.last) < ($0.weight, $0.last) }) ?? true { best = (hand, weight, one.last) }
        }
        return best.flatMap { $0.weight <= returns + 1 ? $0.place : nil }
    }

    private func remove(_ place: Int) {
        places[held[place].group] = nil
        let last = held.removeLast()
        if place < held.count {
            held[place] = last
            places[last.group] = place
        }
        figures.groups = held.count
    }

    /// Lets one group go whose matches have all left the window: a step for each match keeps the table clean.
    private func sweep(_ now: Int64) {
        hand = (hand + 1) % max(1, held.count)
        guard held.indices.contains(hand), held[hand].last != .min, held[hand].last < now - shape.span,
            held[hand].waiting <= 0, held[hand].window.alarm == nil
        else { return }
        remove(hand)
    }
}
