import Vocabulary

/// Whose incident or whose awareness it is: a practice's (the controller) or the vendor's (its processor).
public enum IncidentParty: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The vendor, who owes its practices a notice without undue delay (GDPR 33(2)).
    case vendor
    /// A practice, which owes the authority a notification within 72 hours (GDPR 33(1)).
    case practice(PracticeID)

    /// Reads what ``description`` writes.
    public init?(_ text: some StringProtocol) {
        if text == "vendor" {
            self = .vendor
        } else if let id = PracticeID(text) {
            self = .practice(id)
        } else {
            return nil
        }
    }

    /// The practice; nil for the vendor.
    public var practice: PracticeID? {
        switch self {
        case .vendor: nil
        case .practice(let id): id
        }
    }

    /// `vendor`, or the practice's id.
    public var description: String { practice?.description ?? "vendor" }

    /// The vendor first, then practices by id.
    public static func < (a: IncidentParty, b: IncidentParty) -> Bool {
        switch (a.practice, b.practice) {
        case (nil, nil), (_, nil): false
        case (nil, _): true
        case (let a?, let b?): a < b
        }
    }
}
