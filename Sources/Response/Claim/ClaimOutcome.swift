import Vocabulary

/// What was found of one person of a sample.
public enum ClaimOutcome: Sendable {
    /// A patient of the practice: several where records of one person were never merged.
    case ours([ClaimedPatient])
    /// Nobody of the practice is found by what the sample says.
    case notOurs
    /// Not known, with the reason.
    case unknown(UnknownReason)

    /// The patients of ours.
    var patients: [ClaimedPatient] {
        if case .ours(let patients) = self { patients } else { [] }
    }
}
