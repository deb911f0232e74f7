import Store
import Vocabulary

/// A practice of its own in some store, and short ways to write to it.
struct Sample: Sendable {
    let store: any RecordStore
    let practice = PracticeID.random()

    init(_ store: any RecordStore) { self.store = store }

    /// Bytes that stand for a sealed part.
    static func bytes(_ count: Int = 40) -> [UInt8] {
        var state = UInt64.random(in: 1 ... .max)
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }

    /// A row with a random code.
    static func row(_ token: RowToken, _ tier: Tier = .identity) -> StoredRow {
        StoredRow(token: token, code: .random(), tier: tier)
    }

    /// A version that seals `tiers` anew and carries `carried`.
    static func version(
        _ key: ResourceKey, replacing: UInt32 = 0, in deposit: DepositID, sealing tiers: [Tier] = [.identity],
        carrying carried: [PartReference] = [], rows: [StoredRow] = [], replacesRowsOf: Tiers = [], size: Int = 40
    ) throws -> StagedVersion {
        let own = tiers.map { PartReference(tier: $0, version: replacing + 1, deposit: deposit, epoch: 3) }
        let parts = (own + carried).sorted { $0.tier < $1.tier }
        guard let base = parts.first?.tier else { throw SampleError.noPart }
        return try StagedVersion(
            key: key, replacing: replacing,
            manifest: Manifest(base: base, parts: parts, lastUpdated: Timestamp(milliseconds: 1_700_000_000_123)),
            newParts: tiers.sorted().map { StoredPart(tier: $0, version: replacing + 1, bytes: bytes(size)) },
            rows: rows, replacesRowsOf: replacesRowsOf, digest: bytes(32))
    }

    /// A version that deletes.
    static func deletion(_ key: ResourceKey, replacing: UInt32) throws -> StagedVersion {
        try StagedVersion(
            key: key, replacing: replacing,
            manifest: .deletion(base: .identity, lastUpdated: Timestamp(milliseconds: 5)), newParts: [],
            digest: bytes(32))
    }

    /// A deposit of this practice.
    func deposit(
        _ id: DepositID, new patients: [PatientID] = [], _ versions: [StagedVersion]
    ) throws -> StagedDeposit {
        try StagedDeposit(
            deposit: id, practice: practice,
            newPatients: patients.map { StagedPatient(patient: $0, wrappedKey: $0.bytes + [1]) }, versions: versions)
    }

    /// Stages and publishes.
    func write(_ id: DepositID, new patients: [PatientID] = [], _ versions: [StagedVersion]) async throws {
        try await store.stage(deposit(id, new: patients, versions))
        try await store.publish(id, in: practice)
    }

    /// A new visible patient whose Patient resource has the given rows.
    func patient(rows: [StoredRow] = []) async throws -> PatientID {
        let patient = PatientID.random()
        let id = DepositID.random()
        try await write(
            id, new: [patient], [try Sample.version(ResourceKey(patient: patient), in: id, rows: rows)])
        return patient
    }

    /// A resource about a patient.
    static func key(_ patient: PatientID, _ ordinal: UInt32, _ type: String = "Observation") throws -> ResourceKey {
        guard let key = ResourceKey(type: type, patient: patient, ordinal: ordinal) else { throw SampleError.noKey }
        return key
    }

    /// The current version with all tiers.
    func read(_ key: ResourceKey) async throws -> StoredVersion? {
        try await store.read(key, version: nil, tiers: .all, in: practice)
    }
}

/// A sample that cannot be made.
enum SampleError: Error {
    case noPart, noKey
}
