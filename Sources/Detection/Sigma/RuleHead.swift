/// What rules, correlations and filters have in common (Sigma rules specification 2.1, "Title" to "Level").
struct RuleHead: Sendable {
    let place: RulePlace
    let title: String
    let id: String?
    let name: String?
    let level: RuleLevel
    let tags: [String]
    var fields: [String]

    private static let statuses = ["stable", "test", "experimental", "deprecated", "unsupported"]

    init(_ node: SigmaNode) throws(RuleError) {
        place = node.place
        title = try node.requiredText("title")
        id = try node.text("id", takesNumbers: true)
        name = try node.text("name")
        level = try RuleHead.level(node)
        tags = try node.texts("tags")
        fields = try node.texts("fields", takesOne: true)
        try RuleHead.checkStatus(node)
        for key in ["id", "name"] where node[key].map({ !$0.isNull }) ?? false {
            if try node.text(key, takesNumbers: true)?.isEmpty ?? true {
                throw place.refuse("\(key) is empty", instead: "write one, or leave `\(key)` out")
            }
        }
        for key in ["description", "author", "license", "taxonomy"] { _ = try node.text(key, takesNumbers: true) }
        for key in ["references", "falsepositives"] { _ = try node.texts(key, takesOne: true) }
    }

    private static func level(_ node: SigmaNode) throws(RuleError) -> RuleLevel {
        guard let text = try node.text("level") else { return .medium }
        guard let level = RuleLevel(rawValue: text.lowercased()) else {
            let near = NearestName(to: text, among: RuleLevel.allCases.map(\.rawValue)).name
            throw (node["level"]?.place ?? node.place).refuse(
                "there is no level `\(text.prefix(40))`",
                instead: "write \(near ?? "informational, low, medium, high or critical")")
        }
        return level
    }

    private static func checkStatus(_ node: SigmaNode) throws(RuleError) {
        guard let text = try node.text("status"), !statuses.contains(text.lowercased()) else { return }
        throw (node["status"]?.place ?? node.place).refuse(
            "there is no status `\(text.prefix(40))`",
            instead: "write \(NearestName(to: text, among: statuses).name ?? statuses.joined(separator: ", "))")
    }

    /// Whether a correlation or filter means this one: by id, in any case, or by name.
    func isCalled(_ reference: String) -> Bool {
        name == reference || (id.map { $0.lowercased() == reference.lowercased() } ?? false)
    }
}
