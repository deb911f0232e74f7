extension Access {
    /// The table as Markdown, as docs/access.md has it.
    public static var table: String {
        let head = ["role"] + Operation.allCases.map(\.rawValue)
        let rows = Role.allCases.map { role in [role.rawValue] + Operation.allCases.map { cell(role, $0) } }
        let rule = "|" + String(repeating: "---|", count: head.count)
        return ([row(head), rule] + rows.map(row)).joined(separator: "\n")
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func cell(_ role: Role, _ operation: Operation) -> String {
        switch operation {
        case .open, .find, .own, .deposit, .emergency:
            let tiers = tiers(role, operation).tiers
            return tiers.isEmpty ? "–" : tiers.map { String($0.word.prefix(1)) }.joined(separator: " ")
        case .administer where mayStandIn(role): return "stands in"
        case .history, .book, .administer: return may(role, operation) ? "yes" : "–"
        }
    }
}
