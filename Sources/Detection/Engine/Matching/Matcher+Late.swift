import Vocabulary

extension Matcher {
    /// Whether one of the tests that no index answers passes.
    func passesLate(_ atom: Int, _ event: Event) -> Bool {
        let (field, tests) = (rules.fieldOf[atom], rules.late.places(atom))
        if field == rules.timeField, firstField[field].turn != turn, let time = event.time {
            return tests.contains { Matcher.passes(rules.late[$0], time) }
        }
        for place in tests {
            let test = rules.late[place]
            let passes =
                switch test {
                case .null: !stands(field, event) { event.fields[$0].kind != .null }
                case .exists(let isThere): stands(field, event) { _ in true } == isThere
                default: stands(field, event) { event.fields[$0].kind != .null && self.passes(test, event, $0) }
                }
            if passes { return true }
        }
        return false
    }

    /// Whether an event's own moment passes, where it has no field of that name.
    private static func passes(_ test: LateTest, _ time: Timestamp) -> Bool {
        switch test {
        case .exists(let isThere): isThere
        case .datePart(let part, let wanted): time.part(part) == wanted
        default: false
        }
    }

    /// Whether the field stands at a place that is as wanted, the last one first; keywords stand for all fields.
    @inline(__always)
    private func stands(_ field: Int, _ event: Event, _ isWanted: (Int) -> Bool) -> Bool {
        guard field != Atoms.keywords else { return event.fields.indices.contains(where: isWanted) }
        var next = firstField[field].turn == turn ? firstField[field].place : 0
        while next != 0 {
            if isWanted(Int(next) - 1) { return true }
            next = nextField[Int(next) - 1]
        }
        return false
    }

    private func passes(_ test: LateTest, _ event: Event, _ place: Int) -> Bool {
        let value = event.storage.span.extracting(event.fields[place].value)
        switch test {
        case .pattern(let pattern): return isLike(pattern, event, place)
        case .expression(let number): return rules.expressions[number].matches(value)
        case .compares(let side, let other): return event.number(place).map { side.holds($0, other) } ?? false
        case .network(let number):
            let network = rules.networks[number]
            return Address(event.text(of: event.fields[place].value))?.isWithin(network.bytes, network.prefix) ?? false
        case .field(let other, let likeness, let isCased):
            return stands(other, event) {
                event.fields[$0].kind != .null && isLike(place, $0, likeness, isCased, event)
            }
        case .datePart(let part, let wanted):
            return Timestamp(logged: event.text(of: event.fields[place].value))?.part(part) == wanted
        case .null, .exists: return false
        }
    }

    private func isLike(
        _ place: Int, _ other: Int, _ likeness: ValueTest.Likeness, _ isCased: Bool, _ event: Event
    ) -> Bool {
        func bytes(_ place: Int) -> [UInt8] {
            let raw = Array(event.storage[event.fields[place].value])
            return isCased ? raw : Folding.fold(raw)
        }
        let (value, wanted) = (bytes(place), bytes(other))
        return switch likeness {
        case .equals: value == wanted
        case .startswith: value.starts(with: wanted)
        case .endswith: value.reversed().starts(with: wanted.reversed())
        case .contains: Glob.find(wanted, value.span, from: 0) != nil
        }
    }
}

extension ValueTest.Comparison {
    /// Whether a number stands on this side of another.
    func holds(_ value: Double, _ other: Double) -> Bool {
        switch self {
        case .lt: value < other
        case .lte: value <= other
        case .gt: value > other
        case .gte: value >= other
        case .eq: value == other
        case .neq: value != other
        }
    }
}

extension Event {
    /// The value of a field as a number; nil when it is none.
    func number(_ place: Int) -> Double? {
        guard fields[place].kind != .null, fields[place].value.count <= 64 else { return nil }
        return Double(text(of: fields[place].value)).flatMap { $0.isFinite ? $0 : nil }
    }
}
