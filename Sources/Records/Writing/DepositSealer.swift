import BrokerAPI
import FHIR
import SealedParts
import Sealing
import Store
import Vocabulary

/// Seals what a deposit was granted keys for.
struct DepositSealer: Sendable {
    private let grant: DepositGrant
    private let request: DepositRequest
    private let practice: PracticeID
    private let now: Timestamp
    /// Plans that one task seals at a time.
    private static let slice = 256

    /// Throws `unavailable` when the grant is not what was asked for.
    init(
        _ grant: DepositGrant, _ request: DepositRequest, practice: PracticeID, at now: Timestamp
    ) throws(RecordError) {
        guard grant.keys.count == request.parts.count, grant.rows.count == request.rows.count,
            grant.wrapped.count == request.patients.count
        else { throw .unavailable }
        self.grant = grant
        self.request = request
        self.practice = practice
        self.now = now
    }

    /// Where a plan's keys and rows begin in the grant.
    private struct Place {
        let plan: Plan
        let part: Int
        let row: Int
    }

    /// The sealed versions, in the order of the plans; many are sealed by two tasks.
    func versions(_ plans: [Plan]) async throws(RecordError) -> [StagedVersion] {
        var places: [Place] = []
        var part = 0
        var row = 0
        for plan in plans {
            places.append(Place(plan: plan, part: part, row: row))
            part += plan.deletes ? 1 : plan.parts.count
            row += plan.key.patient == nil ? 0 : plan.terms.count
        }
        return try await Parallel.map(places, slice: DepositSealer.slice) { place throws(RecordError) in
            try version(place)
        }
    }

    /// What says to the broker that they are stored.
    func stored(_ versions: [StagedVersion], _ token: SessionToken) -> StoredRequest {
        let digests = versions.compactMap { DepositDigest(bytes: $0.digest) }
        let root = digests.count == 1 ? digests[0] : DepositDigest.merkleRoot(digests)
        return StoredRequest(
            token: token, deposit: grant.deposit, digest: root.bytes, count: UInt32(clamping: versions.count))
    }

    private func version(_ place: Place) throws(RecordError) -> StagedVersion {
        let plan = place.plan
        let id = request.parts[place.part].id
        var references = plan.carried
        var parts: [StoredPart] = []
        var digests: [Tier: PartDigest] = [:]
        for (offset, tier) in plan.sealedTiers.enumerated() where !plan.deletes {
            let key = grant.keys[place.part + offset]
            let sealed = try sealed(plan, id, tier, key)
            digests[tier] = sealed.digest
            parts.append(StoredPart(tier: tier, version: plan.version, bytes: sealed.bytes))
            references.append(
                PartReference(tier: tier, version: plan.version, deposit: grant.deposit, epoch: key.epoch))
        }
        let ordered = references.sorted { $0.tier < $1.tier }
        let rows = rows(place)
        let content = try content(place, id)
        return try RecordError.mapping {
            let manifest =
                plan.deletes
                ? Manifest.deletion(base: plan.base, lastUpdated: now)
                : try Manifest(base: plan.base, parts: ordered, content: content, lastUpdated: now)
            let digest = try DepositDigest.version(
                type: plan.key.type, id: id, version: UInt64(plan.version), manifest: manifest.bytes,
                parts: digests)
            return try StagedVersion(
                key: plan.key, replacing: plan.replacing, manifest: manifest, newParts: parts, rows: rows,
                replacesRowsOf: plan.replacesRowsOf, digest: digest.bytes)
        }
    }

    private func sealed(
        _ plan: Plan, _ id: String, _ tier: Tier, _ key: EpochKey
    ) throws(RecordError) -> SealedPart {
        let key = try partKey(plan, id, tier, key)
        return try RecordError.mapping { try key.seal(plan.parts[tier] ?? []) }
    }

    /// The header of a document's content goes under the key of the part that describes it.
    private func content(_ place: Place, _ id: String) throws(RecordError) -> ContentReference? {
        guard let content = place.plan.content,
            let offset = place.plan.sealedTiers.firstIndex(of: place.plan.base)
        else { return nil }
        let key = try partKey(place.plan, id, place.plan.base, grant.keys[place.part + offset])
        return try RecordError.mapping { try content.reference(key) }
    }

    private func partKey(
        _ plan: Plan, _ id: String, _ tier: Tier, _ key: EpochKey
    ) throws(RecordError) -> PartKey {
        try RecordError.mapping {
            let scope = TierScope(practice: practice, patient: plan.key.patient, tier: tier, epoch: key.epoch)
            let name = try PartName(
                scope: scope, type: plan.key.type, id: id, version: UInt64(plan.version), deposit: grant.deposit)
            return try PartKey(secret: key.key, name: name)
        }
    }

    private func rows(_ place: Place) -> [StoredRow] {
        guard place.plan.key.patient != nil else { return place.plan.rows }
        let made = place.plan.terms.enumerated().compactMap { offset, term in
            grant.rows[place.row + offset].map { row in
                StoredRow(
                    token: RowToken(high: row.token.high, low: row.token.low),
                    code: RowCode(high: row.mac.high, low: row.mac.low), tier: term.tier)
            }
        }
        return made + place.plan.rows
    }
}
