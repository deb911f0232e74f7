import Vocabulary

/// Says which rules an event matches: one pass over its fields, then only the rules that what was found calls for.
struct Matcher {
    let rules: CompiledRules
    /// Counts events, so that what an earlier event left need not be cleared.
    var turn: UInt32 = 0
    /// The turn in which an atom was found to hold, or was asked and does not: by atom.
    var holds: [UInt32]
    var fails: [UInt32]
    /// The first of the event's fields with a number, and the next one with the same: places plus 1.
    var firstField: [(turn: UInt32, place: Int32)]
    var nextField: [Int32] = []
    /// The event's bytes folded, and behind them the values that are longer or shorter so: these by place of the event's field.
    var folded: [UInt8] = []
    private var refolded: [Range<Int>] = []
    private var candidates: [Int32] = []
    private var lastCandidate: [UInt32]
    /// What was found in one value; kept for its memory.
    private var found: FoundLiterals
    private let hasKeywords: Bool

    /// Makes a matcher of rules with their places in the rule set.
    init(_ given: [(item: Int, rule: Rule)], _ known: inout ExpressionCache) throws(RuleError) {
        rules = try CompiledRules(given, &known)
        holds = Array(repeating: 0, count: rules.fieldOf.count)
        fails = holds
        firstField = Array(repeating: (0, 0), count: rules.fieldCount)
        lastCandidate = Array(repeating: 0, count: rules.rules.count)
        found = FoundLiterals(count: rules.texts.literals.count)
        hasKeywords = rules.fieldOf.contains(Atoms.keywords)
    }

    /// Calls with the place in the rule set of each rule that the event matches, in no order.
    mutating func match(_ event: Event, _ body: (Int) -> Void) {
        begin(event)
        for place in event.fields.indices { take(event, place) }
        for place in candidates.indices {
            let rule = rules.rules[Int(candidates[place])]
            if isTrue(rule.start, event) { body(rule.item) }
        }
        for rule in rules.always where isTrue(rules.rules[Int(rule)].start, event) {
            body(rules.rules[Int(rule)].item)
        }
    }

    private mutating func begin(_ event: Event) {
        turn &+= 1
        if turn == 0 { forget() }
        candidates.removeAll(keepingCapacity: true)
        nextField.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        refolded.removeAll(keepingCapacity: true)
        if Folding.appendASCII(event.storage.span, to: &folded) { refold(event) }
    }

    /// After four billion events the counter starts again.
    private mutating func forget() {
        turn = 1
        for index in holds.indices { (holds[index], fails[index]) = (0, 0) }
        for index in firstField.indices { firstField[index] = (0, 0) }
        for index in lastCandidate.indices { lastCandidate[index] = 0 }
    }

    private mutating func refold(_ event: Event) {
        for field in event.fields {
            let start = folded.count
            Folding.append(event.storage.span.extracting(field.value), to: &folded)
            refolded.append(start..<folded.count)
        }
    }

    /// Where a field's value stands in ``folded``.
    @inline(__always)
    func foldedRange(_ event: Event, _ place: Int) -> Range<Int> {
        refolded.isEmpty ? event.fields[place].value : refolded[place]
    }

    /// Finds what the rules look for in one field of the event.
    private mutating func take(_ event: Event, _ place: Int) {
        let field = event.fields[place]
        nextField.append(0)
        let number = rules.names.number(field.hash, event.storage.span.extracting(field.name))
        if number != 0 {
            let known = firstField[number]
            nextField[place] = known.turn == turn ? known.place : 0
            firstField[number] = (turn, Int32(place + 1))
            for called in rules.calledByField.places(number) { call(rules.calledByField[called]) }
            if field.kind != .null { find(number, event, place) }
        }
        if hasKeywords, field.kind != .null { find(Atoms.keywords, event, place) }
    }

    private mutating func find(_ field: Int, _ event: Event, _ place: Int) {
        var now = FoundLiterals()
        swap(&now, &found)
        rules.texts.find(field, folded.span.extracting(foldedRange(event, place)), into: &now)
        for number in now.literals.indices {
            for posting in rules.texts.places(now.literals[number]) {
                meet(rules.texts.posting(posting), event, at: place)
            }
        }
        swap(&now, &found)
    }

    @inline(__always)
    private mutating func meet(_ posting: TextIndex.Posting, _ event: Event, at place: Int) {
        let atom = Int(posting.atom)
        guard holds[atom] != turn, posting.pattern < 0 || isLike(Int(posting.pattern), event, place) else { return }
        holds[atom] = turn
        for called in rules.called.places(atom) { call(rules.called[called]) }
    }

    @inline(__always)
    private mutating func call(_ rule: Int32) {
        guard lastCandidate[Int(rule)] != turn else { return }
        lastCandidate[Int(rule)] = turn
        candidates.append(rule)
    }

    /// Whether a pattern is like the value of a field.
    func isLike(_ pattern: Int, _ event: Event, _ place: Int) -> Bool {
        let pattern = rules.patterns[pattern]
        let value =
            pattern.isCased
            ? event.storage.span.extracting(event.fields[place].value)
            : folded.span.extracting(foldedRange(event, place))
        return Glob.matches(pattern.pieces, value)
    }

    /// Whether the condition that begins at a node holds.
    private mutating func isTrue(_ node: Int32, _ event: Event) -> Bool {
        let (operation, number, end) = rules.program.node(node)
        var child = node + 1
        switch operation {
        case .atom: return asks(Int(number), event)
        case .not: return !isTrue(child, event)
        case .and:
            while child < end {
                if !isTrue(child, event) { return false }
                child = rules.program.node(child).end
            }
            return true
        case .or:
            while child < end {
                if isTrue(child, event) { return true }
                child = rules.program.node(child).end
            }
            return false
        case .atLeast:
            var left = number
            while child < end, left > 0 {
                if isTrue(child, event) { left -= 1 }
                child = rules.program.node(child).end
            }
            return left <= 0
        }
    }

    /// Whether an atom holds, by what was found or by asking what no index answers.
    private mutating func asks(_ atom: Int, _ event: Event) -> Bool {
        if holds[atom] == turn { return true }
        if !rules.isLate[atom] || fails[atom] == turn { return false }
        if passesLate(atom, event) {
            holds[atom] = turn
            return true
        }
        fails[atom] = turn
        return false
    }
}
