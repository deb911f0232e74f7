import Vocabulary

/// What one deposit writes, all of it or nothing.
public struct StagedDeposit: Hashable, Sendable {
    /// Drawn by the broker.
    public let deposit: DepositID
    /// The practice.
    public let practice: PracticeID
    /// Patients who begin with it.
    public let newPatients: [StagedPatient]
    /// The versions, in the order of the digests that the ledger's entry covers.
    public let versions: [StagedVersion]

    /// Checks what can be known without the store and holds the deposit.
    ///
    /// Throws `invalid` when a new part names another deposit, a resource or patient stands twice, or something exceeds
    /// ``StoreLimits``.
    public init(
        deposit: DepositID, practice: PracticeID, newPatients: [StagedPatient] = [], versions: [StagedVersion]
    ) throws(StoreError) {
        self.deposit = deposit
        self.practice = practice
        self.newPatients = newPatients
        self.versions = versions
        guard isWithinLimits, Set(newPatients.map(\.patient)).count == newPatients.count else {
            throw StoreError(.invalid, practice: practice)
        }
        var seen = Set<ResourceKey>(minimumCapacity: versions.count)
        for version in versions {
            guard namesOnlyItself(version), seen.insert(version.key).inserted else {
                throw StoreError(.invalid, practice: practice, key: version.key)
            }
        }
    }

    private func namesOnlyItself(_ version: StagedVersion) -> Bool {
        version.manifest.parts.allSatisfy { ($0.version == version.version) == ($0.deposit == deposit) }
    }

    private var isWithinLimits: Bool {
        let bytes = versions.reduce(0) { $1.newParts.reduce($0) { $0 + $1.bytes.count } }
        return bytes <= StoreLimits.maximumDeposit
            && versions.count <= StoreLimits.maximumVersions && newPatients.count <= StoreLimits.maximumVersions
            && newPatients.allSatisfy { (1...StoreLimits.maximumWrappedKey).contains($0.wrappedKey.count) }
    }
}
