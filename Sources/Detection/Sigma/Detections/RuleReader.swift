/// Reads a rule's document (Sigma rules specification 2.1).
struct RuleReader {
    private let node: SigmaNode
    private let limits: SigmaLimits
    /// What was wrong; with an error there is no draft.
    private(set) var errors: [RuleError] = []
    private(set) var draft: RuleDraft?

    init(_ node: SigmaNode, limits: SigmaLimits) {
        (self.node, self.limits) = (node, limits)
        let head = collecting { () throws(RuleError) in try RuleHead(node) }
        let source = collecting { () throws(RuleError) in try LogSource(reading: node) }
        let detection = detection()
        guard errors.isEmpty, let head, let source, let (searches, condition) = detection else { return }
        draft = RuleDraft(head: head, source: source, searches: searches, condition: condition)
    }

    private mutating func collecting<T>(_ work: () throws(RuleError) -> T) -> T? {
        do { return try work() } catch {
            errors.append(error)
            return nil
        }
    }

    private mutating func detection() -> ([NamedDetection], Condition)? {
        guard let section = node["detection"] else {
            errors.append(
                node.place.refuse("detection is missing", instead: "write `detection:` with searches and a condition"))
            return nil
        }
        guard let entries = collecting({ () throws(RuleError) in try section.map("detection") }) else { return nil }
        var reader = DetectionReader(limits: limits)
        let searches = reader.searches(entries, except: ["condition"])
        errors += reader.errors
        let names = entries.map(\.key).filter { $0 != "condition" }
        let limits = limits
        let condition = collecting { () throws(RuleError) in
            try RuleReader.condition(section, names: names, takesList: true, limits: limits)
        }
        return condition.map { (searches, $0) }
    }

    /// The condition of a section over its searches; a list of conditions is ORed.
    static func condition(
        _ section: SigmaNode, names: [String], takesList: Bool, limits: SigmaLimits
    ) throws(RuleError) -> Condition {
        guard let node = section["condition"], !node.isNull else {
            throw section.place.refuse("condition is missing", instead: "write `condition:` with the names of searches")
        }
        guard !names.isEmpty else {
            throw section.place.refuse("no search is named", instead: "write one beside `condition`")
        }
        var nodes = [node]
        if case .list(let items) = node.content, takesList { nodes = items }
        var found: [Condition] = []
        for node in nodes {
            let text = try node.asText("condition")
            let syntax = try ConditionParser.parse(text, place: node.place, limits: limits)
            found.append(try syntax.resolved(in: names, place: node.place))
        }
        guard let first = found.first else {
            throw node.place.refuse("condition is empty", instead: "name the searches")
        }
        return found.count == 1 ? first : .or(found)
    }
}
