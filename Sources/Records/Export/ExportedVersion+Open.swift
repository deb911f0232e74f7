import FHIR
import JSONTree
import SealedParts
import Sealing
import Store
import Vocabulary

extension ExportedVersion {
    /// The resource as one line of JSON, with `id` and `meta` as the server that stored it shows them.
    func opened(with keys: HeldKeys) throws -> [UInt8] {
        var plain: [Tier: [UInt8]] = [:]
        for (reference, bytes) in zip(manifest.parts, parts) {
            guard let part = try? SealedPart(bytes: bytes), let opened = try? key(of: reference, keys).open(part) else {
                throw ExportError(
                    "\(key) version \(version), \(reference.tier.word): altered, or sealed with another key")
            }
            plain[reference.tier] = opened.bytes
        }
        let updated = manifest.lastUpdated.instant
        do {
            if let text = try TierSplit.text(
                base: manifest.base, parts: plain, id: key.id, versionId: String(version), lastUpdated: updated)
            {
                return text
            }
            let joined = try TierSplit.join(base: manifest.base, parts: plain)
            guard joined.hidden == [] else { throw ExportError("") }
            return ServerFields.stamped(
                joined.resource, id: key.id, versionId: String(version), lastUpdated: updated
            ).bytes
        } catch { throw ExportError("\(key) version \(version): its parts do not fit together") }
    }

    /// The key of one of its parts.
    func key(of reference: PartReference, _ keys: HeldKeys) throws -> PartKey {
        guard let tier = keys.key(key.patient, reference.tier, epoch: reference.epoch) else {
            throw ExportError("\(key) version \(version), \(reference.tier.word): no key")
        }
        let name = try PartName(
            scope: tier.scope, type: key.type, id: key.id, version: UInt64(reference.version),
            deposit: reference.deposit)
        return try tier.partKey(name)
    }
}
