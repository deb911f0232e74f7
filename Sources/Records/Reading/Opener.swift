import FHIR
import JSONTree
import SealedParts
import Sealing
import Store
import Vocabulary

/// Opens sealed versions with the keys that a request holds. Pure but for the cryptography.
struct Opener {
    let practice: PracticeID
    let keys: HeldKeys
    /// Whether what is opened is only passed on, so that no tree of it is needed.
    var asText = false

    /// The version as its reader may see it; nil when the part that holds its structure cannot be opened. A deletion
    /// shows nothing but that it is one.
    func open(_ version: StoredVersion) throws(RecordError) -> OpenedRecord? {
        if version.manifest.deleted { return record(version, .none, hidden: [], shown: []) }
        let parts = try plaintexts(version)
        guard parts[version.manifest.base] != nil else { return nil }
        let shown = parts.keys.reduce(into: Tiers()) { $0.insert(Tiers($1)) }
        if let text = try text(version, parts) { return record(version, .text(text), hidden: [], shown: shown) }
        let joined = try RecordError.mapping { try TierSplit.join(base: version.manifest.base, parts: parts) }
        let resource = Masking.label(stamped(joined.resource, version), hidden: joined.hidden)
        return record(version, .tree(resource), hidden: joined.hidden, shown: shown)
    }

    /// The version as text when nothing of it is left out and `asText` is wanted.
    private func text(_ version: StoredVersion, _ parts: [Tier: [UInt8]]) throws(RecordError) -> [UInt8]? {
        guard asText else { return nil }
        return try RecordError.mapping {
            try TierSplit.text(
                base: version.manifest.base, parts: parts, id: version.key.id, versionId: String(version.version),
                lastUpdated: version.manifest.lastUpdated.instant)
        }
    }

    /// What is shown of a version whose structure cannot be: that it exists.
    func stub(_ version: StoredVersion) -> OpenedRecord {
        let bare = stamped(["resourceType": .string(version.key.type)], version)
        let hidden = Tiers(version.manifest.base)
        return record(version, .tree(Masking.label(bare, hidden: hidden)), hidden: hidden, shown: [])
    }

    /// The parts that keys are held for, opened.
    func plaintexts(_ version: StoredVersion) throws(RecordError) -> [Tier: [UInt8]] {
        var opened: [Tier: [UInt8]] = [:]
        let id = version.key.id
        for part in version.parts {
            guard let reference = version.manifest.part(of: part.tier),
                let key = keys.key(version.key.patient, part.tier, epoch: reference.epoch)
            else { continue }
            opened[part.tier] = try RecordError.mapping {
                let name = try PartName(
                    scope: key.scope, type: version.key.type, id: id, version: UInt64(reference.version),
                    deposit: reference.deposit)
                return try key.partKey(name).open(try SealedPart(bytes: part.bytes)).bytes
            }
        }
        return opened
    }

    /// The header of a version's content, which lies sealed under the key of the version's own part.
    func header(of version: StoredVersion, _ content: ContentReference) throws(RecordError) -> DocumentHeader {
        guard let reference = version.manifest.part(of: version.manifest.base),
            let key = keys.key(version.key.patient, reference.tier, epoch: reference.epoch)
        else { throw .damaged }
        return try RecordError.mapping {
            let name = try PartName(
                scope: key.scope, type: version.key.type, id: version.key.id, version: UInt64(reference.version),
                deposit: reference.deposit)
            return try key.partKey(name).openHeader(content.header)
        }
    }

    private func stamped(_ resource: JSONValue, _ version: StoredVersion) -> JSONValue {
        ServerFields.stamped(
            resource, id: version.key.id, versionId: String(version.version),
            lastUpdated: version.manifest.lastUpdated.instant)
    }

    private func record(
        _ version: StoredVersion, _ content: RecordContent, hidden: Tiers, shown: Tiers
    ) -> OpenedRecord {
        let record = Record(
            type: version.key.type, id: version.key.id, version: version.version,
            lastUpdated: version.manifest.lastUpdated, content: content, hidden: hidden,
            withheld: keys.withheld(version.key.patient).filter { hidden.contains($0.key) })
        return OpenedRecord(key: version.key, record: record, shown: shown)
    }
}
