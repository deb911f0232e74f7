import Vocabulary

/// What kind of data it is: DPC of ENISA's severity (2013). The raw value is the score.
public enum DataContext: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Civil status, contact details.
    case simple = 1
    /// Habits, location, traffic.
    case behavioural = 2
    /// Money, and what gives access to it.
    case financial = 3
    /// Data of GDPR article 9: health.
    case sensitive = 4

    /// What a tier implies. `contact` counts as financial because it holds the national number and the coverage.
    public static func of(_ tier: Tier) -> Factor<DataContext> {
        switch tier {
        case .identity: Factor(.simple, .identityData)
        case .contact: Factor(.financial, .nationalNumber)
        case .medical: Factor(.sensitive, .healthData)
        case .restricted: Factor(.sensitive, .restrictedData)
        }
    }

    /// Orders by score.
    public static func < (a: DataContext, b: DataContext) -> Bool { a.rawValue < b.rawValue }
}
