import Vocabulary

/// Why a judgement about a severity was refused.
public struct SeverityError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable {
        /// A value other than the default needs a reason in words.
        case noReason = "no-reason"
    }

    /// What is wrong.
    public let code: Code
    /// The tier that it is about.
    public let tier: Tier

    /// Names the fault and its place.
    public init(_ code: Code, tier: Tier) { (self.code, self.tier) = (code, tier) }
}

extension SeverityError: CustomStringConvertible {
    /// One sentence, without any text of the person's.
    public var description: String { "\(code.rawValue): \(tier.word): say in words why the value is not the default" }
}
