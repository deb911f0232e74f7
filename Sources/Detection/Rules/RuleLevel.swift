/// How grave a match is (Sigma rules specification 2.1, "Level").
public enum RuleLevel: String, Sendable, Codable, CaseIterable, Comparable {
    case informational, low, medium, high, critical

    /// Less grave is less.
    public static func < (a: RuleLevel, b: RuleLevel) -> Bool { a.rank < b.rank }

    private var rank: Int { RuleLevel.allCases.firstIndex(of: self) ?? 0 }
}
