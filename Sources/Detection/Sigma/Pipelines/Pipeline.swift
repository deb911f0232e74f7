/// Changes to rules before they are compiled: names of fields, conditions, sources, placeholders; in pySigma's YAML
/// form.
///
/// A pipeline never runs a command, reads a file or fetches anything: such transformations are refused by name.
public struct Pipeline: Sendable {
    /// What it is called.
    public let name: String
    /// Lower ones are applied first.
    public let priority: Int
    let steps: [PipelineStep]
    /// Values of placeholders.
    let variables: [String: [SigmaText]]

    private static let keys: Set<String> = ["name", "priority", "vars", "transformations", "allowed_backends"]

    /// Reads a pipeline's YAML.
    /// - Parameters:
    ///   - file: What errors call the file.
    ///   - text: What it holds.
    /// - Throws: The first thing that is wrong.
    public init(file: String, text: String, limits: SigmaLimits = SigmaLimits()) throws(RuleError) {
        let documents = SigmaDocuments(file: file, text: text, limits: limits)
        if let error = documents.error { throw error }
        guard documents.roots.count == 1, let root = documents.roots.first else {
            throw RulePlace(file: file, line: 1).refuse(
                "\(documents.roots.count) documents", instead: "write one pipeline a file")
        }
        for entry in try root.map("a pipeline") where !Pipeline.keys.contains(entry.key) {
            throw entry.place.refuse(
                "a pipeline here has no `\(entry.key.prefix(40))`",
                instead: "there is \(Pipeline.keys.sorted().joined(separator: ", "))")
        }
        name = try root.text("name") ?? file
        priority = try Pipeline.priority(root)
        variables = try Pipeline.variables(root)
        var steps: [PipelineStep] = []
        if let section = root["transformations"], !section.isNull {
            guard case .list(let items) = section.content else {
                throw section.place.refuse("transformations is \(section.kind)", instead: "write a list")
            }
            for item in items { steps.append(try PipelineStep(item, number: steps.count, limits: limits)) }
        }
        self.steps = steps
    }

    private static func priority(_ root: SigmaNode) throws(RuleError) -> Int {
        guard let node = root["priority"], !node.isNull else { return 0 }
        guard case .scalar(.number(_, let number)) = node.content, let priority = Int(exactly: number) else {
            throw node.place.refuse("priority is \(node.kind)", instead: "write a whole number")
        }
        return priority
    }

    private static func variables(_ root: SigmaNode) throws(RuleError) -> [String: [SigmaText]] {
        guard let section = root["vars"], !section.isNull else { return [:] }
        var variables: [String: [SigmaText]] = [:]
        for entry in try section.map("vars") {
            var nodes = [entry.value]
            if case .list(let items) = entry.value.content { nodes = items }
            guard !nodes.isEmpty else {
                throw entry.place.refuse("a variable without values", instead: "write one value")
            }
            for node in nodes {
                let text = try node.asText("a value of \(entry.key.prefix(60))", takesNumbers: true)
                variables[entry.key, default: []].append(SigmaText(text))
            }
        }
        return variables
    }
}
