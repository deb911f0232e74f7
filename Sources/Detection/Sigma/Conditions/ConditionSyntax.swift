/// A condition as written, names not yet looked up (Sigma rules specification 2.1, "Condition").
indirect enum ConditionSyntax: Sendable {
    /// How many of a pattern's searches.
    enum Quantity: Sendable, Hashable { case all, atLeast(Int) }

    case name(String)
    case not(ConditionSyntax)
    case and([ConditionSyntax])
    case or([ConditionSyntax])
    case some(Quantity, String)

    /// The names in it, in order, each once.
    var names: [String] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }

    private var all: [String] {
        switch self {
        case .name(let name): [name]
        case .not(let part): part.all
        case .and(let parts), .or(let parts): parts.flatMap(\.all)
        case .some: []
        }
    }
}
