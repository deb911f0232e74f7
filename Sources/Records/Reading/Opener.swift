import FHIR
import JSONTree
import Sealing
import Store
import Vocabulary

/// Opens sealed versions with the keys that a request holds. Pure but for the cryptography.
struct Opener {
    let practice: PracticeID
    let keys: HeldKeys

    /// The version as its reader may see it; nil when the part that holds its structure cannot be opened. A deletion
    /// shows nothing but that it is one.
    func open(_ version: StoredVersion) throws(RecordError) -> OpenedRecord? {
        if version.manifest.deleted { return record(version, nil, hidden: [], shown: []) }
        let parts = try plaintexts(version)
        guard parts[version.manifest.base] != nil else { return nil }
        let joined = try RecordError.mapping { try TierSplit.join(base: version.manifest.base, parts: parts) }
        let resource = Masking.label(stamped(joined.resource, version), hidden: joined.hidden)
        let shown = parts.keys.reduce(into: Tiers()) { $0.insert(Tiers($1)) }
        return record(version, resource, hidden: joined.hidden, shown: shown)
    }

    /// What is shown of a version whose structure cannot be: that it exists.
    func stub(_ version: StoredVersion) -> OpenedRecord {
        let bare = stamped(["resourceType": .string(version.key.type)], version)
        let hidden = Tiers(version.manifest.base)
        return record(version, Masking.label(bare, hidden: hidden), hidden: hidden, shown: [])
    }

    /// The parts that keys are held for, opened.
    func plaintexts(_ version: StoredVersion) throws(RecordError) -> [Tier: [UInt8]] {
        var opened: [Tier: [UInt8]] = [:]
        for part in version.parts {
            guard let reference = version.manifest.part(of: part.tier),
                let key = keys.key(version.key.patient, part.tier, epoch: reference.epoch)
            else { continue }
            opened[part.tier] = try RecordError.mapping {
                let name = try PartName(
                    scope: key.scope, type: version.key.type, id: version.key.id, version: UInt64(reference.version),
                    deposit: reference.deposit)
                return try key.partKey(name).open(try SealedPart(bytes: part.bytes)).bytes
            }
        }
        return opened
    }

    private func stamped(_ resource: JSONValue, _ version: StoredVersion) -> JSONValue {
        ServerFields.stamped(
            resource, id: version.key.id, versionId: String(version.version),
            lastUpdated: version.manifest.lastUpdated.instant)
    }

    private func record(_ version: StoredVersion, _ resource: JSONValue?, hidden: Tiers, shown: Tiers) -> OpenedRecord {
        let record = Record(
            type: version.key.type, id: version.key.id, version: version.version,
            lastUpdated: version.manifest.lastUpdated, resource: resource, hidden: hidden,
            withheld: keys.withheld(version.key.patient).filter { hidden.contains($0.key) })
        return OpenedRecord(key: version.key, record: record, shown: shown)
    }
}
