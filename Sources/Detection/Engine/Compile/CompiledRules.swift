/// Rules made ready for events: an index by field and literal, conditions as a flat program, and for each rule the
/// atoms one of which must hold.
struct CompiledRules {
    /// A pattern to try in full.
    struct Pattern {
        let pieces: [TextPattern.Piece]
        let isCased: Bool
    }

    struct CompiledRule {
        /// Its place in the rule set.
        let item: Int
        let source: LogSource
        /// Where its condition begins in ``program``.
        let start: Int32
    }

    var rules: [CompiledRule] = []
    var program = Program()
    /// The rules that an atom calls for, by atom.
    var called: [[Int32]] = []
    /// The rules that no atom calls for: asked of every event.
    var always: [Int32] = []
    var patterns: [Pattern] = []
    var expressions: [Expression] = []
    /// What is left to ask of an atom whose index found nothing, by atom.
    var late: [[LateTest]] = []
    /// The field of an atom, by atom.
    var fieldOf: [Int] = []
    var indexes: [TextIndex] = []
    var names = FieldNames()
    /// The number of the field `time`, for which an event's own moment stands in; nil when no rule names it.
    var timeField: Int?

    /// Compiles rules, given with their places in the rule set.
    init(_ given: [(item: Int, rule: Rule)]) throws(RuleError) {
        var atoms = Atoms()
        let formulas = given.map { Formula($0.rule, &atoms) }
        indexes = Array(repeating: TextIndex(), count: atoms.fields.count)
        fieldOf = atoms.atoms.map(\.field)
        for (number, atom) in atoms.atoms.enumerated() {
            late.append(try lateTests(of: atom, number, given, &atoms))
        }
        for index in indexes.indices { indexes[index].seal() }
        names = FieldNames(atoms.fields)
        timeField = atoms.fields.firstIndex(of: "time")
        called = Array(repeating: [], count: atoms.atoms.count)
        let costs = atoms.atoms.indices.map { late[$0].isEmpty ? CompiledRules.cost(atoms, $0) : nil }
        for ((item, rule), formula) in zip(given, formulas) {
            let number = Int32(rules.count)
            rules.append(CompiledRule(item: item, source: rule.source, start: program.append(formula)))
            if let cover = formula.cover({ costs[$0] }) {
                for atom in cover.atoms { called[atom].append(number) }
            } else {
                always.append(number)
            }
        }
    }

    /// How likely an atom is to hold: what many rules ask is common, as are short texts.
    private static func cost(_ atoms: Atoms, _ atom: Int) -> Double {
        atoms.atoms[atom].tests.reduce(0) { sum, test in
            guard case .text(let pattern) = test else { return sum }
            let length = pattern.pieces.reduce(0) { if case .literal(let bytes) = $1 { $0 + bytes.count } else { $0 } }
            return sum + Double(atoms.uses[atom]) / Double(1 + length)
        }
    }

    private mutating func lateTests(
        of atom: Atoms.Atom, _ number: Int, _ given: [(item: Int, rule: Rule)], _ atoms: inout Atoms
    ) throws(RuleError) -> [LateTest] {
        var left: [LateTest] = []
        for test in atom.tests {
            switch test {
            case .text(let pattern): if let late = index(pattern, atom, number) { left.append(late) }
            case .null: left.append(.null)
            case .exists(let isThere): left.append(.exists(isThere))
            case .regex(let pattern, let ignoresCase, let isMultiline, let dotMatchesNewline):
                do throws(Expression.Refusal) {
                    expressions.append(
                        try Expression(
                            pattern, ignoresCase: ignoresCase, isMultiline: isMultiline,
                            dotMatchesNewline: dotMatchesNewline))
                } catch {
                    let asking = given.first { $0.rule.asks(atom.tests) }
                    let place = asking?.rule.place ?? RulePlace(file: "rules", line: 1)
                    throw RuleError(
                        place, "the expression is refused: \(error.reason)",
                        instead: "write it without look-around and back references, and with smaller repetitions")
                }
                left.append(.expression(expressions.count - 1))
            case .compares(let side, let number): left.append(.compares(side, number))
            case .network(let bytes, let prefix): left.append(.network(bytes, prefix: prefix))
            case .field(let other, let likeness, let isCased):
                left.append(.field(atoms.field(other), likeness, isCased: isCased))
            case .datePart(let part, let value): left.append(.datePart(part, value))
            }
        }
        return left
    }

    private mutating func index(_ pattern: TextPattern, _ atom: Atoms.Atom, _ number: Int) -> LateTest? {
        var pieces = pattern.pieces
        if atom.field == Atoms.keywords { pieces = TextPattern([.any] + pieces + [.any]).pieces }
        let folded = pieces.map { piece in
            if case .literal(let bytes) = piece { TextPattern.Piece.literal(Folding.fold(bytes)) } else { piece }
        }
        patterns.append(Pattern(pieces: pattern.isCased ? pieces : folded, isCased: pattern.isCased))
        let last = patterns.count - 1
        let isIndexed = indexes[atom.field].add(folded, atom: number, pattern: last, needsTrial: pattern.isCased)
        return isIndexed ? nil : .pattern(last)
    }
}

extension Rule {
    /// Whether one of its searches has these tests.
    fileprivate func asks(_ tests: [ValueTest]) -> Bool {
        func asks(_ body: Search.Body) -> Bool {
            switch body {
            case .all(let inner), .any(let inner): inner.contains(where: asks)
            case .field(let test): test.tests == tests || test.needsAll && tests.allSatisfy(test.tests.contains)
            }
        }
        return searches.contains { asks($0.body) }
    }
}
