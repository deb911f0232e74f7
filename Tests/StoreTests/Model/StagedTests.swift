import Store
import Testing
import Vocabulary

@Suite("Staged deposits") struct StagedTests {
    private let key = ResourceKey(patient: .random())
    private let deposit = DepositID.random()

    private func version(
        parts: [StoredPart], references: [PartReference], replacing: UInt32 = 0, rows: [StoredRow] = [],
        digest: Int = 32
    ) throws -> StagedVersion {
        try StagedVersion(
            key: key, replacing: replacing,
            manifest: Manifest(base: .identity, parts: references, lastUpdated: Timestamp(seconds: 1)),
            newParts: parts, rows: rows, digest: Sample.bytes(digest))
    }

    private func reference(_ tier: Tier = .identity, _ version: UInt32 = 1) -> PartReference {
        PartReference(tier: tier, version: version, deposit: deposit, epoch: 0)
    }

    private func part(_ tier: Tier = .identity, _ version: UInt32 = 1, _ count: Int = 10) -> StoredPart {
        StoredPart(tier: tier, version: version, bytes: Sample.bytes(count))
    }

    @Test func partsAreThoseOfTheManifest() throws {
        _ = try version(parts: [part()], references: [reference()])
        let wrong: [([StoredPart], [PartReference], UInt32)] = [
            ([], [reference()], 0),
            ([part(.contact)], [reference()], 0),
            ([part(), part(.contact)], [reference()], 0),
            ([part(), part()], [reference()], 0),
            ([part(.identity, 2)], [reference()], 0),
            ([part(.identity, 2)], [reference(.identity, 2)], 0),
            ([part(.identity, 1)], [reference(.identity, 1)], 1),
            ([part()], [reference(), reference(.contact, 0)], 0),
            ([part(.identity, 0)], [reference(.identity, 0)], .max),
        ]
        for (index, (parts, references, replacing)) in wrong.enumerated() {
            #expect(throws: StoreError.self, "\(index)") {
                try version(parts: parts, references: references, replacing: replacing)
            }
        }
    }

    @Test func limitsHold() throws {
        let rows = (0...StoreLimits.maximumRows).map { _ in Sample.row(.random()) }
        _ = try version(parts: [part()], references: [reference()], rows: Array(rows.dropLast()))
        #expect(throws: StoreError.self) { try version(parts: [part()], references: [reference()], rows: rows) }
        let huge = StoredPart(
            tier: .identity, version: 1, bytes: [UInt8](repeating: 0, count: StoreLimits.maximumPart + 1))
        for bytes in [part(.identity, 1, 0), huge] {
            #expect(throws: StoreError.self) { try version(parts: [bytes], references: [reference()]) }
        }
        for length in [0, 31, 33] {
            #expect(throws: StoreError.self) { try version(parts: [part()], references: [reference()], digest: length) }
        }
    }

    @Test func aDeletionBringsNothing() throws {
        let manifest = Manifest.deletion(base: .identity, lastUpdated: Timestamp(seconds: 1))
        let digest = Sample.bytes(32)
        let deletion = try StagedVersion(key: key, replacing: 1, manifest: manifest, newParts: [], digest: digest)
        #expect(deletion.replacesRowsOf == .all)
        #expect(throws: StoreError.self) {
            try StagedVersion(key: key, replacing: 0, manifest: manifest, newParts: [], digest: digest)
        }
        #expect(throws: StoreError.self) {
            try StagedVersion(
                key: key, replacing: 1, manifest: manifest, newParts: [part(.identity, 2)], digest: digest)
        }
        #expect(throws: StoreError.self) {
            try StagedVersion(
                key: key, replacing: 1, manifest: manifest, newParts: [], rows: [Sample.row(.random())], digest: digest)
        }
    }

    @Test func aDepositNamesItselfAndEachThingOnce() throws {
        let one = try version(parts: [part()], references: [reference()])
        let practice = PracticeID.random()
        _ = try StagedDeposit(deposit: deposit, practice: practice, versions: [one])
        #expect(throws: StoreError.self) {
            try StagedDeposit(deposit: .random(), practice: practice, versions: [one])
        }
        #expect(throws: StoreError.self) {
            try StagedDeposit(deposit: deposit, practice: practice, versions: [one, one])
        }
        let patient = PatientID.random()
        for wrapped in [[], [UInt8](repeating: 1, count: StoreLimits.maximumWrappedKey + 1)] {
            #expect(throws: StoreError.self) {
                try StagedDeposit(
                    deposit: deposit, practice: practice,
                    newPatients: [StagedPatient(patient: patient, wrappedKey: wrapped)], versions: [])
            }
        }
        let twice = [StagedPatient](repeating: StagedPatient(patient: patient, wrappedKey: [1]), count: 2)
        #expect(throws: StoreError.self) {
            try StagedDeposit(deposit: deposit, practice: practice, newPatients: twice, versions: [])
        }
    }
}
