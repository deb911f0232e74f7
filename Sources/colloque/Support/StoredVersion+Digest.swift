import Sealing
import Store
import Vocabulary

extension StoredVersion {
    /// The digest that the ledger should hold for this version, computed again from its bytes.
    func recomputedDigest() throws -> DepositDigest {
        var digests: [Tier: PartDigest] = [:]
        for part in parts where part.version == version {
            digests[part.tier] = PartDigest(of: try SealedPart(bytes: part.bytes))
        }
        return try DepositDigest.version(
            type: key.type, id: key.id, version: UInt64(version), manifest: manifest.bytes, parts: digests)
    }
}
