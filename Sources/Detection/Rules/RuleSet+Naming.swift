extension RuleSet.Item {
    /// The name, else the id, else the title.
    public var name: String {
        switch self {
        case .rule(let rule): rule.name ?? rule.id ?? rule.title
        case .correlation(let correlation): correlation.name ?? correlation.id ?? correlation.title
        }
    }

    /// What it finds, in a few words.
    public var title: String {
        switch self {
        case .rule(let rule): rule.title
        case .correlation(let correlation): correlation.title
        }
    }

    /// How grave a match is.
    public var level: RuleLevel {
        switch self {
        case .rule(let rule): rule.level
        case .correlation(let correlation): correlation.level
        }
    }

    /// Where it stands.
    public var place: RulePlace {
        switch self {
        case .rule(let rule): rule.place
        case .correlation(let correlation): correlation.place
        }
    }

    /// The file's name without folders and ending, by which its cases are named.
    var file: String {
        let name = place.file.split(separator: "/").last ?? ""
        return String(name.split(separator: ".").first ?? "")
    }
}
