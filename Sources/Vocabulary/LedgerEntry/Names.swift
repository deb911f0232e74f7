/// Rules that a `policy` entry sets.
public enum PolicyName: String, Sendable, Codable {
    /// The installation's first entry: `real` or `simulated`.
    case begin
    /// Its value is `live`: from now on acts of two people.
    case live
    /// The limits, as ``Vocabulary`` consumers print them in one line.
    case limits
    /// A practice's mode: `observe` or `enforce`.
    case mode
    /// A key that exports may be sealed to, for ever: the hexadecimal fingerprint.
    case recipient
    /// A practice's export to such a recipient, named the same way, for as long as an export lasts.
    case export
}

/// What an `alert` is about.
public enum AlertName: String, Sendable, Codable {
    /// A membership's or client's limit of a tier.
    case limit
    /// A membership's or client's limit on dormant patients.
    case dormant
    /// The practice's limit.
    case practice
    /// The partner's limit.
    case partner
    /// The installation's tripwire.
    case tripwire
    /// Sign-ins that were refused: a wrong password or code, a replayed or forged answer.
    case signIn = "sign-in"
    /// A made-up patient was opened: nobody has a reason to.
    case canary
}

/// The sliding windows of limits.
public enum WindowName: String, CaseIterable, Sendable, Codable {
    /// 3,600 seconds.
    case hour
    /// 86,400 seconds.
    case day
    /// 30 days of 86,400 seconds.
    case month

    /// The length in milliseconds.
    public var milliseconds: Int64 {
        switch self {
        case .hour: 3_600_000
        case .day: 86_400_000
        case .month: 2_592_000_000
        }
    }
}
