import Vocabulary

/// What a letter to one patient says beyond the case: the only personal data of all documents.
public struct LetterFacts: Hashable, Sendable {
    /// Whom the letter is addressed to: the patient, or who represents a minor.
    public var recipient: String
    /// The postal address, a line each.
    public var address: [String]
    /// The minor whom the letter is about; nil when it is the recipient.
    public var minor: String?
    /// The tiers of this patient that were released.
    public var tiers: Tiers
    /// The code that the patient can check with the practice; whoever calls makes and keeps it.
    public var code: String

    /// A letter.
    public init(recipient: String, address: [String], minor: String? = nil, tiers: Tiers, code: String) {
        (self.recipient, self.address, self.minor) = (recipient, address, minor)
        (self.tiers, self.code) = (tiers, code)
    }
}
