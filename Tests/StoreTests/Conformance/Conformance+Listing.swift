import Store
import Testing
import Vocabulary

extension Conformance {
    static let listing = [
        ConformanceCase("a list is of one patient, by type and ordinal", listOrder),
        ConformanceCase("a list can be of some types", listTypes),
        ConformanceCase("pages join without gap or overlap", listPages),
        ConformanceCase("a page of large resources is short", largePages),
        ConformanceCase("a list refuses a place of another patient", listForeignPlace),
        ConformanceCase("the practice's own resources are listed by type and id", listOwn),
    ]

    /// A patient with eleven resources, one of them deleted, beside another patient and a resource about nobody.
    private static func fill(_ sample: Sample) async throws -> (patient: PatientID, keys: [ResourceKey]) {
        let (patient, other) = (try await sample.patient(), try await sample.patient())
        let id = DepositID.random()
        var keys = [ResourceKey]()
        for (ordinal, type) in zip(UInt32(1)..., ["Observation", "Condition", "Procedure", "Observation", "Condition"])
        {
            keys.append(try Sample.key(patient, ordinal, type))
            keys.append(try Sample.key(patient, ordinal + 255, type))
        }
        guard let nobody = ResourceKey(type: "Location", id: patient.description) else { throw SampleError.noKey }
        let gone = try Sample.key(patient, 700)
        let all = keys + [gone, try Sample.key(other, 1), nobody]
        try await sample.write(id, try all.map { try Sample.version($0, in: id) })
        try await sample.write(.random(), [try Sample.deletion(gone, replacing: 1)])
        let pending = DepositID.random()
        try await sample.store.stage(
            sample.deposit(pending, [try Sample.version(Sample.key(patient, 900), in: pending)]))
        keys.append(ResourceKey(patient: patient))
        return (patient, keys.sorted { ($0.type, $0.ordinal) < ($1.type, $1.ordinal) })
    }

    private static func listOrder(_ sample: Sample) async throws {
        let (patient, keys) = try await fill(sample)
        let page = try await sample.store.list(
            patient, types: nil, after: nil, limit: 100, tiers: .all, in: sample.practice)
        #expect(page.map(\.key) == keys)
        #expect(page.allSatisfy { $0.parts.count == 1 })
        let none = try await sample.store.list(
            .random(), types: nil, after: nil, limit: 100, tiers: .all, in: sample.practice)
        #expect(none.isEmpty)
    }

    private static func listTypes(_ sample: Sample) async throws {
        let (patient, keys) = try await fill(sample)
        for types in [
            ["Observation"], ["Procedure", "Condition", "Procedure"], ["Patient", "Location"], ["Basic"], [],
        ] {
            let page = try await sample.store.list(
                patient, types: types, after: nil, limit: 100, tiers: [], in: sample.practice)
            #expect(page.map(\.key) == keys.filter { types.contains($0.type) }, "\(types)")
        }
        await expect(.invalid) {
            _ = try await sample.store.list(
                patient, types: ["no type"], after: nil, limit: 1, tiers: [], in: sample.practice)
        }
    }

    private static func listPages(_ sample: Sample) async throws {
        let (patient, keys) = try await fill(sample)
        for types in [nil, ["Condition", "Observation", "Patient", "Procedure"]] {
            for limit in 1...4 {
                var seen = [ResourceKey]()
                while true {
                    let page = try await sample.store.list(
                        patient, types: types, after: seen.last, limit: limit, tiers: [], in: sample.practice)
                    #expect(page.count <= limit)
                    if page.isEmpty { break }
                    seen += page.map(\.key)
                }
                #expect(seen == keys)
            }
        }
    }

    private static func largePages(_ sample: Sample) async throws {
        let (patient, id) = (try await sample.patient(), DepositID.random())
        let keys = try (1...5).map { try Sample.key(patient, $0, $0 < 3 ? "Condition" : "Observation") }
        try await sample.write(id, try keys.map { try Sample.version($0, in: id, size: 3 << 20) })
        for types in [nil, ["Condition", "Observation"]] {
            let first = try await sample.store.list(
                patient, types: types, after: nil, limit: 100, tiers: .all, in: sample.practice)
            #expect(first.map(\.key) == Array(keys.prefix(3)))
            #expect(first.isFullPage(of: 100))
            let second = try await sample.store.list(
                patient, types: types, after: keys[2], limit: 100, tiers: .all, in: sample.practice)
            #expect(second.map(\.key).filter { $0.ordinal > 0 } == Array(keys.suffix(2)))
            #expect(!second.isFullPage(of: 100))
        }
        let bare = try await sample.store.list(
            patient, types: nil, after: nil, limit: 100, tiers: [], in: sample.practice)
        #expect(bare.map(\.key).filter { $0.ordinal > 0 } == keys)
    }

    private static func listOwn(_ sample: Sample) async throws {
        let (patient, _) = try await fill(sample)
        let id = DepositID.random()
        let mine = try ["Device", "Device", "Location", "Organization"].map { type in
            guard let key = ResourceKey(type: type, id: PatientID.random().description) else { throw SampleError.noKey }
            return key
        }
        let gone = mine[0]
        let worn = try Sample.key(patient, 800, "Device")
        try await sample.write(id, try (mine + [worn]).map { try Sample.version($0, in: id) })
        try await sample.write(.random(), [try Sample.deletion(gone, replacing: 1)])
        guard let nobody = ResourceKey(type: "Location", id: patient.description) else { throw SampleError.noKey }
        let all = (mine.dropFirst() + [nobody]).sorted { ($0.type, $0.id) < ($1.type, $1.id) }
        for types in [["Device"], ["Organization", "Location"], ["Location", "Device", "Patient", "Observation"], []] {
            let expected = all.filter { types.contains($0.type) }
            for limit in 1...5 {
                var seen = [ResourceKey]()
                while true {
                    let page = try await sample.store.listOwn(
                        types: types, after: seen.last, limit: limit, tiers: .all, in: sample.practice)
                    #expect(page.count <= limit && page.allSatisfy { $0.parts.count == 1 })
                    if page.isEmpty { break }
                    seen += page.map(\.key)
                }
                #expect(seen == expected, "\(types)")
            }
        }
        let elsewhere = try await sample.store.listOwn(
            types: ["Location"], after: nil, limit: 5, tiers: .all, in: .random())
        #expect(elsewhere.isEmpty)
        await expect(.invalid) {
            _ = try await sample.store.listOwn(types: ["Device"], after: worn, limit: 5, tiers: [], in: sample.practice)
        }
        await expect(.invalid) {
            _ = try await sample.store.listOwn(types: ["no type"], after: nil, limit: 5, tiers: [], in: sample.practice)
        }
    }

    private static func listForeignPlace(_ sample: Sample) async throws {
        let (patient, _) = try await fill(sample)
        let elsewhere = try Sample.key(.random(), 1)
        await expect(.invalid) {
            _ = try await sample.store.list(
                patient, types: nil, after: elsewhere, limit: 5, tiers: [], in: sample.practice)
        }
        for limit in [0, -5, StoreLimits.maximumPage + 1] {
            await expect(.invalid) {
                _ = try await sample.store.list(
                    patient, types: nil, after: nil, limit: limit, tiers: [], in: sample.practice)
            }
        }
    }
}
