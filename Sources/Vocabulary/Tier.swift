/// How sensitive an element of a record is. Each tier of each patient has a key of its own.
public enum Tier: UInt8, CaseIterable, Sendable, Comparable, Codable {
    /// Names, birth date, sex.
    case identity = 0
    /// Address, phone, e-mail, NIR/INS, coverage.
    case contact = 1
    /// Coded and structured care.
    case medical = 2
    /// Free text, documents, and whatever carries an HL7 sensitivity label.
    case restricted = 3

    /// The word used in documents, the ledger and reports.
    public var word: String {
        switch self {
        case .identity: "identity"
        case .contact: "contact"
        case .medical: "medical"
        case .restricted: "restricted"
        }
    }

    /// Reads the word.
    public init?(word: some StringProtocol) {
        guard let tier = Tier.allCases.first(where: { $0.word == word }) else { return nil }
        self = tier
    }

    /// Orders by sensitivity.
    public static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}

/// A set of tiers, one bit each.
public struct Tiers: OptionSet, Hashable, Sendable, Codable {
    /// Bit `1 << tier.rawValue` for each tier.
    public let rawValue: UInt8

    /// Keeps the four known bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 15 }

    /// The set of one tier.
    public init(_ tier: Tier) { self.init(rawValue: 1 << tier.rawValue) }

    /// Names, birth date, sex.
    public static let identity = Tiers(.identity)
    /// Address, phone, e-mail, NIR/INS, coverage.
    public static let contact = Tiers(.contact)
    /// Coded and structured care.
    public static let medical = Tiers(.medical)
    /// Free text, documents, labelled data.
    public static let restricted = Tiers(.restricted)
    /// All four.
    public static let all = Tiers(rawValue: 15)

    /// Whether the tier is in the set.
    public func contains(_ tier: Tier) -> Bool { contains(Tiers(tier)) }

    /// The tiers, least sensitive first.
    public var tiers: [Tier] { Tier.allCases.filter { contains($0) } }
}
