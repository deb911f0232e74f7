/// Reads Sigma rules, correlations and filters (specification 2.1) into the checked form that the engine compiles.
///
/// ```swift
/// var reader = SigmaReader(pipelines: [windows])
/// for (name, text) in files { errors += reader.add(file: name, text: text) }
/// let (rules, more) = reader.ruleSet()
/// ```
/// What is wrong is an error with file, line and what to write instead; the other rules are kept.
public struct SigmaReader: Sendable {
    private let pipelines: [Pipeline]
    private let limits: SigmaLimits
    private var items: [SigmaItem] = []
    private var filters: [FilterDraft] = []

    /// A reader that applies these pipelines, lower priority first, and otherwise in the order given.
    public init(pipelines: [Pipeline] = [], limits: SigmaLimits = SigmaLimits()) {
        let ordered = pipelines.enumerated().sorted {
            ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
        }
        self.pipelines = ordered.map(\.element)
        self.limits = limits
    }

    /// How many rules and correlations were read without an error.
    public var count: Int { items.count }

    /// Reads a file of one or more documents; all its errors. Documents without errors are kept.
    /// - Parameters:
    ///   - name: What errors call the file.
    ///   - text: What it holds.
    public mutating func add(file name: String, text: String) -> [RuleError] {
        let documents = SigmaDocuments(file: name, text: text, limits: limits)
        var errors: [RuleError] = []
        for node in documents.roots { errors += add(node) }
        if let error = documents.error { errors.append(error) }
        return errors
    }

    /// The rules with filters and pipelines applied and references resolved, correlations after what they count; and
    /// what could not be resolved, which is left out.
    public func ruleSet() -> (rules: RuleSet, errors: [RuleError]) {
        var assembly = RuleAssembly(items: items)
        assembly.removeDoubles()
        assembly.apply(filters)
        assembly.apply(pipelines, limits: limits)
        return assembly.resolved(limits: limits)
    }

    private mutating func add(_ node: SigmaNode) -> [RuleError] {
        guard node.entries != nil else {
            return [
                node.place.refuse(
                    "a document that is \(node.kind)", instead: "write a map with title, logsource, detection")
            ]
        }
        guard items.count + filters.count < limits.items else {
            return [node.place.refuse("rules", costs: items.count + filters.count + 1, limit: limits.items)]
        }
        if node["action"] != nil, node["detection"] == nil || node["title"] == nil {
            return [
                node.place.refuse(
                    "`action` and documents in parts are no longer Sigma", instead: "write each rule whole")
            ]
        }
        return node["correlation"] != nil
            ? addCorrelation(node) : node["filter"] != nil ? addFilter(node) : addRule(node)
    }

    private mutating func addRule(_ node: SigmaNode) -> [RuleError] {
        let reader = RuleReader(node, limits: limits)
        if let draft = reader.draft { items.append(.rule(draft)) }
        return reader.errors
    }

    private mutating func addCorrelation(_ node: SigmaNode) -> [RuleError] {
        let reader = CorrelationReader(node, limits: limits)
        if let draft = reader.draft { items.append(.correlation(draft)) }
        return reader.errors
    }

    private mutating func addFilter(_ node: SigmaNode) -> [RuleError] {
        let reader = FilterReader(node, limits: limits)
        if let draft = reader.draft { filters.append(draft) }
        return reader.errors
    }
}
