/// One key of a detection: a field, its values, modifiers applied; or keywords.
struct DetectionItem: Sendable {
    let place: RulePlace
    /// The field; nil for keywords.
    var field: String?
    var values: [SigmaValue]
    let needsAll: Bool
    let isNegated: Bool
    /// Whether keywords have a place of their own (`'|startswith'`); others are looked for anywhere.
    let isPositioned: Bool
    /// The pipeline steps that changed it, by id.
    var applied: Set<String> = []

    /// How many tests it comes to.
    var cost: Int { values.reduce(0) { $0 + $1.cost } }

    /// Keywords without a place of their own are looked for anywhere in a value.
    mutating func openKeywords() {
        guard field == nil, !isPositioned else { return }
        values = values.map { DetectionItem.opened($0) }
    }

    private static func opened(_ value: SigmaValue) -> SigmaValue {
        switch value {
        case .text(var text):
            text.open(start: true, end: true)
            return .text(text)
        case .number(let written, _):
            return .text(SigmaText(pieces: [.any, .literal(Array(written.utf8)), .any]))
        case .bool(let bool): return .text(SigmaText(pieces: [.any, .literal(Array("\(bool)".utf8)), .any]))
        case .variants(let values): return .variants(values.map { opened($0) })
        default: return value
        }
    }

    /// The tests as the engine takes them.
    var body: Search.Body {
        var item = self
        item.openKeywords()
        let tests = item.values.map(\.tests)
        guard needsAll, tests.contains(where: { $0.count != 1 }) else {
            return .field(
                FieldTest(field: field, tests: tests.flatMap { $0 }, needsAll: needsAll, isNegated: isNegated))
        }
        let each = tests.map { Search.Body.field(FieldTest(field: field, tests: $0, isNegated: isNegated)) }
        return isNegated ? .any(each) : .all(each)
    }
}
