/// Rules made ready for events: an index by field and literal, conditions as a flat program, and for each rule the
/// atoms one of which must hold.
struct CompiledRules {
    /// A pattern to try in full.
    struct Pattern {
        let pieces: [TextPattern.Piece]
        let isCased: Bool
    }

    /// An address and how many of its first bits count.
    struct Network {
        let bytes: [UInt8]
        let prefix: Int
    }

    struct CompiledRule {
        /// Its place in the rule set.
        let item: Int
        /// Where its condition begins in ``program``.
        let start: Int32
    }

    var rules: [CompiledRule] = []
    var program = Program()
    /// The rules that an atom calls for when it is found, by atom.
    var called = Lists<Int32>([])
    /// The rules that a field calls for by being there, by field.
    var calledByField = Lists<Int32>([])
    /// The rules that no atom calls for: asked of every event.
    var always: [Int32] = []
    var patterns: [Pattern] = []
    var expressions: [Expression] = []
    var networks: [Network] = []
    /// What is left to ask of an atom whose index found nothing, by atom.
    var late = Lists<LateTest>([])
    /// Whether something is left to ask, by atom.
    var isLate: [Bool] = []
    /// The field of an atom, by atom.
    var fieldOf: [Int] = []
    var texts = TextIndex()
    /// How many fields rules name, keywords included.
    var fieldCount = 0
    var names = FieldNames()
    /// The number of the field `time`, for which an event's own moment stands in; nil when no rule names it.
    var timeField: Int?

    /// Compiles rules, given with their places in the rule set.
    init(_ given: [(item: Int, rule: Rule)], _ known: inout ExpressionCache) throws(RuleError) {
        var atoms = Atoms()
        let formulas = given.map { Formula($0.rule, &atoms) }
        var drafts = Array(repeating: TextIndexDraft(), count: atoms.fields.count)
        fieldOf = atoms.atoms.map(\.field)
        var late: [[LateTest]] = []
        for (number, atom) in atoms.atoms.enumerated() {
            do throws(Expression.Refusal) {
                late.append(try lateTests(of: atom, number, &atoms, &drafts, &known))
            } catch {
                let place = given.first { $0.rule.asks(atom.tests) }?.rule.place ?? RulePlace(file: "rules", line: 1)
                throw RuleError(
                    place, "the expression is refused: \(error.reason)",
                    instead: "write it without look-around and back references, and with smaller repetitions")
            }
        }
        (self.late, isLate) = (Lists(late), late.map { !$0.isEmpty })
        (texts, fieldCount) = (TextIndex(drafts), drafts.count)
        names = FieldNames(atoms.fields)
        timeField = atoms.fields.firstIndex(of: "time")
        call(given, formulas, atoms)
    }

    /// Writes the conditions down and says what calls for each rule.
    private mutating func call(_ given: [(item: Int, rule: Rule)], _ formulas: [Formula], _ atoms: Atoms) {
        var byAtom: [[Int32]] = Array(repeating: [], count: atoms.atoms.count)
        var byField: [[Int32]] = Array(repeating: [], count: atoms.fields.count)
        let costs = atoms.atoms.indices.map { cost(atoms, $0) }
        for ((item, _), formula) in zip(given, formulas) {
            let number = Int32(rules.count)
            rules.append(
                CompiledRule(item: item, start: program.append(formula.cheapFirst { isLate[$0] })))
            guard let cover = formula.cover({ costs[$0] }) else {
                always.append(number)
                continue
            }
            for atom in cover.atoms {
                if isLate[atom] { byField[fieldOf[atom]].append(number) } else { byAtom[atom].append(number) }
            }
        }
        (called, calledByField) = (Lists(byAtom), Lists(byField))
    }

    /// What it costs to be called by a field that is there, rather than by a text that is found.
    private static let presence = 1e6

    /// How likely an atom is to hold: what many rules ask is common, as are short texts. Nil if it may hold where its field is not.
    private func cost(_ atoms: Atoms, _ atom: Int) -> Double? {
        if isLate[atom] {
            let needsNone = late.places(atom).contains { late[$0].wantsAbsence }
            let mayBeAbsent = fieldOf[atom] == Atoms.keywords || fieldOf[atom] == timeField
            return needsNone || mayBeAbsent ? nil : CompiledRules.presence
        }
        return atoms.atoms[atom].tests.reduce(0) { sum, test in
            guard case .text(let pattern) = test else { return sum }
            let length = pattern.pieces.reduce(0) { if case .literal(let bytes) = $1 { $0 + bytes.count } else { $0 } }
            return sum + Double(atoms.uses[atom]) / Double(1 + length)
        }
    }

    private mutating func lateTests(
        of atom: Atoms.Atom, _ number: Int, _ atoms: inout Atoms, _ drafts: inout [TextIndexDraft],
        _ known: inout ExpressionCache
    ) throws(Expression.Refusal) -> [LateTest] {
        var left: [LateTest] = []
        for test in atom.tests {
            switch test {
            case .text(let pattern):
                if let late = index(pattern, atom, number, &drafts[atom.field]) { left.append(late) }
            case .null: left.append(.null)
            case .exists(let isThere): left.append(.exists(isThere))
            case .regex:
                if let expression = try known.expression(of: test) { expressions.append(expression) }
                left.append(.expression(expressions.count - 1))
            case .compares(let side, let number): left.append(.compares(side, number))
            case .network(let bytes, let prefix):
                networks.append(Network(bytes: bytes, prefix: prefix))
                left.append(.network(networks.count - 1))
            case .field(let other, let likeness, let isCased):
                left.append(.field(atoms.field(other), likeness, isCased: isCased))
            case .datePart(let part, let value): left.append(.datePart(part, value))
            }
        }
        return left
    }

    private mutating func index(
        _ pattern: TextPattern, _ atom: Atoms.Atom, _ number: Int, _ draft: inout TextIndexDraft
    ) -> LateTest? {
        var pieces = pattern.pieces
        if atom.field == Atoms.keywords { pieces = TextPattern([.any] + pieces + [.any]).pieces }
        let folded = pieces.map { piece in
            if case .literal(let bytes) = piece { TextPattern.Piece.literal(Folding.fold(bytes)) } else { piece }
        }
        patterns.append(Pattern(pieces: pattern.isCased ? pieces : folded, isCased: pattern.isCased))
        let last = patterns.count - 1
        let isIndexed = draft.add(folded, atom: number, pattern: last, needsTrial: pattern.isCased)
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
