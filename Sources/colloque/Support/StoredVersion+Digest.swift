import Crypto
import SealedParts
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

    /// Whether the chunks of its content are those that its manifest names.
    func hasItsContent(in store: any RecordStore, _ practice: PracticeID) async throws -> Bool {
        guard let content = manifest.content else { return true }
        var hash = SHA256()
        var number: UInt32 = 0
        while number < content.chunks {
            let count = min(StoreLimits.maximumChunksAtOnce, Int(content.chunks - number))
            let chunks = try await store.chunks(of: content.document, from: number, count: count, in: practice)
            guard chunks.count == count else { return false }
            for chunk in chunks { hash.update(data: chunk) }
            number += UInt32(count)
        }
        return Array(hash.finalize()) == content.digest
    }
}
