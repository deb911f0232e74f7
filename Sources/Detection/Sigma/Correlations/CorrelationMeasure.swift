/// What a correlation's `condition` counts and within what bounds (Sigma correlation rules specification 2.1,
/// "Condition").
struct CorrelationMeasure {
    private(set) var bounds: [Correlation.Bound] = []
    private(set) var fields: [String] = []
    private(set) var percentile = 50.0

    private static let operators = ["gt", "gte", "lt", "lte", "eq", "neq"]

    init(_ section: SigmaNode, kind: Correlation.Kind, rules: Int) throws(RuleError) {
        let isTemporal = kind == .temporal || kind == .temporalOrdered
        guard let node = section["condition"], !node.isNull else {
            guard isTemporal else {
                throw section.place.refuse("condition is missing", instead: "write `condition:` with gte: 10")
            }
            return
        }
        guard let entries = node.entries else { return }
        for entry in entries { try read(entry) }
        guard !bounds.isEmpty else {
            throw node.place.refuse("no bound", instead: "write one of gt, gte, lt, lte, eq, neq")
        }
        try checkBounds(node.place)
        try checkFields(kind, node.place)
        try checkPercentile(kind, node)
    }

    private mutating func read(_ entry: SigmaNode.Entry) throws(RuleError) {
        switch entry.key {
        case "field": fields = try entry.value.asTexts("field", takesOne: true)
        case "percentile": percentile = try number(entry)
        default:
            guard let comparison = ValueTest.Comparison(rawValue: entry.key) else {
                let names = CorrelationMeasure.operators + ["field", "percentile"]
                throw ConditionSyntax.unknown(entry.key, among: names, entry.place)
            }
            bounds.append(.init(comparison, try number(entry)))
        }
    }

    private func number(_ entry: SigmaNode.Entry) throws(RuleError) -> Double {
        guard case .scalar(.number(_, let number)) = entry.value.content else {
            throw entry.value.place.refuse(
                "\(entry.key) is \(entry.value.kind)", instead: "write a number without quotes")
        }
        return number
    }

    /// Bounds that nothing can meet are a mistake.
    private func checkBounds(_ place: RulePlace) throws(RuleError) {
        var (low, high) = (-Double.infinity, Double.infinity)
        for bound in bounds {
            switch bound.comparison {
            case .gt: low = max(low, bound.value.nextUp)
            case .gte: low = max(low, bound.value)
            case .lt: high = min(high, bound.value.nextDown)
            case .lte: high = min(high, bound.value)
            case .eq: (low, high) = (max(low, bound.value), min(high, bound.value))
            case .neq: break
            }
        }
        guard low <= high else {
            throw place.refuse("no number is within these bounds", instead: "write gte below lte")
        }
    }

    private func checkFields(_ kind: Correlation.Kind, _ place: RulePlace) throws(RuleError) {
        switch kind {
        case .eventCount, .temporal, .temporalOrdered:
            guard fields.isEmpty else {
                throw place.refuse(
                    "\(kind.rawValue) counts no field", instead: "write type: value_count, or leave `field` out")
            }
        case .valueCount:
            guard !fields.isEmpty else {
                throw place.refuse("field is missing", instead: "write `field:` with what is counted")
            }
        default:
            guard fields.count == 1 else {
                throw place.refuse(
                    "\(kind.rawValue) of \(fields.count) fields", instead: "write one `field:` with a number")
            }
        }
    }

    private func checkPercentile(_ kind: Correlation.Kind, _ node: SigmaNode) throws(RuleError) {
        let isGiven = node["percentile"] != nil
        guard isGiven == (kind == .valuePercentile) else {
            throw node.place.refuse(
                isGiven ? "\(kind.rawValue) has no percentile" : "percentile is missing",
                instead: isGiven ? "write type: value_percentile" : "write `percentile: 95`")
        }
        guard (0...100).contains(percentile) else {
            throw node.place.refuse("percentile \(percentile)", instead: "write a number between 0 and 100")
        }
    }
}
