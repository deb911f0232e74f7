import Store
import Testing
import Vocabulary

extension Conformance {
    static let reading = [
        ConformanceCase("only the tiers asked for are read", onlyAskedTiers),
        ConformanceCase("versions and history", versionsAndHistory),
        ConformanceCase("a deletion says so and can be undone", deletion),
        ConformanceCase("many keys at once, in order", manyKeys),
        ConformanceCase("a part of 16 MiB comes back", largestPart),
        ConformanceCase("every version is lent in order with its own parts", everyVersion),
    ]

    private static func onlyAskedTiers(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let key = try Sample.key(patient, 1)
        let id = DepositID.random()
        let staged = try Sample.version(key, in: id, sealing: Tier.allCases)
        try await sample.write(id, [staged])
        for mask: UInt8 in 0...15 {
            let tiers = Tiers(rawValue: mask)
            let stored = try await sample.store.read(key, version: nil, tiers: tiers, in: sample.practice)
            #expect(stored?.parts == staged.newParts.filter { tiers.contains($0.tier) }, "tiers \(mask)")
            #expect(stored?.manifest == staged.manifest, "tiers \(mask)")
        }
    }

    private static func versionsAndHistory(_ sample: Sample) async throws {
        let key = ResourceKey(patient: try await sample.patient())
        var parts = [[StoredPart]]()
        for replacing: UInt32 in 1...5 {
            let id = DepositID.random()
            let version = try Sample.version(key, replacing: replacing, in: id)
            parts.append(version.newParts)
            try await sample.write(id, [version])
        }
        let pending = DepositID.random()
        try await sample.store.stage(sample.deposit(pending, [try Sample.version(key, replacing: 6, in: pending)]))
        for number: UInt32 in 2...6 {
            let stored = try await sample.store.read(key, version: number, tiers: .all, in: sample.practice)
            #expect(stored?.parts == parts[Int(number) - 2])
        }
        for number: UInt32 in [0, 7, 8, .max] {
            #expect(try await sample.store.read(key, version: number, tiers: .all, in: sample.practice) == nil)
        }
        let newest = try await sample.store.history(key, before: nil, limit: 4, tiers: [], in: sample.practice)
        #expect(newest.map(\.version) == [6, 5, 4, 3])
        let older = try await sample.store.history(key, before: 3, limit: 4, tiers: .all, in: sample.practice)
        #expect(older.map(\.version) == [2, 1])
        #expect(older.first?.parts == parts[0])
        for limit in [0, -1, StoreLimits.maximumPage + 1] {
            await expect(.invalid) {
                _ = try await sample.store.history(key, before: nil, limit: limit, tiers: .all, in: sample.practice)
            }
        }
    }

    private static func deletion(_ sample: Sample) async throws {
        let token = RowToken.random()
        let key = ResourceKey(patient: try await sample.patient(rows: [Sample.row(token)]))
        let id = DepositID.random()
        try await sample.write(id, [try Sample.deletion(key, replacing: 1)])
        let deleted = try await sample.read(key)
        #expect(deleted?.manifest.deleted == true)
        #expect(deleted?.version == 2)
        #expect(deleted?.parts == [])
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).isEmpty)
        #expect(try await sample.store.read(key, version: 1, tiers: .all, in: sample.practice)?.parts.count == 1)
        let again = DepositID.random()
        try await sample.write(again, [try Sample.version(key, replacing: 2, in: again, rows: [Sample.row(token)])])
        #expect(try await sample.read(key)?.manifest.deleted == false)
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).count == 1)
    }

    private static func manyKeys(_ sample: Sample) async throws {
        let (one, two) = (try await sample.patient(), try await sample.patient())
        let keys = [one, .random(), two, one].map { ResourceKey(patient: $0) }
        let found = try await sample.store.current(keys, tiers: .all, in: sample.practice)
        #expect(found.map { $0?.key } == [keys[0], nil, keys[2], keys[0]])
        let many = [ResourceKey](repeating: keys[0], count: StoreLimits.maximumPage + 1)
        await expect(.invalid) { _ = try await sample.store.current(many, tiers: .all, in: sample.practice) }
    }

    private static func largestPart(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let key = try Sample.key(patient, 1)
        let id = DepositID.random()
        let bytes = [UInt8](repeating: 0xA5, count: StoreLimits.maximumPart)
        let reference = PartReference(tier: .restricted, version: 1, deposit: id, epoch: 0)
        let manifest = try Manifest(base: .restricted, parts: [reference], lastUpdated: Timestamp(seconds: 1))
        let version = try StagedVersion(
            key: key, replacing: 0, manifest: manifest,
            newParts: [StoredPart(tier: .restricted, version: 1, bytes: bytes)], digest: Sample.bytes(32))
        try await sample.write(id, [version])
        #expect(try await sample.read(key)?.parts.first?.bytes == bytes)
    }

    private static func everyVersion(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        var expected = [StoredVersion]()
        for ordinal: UInt32 in 1...20 {
            let id = DepositID.random()
            let key = try Sample.key(patient, ordinal)
            let version = try Sample.version(key, in: id, sealing: [.medical, .restricted], size: 300_000)
            try await sample.write(id, [version])
            expected.append(
                StoredVersion(
                    key: key, version: 1, deposit: id, manifest: version.manifest, digest: version.digest,
                    parts: version.newParts))
        }
        let last = DepositID.random()
        let hidden = PartReference(
            tier: .restricted, version: 1, deposit: expected[0].deposit, epoch: 3)
        let update = try Sample.version(
            expected[0].key, replacing: 1, in: last, sealing: [.medical], carrying: [hidden])
        try await sample.write(last, [update])
        try await sample.store.stage(sample.deposit(.random(), new: [.random()], []))
        let lent = Lent()
        try await sample.store.forEachVersion(in: sample.practice) { await lent.append($0) }
        let versions = await lent.versions
        #expect(versions.dropFirst().prefix(20) == expected[...])
        #expect(versions.count == 22)
        #expect(versions.last?.parts == update.newParts)
        #expect(versions.last?.digest == update.digest)
    }

    /// Collects what is lent.
    private actor Lent {
        var versions: [StoredVersion] = []
        func append(_ version: StoredVersion) { versions.append(version) }
    }
}
