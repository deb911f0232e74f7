/// Reads a filter's document (Sigma filters specification 2.1).
struct FilterReader {
    private(set) var errors: [RuleError] = []
    private(set) var draft: FilterDraft?

    init(_ node: SigmaNode, limits: SigmaLimits) {
        do { try read(node, limits) } catch { errors.append(error) }
    }

    private mutating func read(_ node: SigmaNode, _ limits: SigmaLimits) throws(RuleError) {
        let head = try RuleHead(node)
        let source = try LogSource(reading: node)
        guard let section = node["filter"] else { return }
        let entries = try section.map("filter")
        let rules = try FilterReader.rules(section)
        var reader = DetectionReader(limits: limits)
        let searches = reader.searches(entries, except: ["condition", "rules"])
        errors += reader.errors
        let names = entries.map(\.key).filter { $0 != "condition" && $0 != "rules" }
        let condition = try RuleReader.condition(section, names: names, takesList: false, limits: limits)
        guard errors.isEmpty else { return }
        draft = FilterDraft(head: head, source: source, rules: rules, searches: searches, condition: condition)
    }

    private static func rules(_ section: SigmaNode) throws(RuleError) -> [String]? {
        guard let node = section["rules"], !node.isNull else {
            throw section.place.refuse("rules is missing", instead: "write `rules:` with ids or names, or `rules: any`")
        }
        let texts = try node.asTexts("rules", takesOne: true)
        return texts.isEmpty || (texts.count == 1 && texts[0].lowercased() == "any") ? nil : texts
    }
}
