/// What a regular expression comes to when counted repetitions are written out, and whether it is well formed and
/// within the flavour that Sigma allows (Sigma modifiers appendix 2.1): no looking around, no references back.
struct RegexCost {
    /// Refuses what is not allowed, naming the cost.
    static func check(_ pattern: String, place: RulePlace, limits: SigmaLimits) throws(RuleError) {
        guard pattern.utf8.count <= limits.regexBytes else {
            throw place.refuse("bytes of a regular expression", costs: pattern.utf8.count, limit: limits.regexBytes)
        }
        var scan = RegexCost(rest: Array(pattern.utf8)[...], place: place, limit: limits.regexPositions)
        try scan.run()
    }

    /// One open group: what it comes to, and its last element.
    private struct Group {
        var cost = 0
        var last = 0
        var mayRepeat = false
    }

    private var rest: ArraySlice<UInt8>
    private let place: RulePlace
    private let limit: Int
    private var groups = [Group()]

    private init(rest: ArraySlice<UInt8>, place: RulePlace, limit: Int) {
        (self.rest, self.place, self.limit) = (rest, place, limit)
    }

    private mutating func run() throws(RuleError) {
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"): try escape()
            case UInt8(ascii: "["): try characterClass()
            case UInt8(ascii: "("): try open()
            case UInt8(ascii: ")"): try close()
            case UInt8(ascii: "|"), UInt8(ascii: "^"): mark()
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): try multiply(by: 1)
            case UInt8(ascii: "{"): try counted()
            default: add(1)
            }
            guard groups.count <= 32 else { throw place.refuse("groups within groups", costs: groups.count, limit: 32) }
        }
        guard groups.count == 1 else {
            throw place.refuse("a group is not closed", instead: "write `)`, or `\\(` for the sign")
        }
        let cost = groups[0].cost
        guard cost <= limit else {
            throw place.refuse(
                "positions of a regular expression", costs: cost, limit: limit, instead: "repeat fewer times")
        }
    }

    private mutating func mark() { groups[groups.count - 1].mayRepeat = false }

    private mutating func add(_ cost: Int) {
        groups[groups.count - 1].cost &+= cost
        groups[groups.count - 1].last = cost
        groups[groups.count - 1].mayRepeat = true
    }

    private mutating func escape() throws(RuleError) {
        guard let byte = rest.popFirst() else {
            throw place.refuse("the expression ends in a backslash", instead: "write `\\\\`")
        }
        guard !(0x31...0x39).contains(byte), byte != UInt8(ascii: "k") else {
            throw place.refuse("a reference back to a group", instead: "write the text again")
        }
        add(1)
    }

    private mutating func characterClass() throws(RuleError) {
        if rest.first == UInt8(ascii: "^") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "]") { rest = rest.dropFirst() }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "]") { return add(1) }
            if byte == UInt8(ascii: "\\") { rest = rest.dropFirst() }
        }
        throw place.refuse("a class is not closed", instead: "write `]`, or `\\[` for the sign")
    }

    private mutating func open() throws(RuleError) {
        groups.append(Group())
        guard rest.first == UInt8(ascii: "?") else { return }
        let head = Array(rest.prefix(3))
        let isNamed =
            head.starts(with: "?P<".utf8) || (head.starts(with: "?<".utf8) && head.last != 0x3D && head.last != 0x21)
        guard !isNamed else { return skip(through: UInt8(ascii: ">")) }
        let flags = rest.dropFirst().prefix { "imsx-".utf8.contains($0) }
        let end = rest.dropFirst(1 + flags.count).first
        if end == UInt8(ascii: ")") {
            groups.removeLast()
            mark()
            return skip(through: UInt8(ascii: ")"))
        }
        guard end == UInt8(ascii: ":") else {
            throw place.refuse(
                "looking around is not in Sigma's flavour of expressions",
                instead: "write a second selection and combine the two in the condition")
        }
        skip(through: UInt8(ascii: ":"))
    }

    private mutating func skip(through byte: UInt8) {
        rest = rest.drop { $0 != byte }.dropFirst()
    }

    private mutating func close() throws(RuleError) {
        guard groups.count > 1, let group = groups.popLast() else {
            throw place.refuse("a group is closed that was not opened", instead: "write `\\)` for the sign")
        }
        add(group.cost)
    }

    private mutating func counted() throws(RuleError) {
        let inner = rest.prefix { $0 != UInt8(ascii: "}") }
        let parts = inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isCount =
            !inner.isEmpty && inner.count < 12 && parts.count <= 2
            && inner.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C } && inner.endIndex < rest.endIndex
        guard isCount, let low = parts.first.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) else {
            return add(1)
        }
        rest = rest[(inner.endIndex + 1)...]
        let high = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? low : low
        guard low <= high else { throw place.refuse("{\(low),\(high)} counts down", instead: "write {\(high),\(low)}") }
        try multiply(by: max(high, 1))
    }

    private mutating func multiply(by times: Int) throws(RuleError) {
        let index = groups.count - 1
        guard groups[index].mayRepeat else {
            // `*?`, `+?` and `{2,3}?` are one repetition; anything else repeats nothing.
            throw place.refuse("there is nothing to repeat", instead: "write `\\*`, `\\+` or `\\?` for the sign")
        }
        let (product, isOver) = groups[index].last.multipliedReportingOverflow(by: times)
        guard !isOver, product <= limit else {
            throw place.refuse(
                "positions of a regular expression, at least", costs: isOver ? Int.max : product, limit: limit,
                instead: "repeat fewer times")
        }
        groups[index].cost &+= product &- groups[index].last
        groups[index].last = product
        if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        mark()
    }
}
