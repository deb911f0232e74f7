import Vocabulary

/// A patient of ours who is in a sample.
public struct ClaimedPatient: Sendable {
    /// The patient.
    public let id: PatientID
    /// What the ledger holds of keys released, or why that is not known.
    public let releases: Result<ClaimReleases, UnknownReason>

    /// Joins both.
    public init(id: PatientID, releases: Result<ClaimReleases, UnknownReason>) {
        (self.id, self.releases) = (id, releases)
    }

    /// The releases; nil where they are not known.
    var known: ClaimReleases? { try? releases.get() }
}
