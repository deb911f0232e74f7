import Store
import Vocabulary

/// Which tiers of one patient are needed, and up to which epoch.
struct KeyNeeds: Sendable {
    private(set) var tiers: Tiers = []
    private var epochs: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)

    /// Nothing yet.
    init() {}

    /// One tier, whatever its epoch.
    init(_ tier: Tier) { add(tier, 1) }

    /// All parts of a version that were fetched.
    init(_ version: StoredVersion) { add(version) }

    /// Adds the parts of a version that were fetched.
    mutating func add(_ version: StoredVersion) {
        for part in version.parts {
            add(part.tier, version.manifest.part(of: part.tier)?.epoch ?? 1)
        }
    }

    /// Adds a tier.
    mutating func add(_ tier: Tier, _ epoch: UInt32) {
        tiers.insert(Tiers(tier))
        switch tier {
        case .identity: epochs.0 = max(epochs.0, epoch)
        case .contact: epochs.1 = max(epochs.1, epoch)
        case .medical: epochs.2 = max(epochs.2, epoch)
        case .restricted: epochs.3 = max(epochs.3, epoch)
        }
    }

    /// The newest epoch that is needed of a tier.
    func epoch(_ tier: Tier) -> UInt32 {
        switch tier {
        case .identity: epochs.0
        case .contact: epochs.1
        case .medical: epochs.2
        case .restricted: epochs.3
        }
    }
}
