import Store
import Testing
import Vocabulary

extension Conformance {
    static let conflicts = [
        ConformanceCase("a version replaces only the visible one", expectedVersion),
        ConformanceCase("a pending version holds its number", pendingHoldsNumber),
        ConformanceCase("a conflict writes nothing", conflictWritesNothing),
        ConformanceCase("a deposit is staged once, a patient begins once", onlyOnce),
        ConformanceCase("every resource has a patient whom the practice holds", unknownPatient),
        ConformanceCase("a carried part is the visible version's", carriedParts),
        ConformanceCase("of 32 writers one wins each version", concurrentWriters),
    ]

    private static func expectedVersion(_ sample: Sample) async throws {
        let key = ResourceKey(patient: try await sample.patient())
        for replacing: UInt32 in [0, 2, 7] {
            let id = DepositID.random()
            let deposit = try sample.deposit(id, [try Sample.version(key, replacing: replacing, in: id)])
            await expect(.conflict, key) { try await sample.store.stage(deposit) }
        }
        let other = try Sample.key(key.patient ?? .random(), 9)
        let id = DepositID.random()
        let deposit = try sample.deposit(id, [try Sample.version(other, replacing: 1, in: id)])
        await expect(.conflict, other) { try await sample.store.stage(deposit) }
    }

    private static func pendingHoldsNumber(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        for (key, replacing) in [(ResourceKey(patient: patient), 1 as UInt32), (try Sample.key(patient, 4), 0)] {
            let (first, second) = (DepositID.random(), DepositID.random())
            try await sample.store.stage(
                sample.deposit(first, [try Sample.version(key, replacing: replacing, in: first)]))
            let late = try sample.deposit(second, [try Sample.version(key, replacing: replacing, in: second)])
            await expect(.conflict, key) { try await sample.store.stage(late) }
            try await sample.store.discard(first, in: sample.practice)
            try await sample.store.stage(late)
        }
    }

    private static func conflictWritesNothing(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let before = try await sample.store.statistics(of: sample.practice)
        let (id, stranger) = (DepositID.random(), PatientID.random())
        let fresh = try Sample.key(patient, 1)
        let deposit = try sample.deposit(
            id, new: [stranger],
            [try Sample.version(fresh, in: id), try Sample.version(ResourceKey(patient: patient), in: id)])
        await expect(.conflict) { try await sample.store.stage(deposit) }
        let after = try await sample.store.statistics(of: sample.practice)
        #expect((after.pending, after.versions) == (before.pending, before.versions))
        try await sample.write(id, new: [stranger], [try Sample.version(fresh, in: id)])
        #expect(try await sample.read(fresh)?.deposit == id)
    }

    private static func onlyOnce(_ sample: Sample) async throws {
        let (id, patient) = (DepositID.random(), PatientID.random())
        let deposit = try sample.deposit(id, new: [patient], [])
        try await sample.store.stage(deposit)
        await expect(.conflict) { try await sample.store.stage(deposit) }
        await expect(.conflict, ResourceKey(patient: patient)) {
            try await sample.store.stage(sample.deposit(.random(), new: [patient], []))
        }
        try await sample.store.publish(id, in: sample.practice)
        await expect(.conflict) { try await sample.store.stage(deposit) }
    }

    private static func unknownPatient(_ sample: Sample) async throws {
        let id = DepositID.random()
        for key in [ResourceKey(patient: .random()), try Sample.key(.random(), 1)] {
            let deposit = try sample.deposit(id, [try Sample.version(key, in: id)])
            await expect(.unknownPatient, key) { try await sample.store.stage(deposit) }
        }
        let (other, pending) = (DepositID.random(), PatientID.random())
        try await sample.store.stage(sample.deposit(other, new: [pending], []))
        let early = try sample.deposit(id, [try Sample.version(Sample.key(pending, 1), in: id)])
        await expect(.unknownPatient) { try await sample.store.stage(early) }
        try await sample.store.publish(other, in: sample.practice)
        try await sample.store.stage(early)
    }

    private static func carriedParts(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let key = try Sample.key(patient, 1)
        let first = DepositID.random()
        let original = try Sample.version(key, in: first, sealing: [.medical, .restricted])
        try await sample.write(first, [original])
        let hidden = PartReference(tier: .restricted, version: 1, deposit: first, epoch: 3)
        let wrong = [
            PartReference(tier: .restricted, version: 1, deposit: first, epoch: 4),
            PartReference(tier: .restricted, version: 1, deposit: .random(), epoch: 3),
            PartReference(tier: .contact, version: 1, deposit: first, epoch: 3),
        ]
        for reference in wrong {
            let id = DepositID.random()
            let version = try Sample.version(
                key, replacing: 1, in: id, sealing: [.medical], carrying: [reference])
            await expect(.invalid, key) { try await sample.store.stage(sample.deposit(id, [version])) }
        }
        for replacing: UInt32 in 1...3 {
            let id = DepositID.random()
            let version = try Sample.version(
                key, replacing: replacing, in: id, sealing: [.medical], carrying: [hidden])
            try await sample.write(id, [version])
            let stored = try await sample.read(key)
            #expect(stored?.part(of: .restricted) == original.newParts.last)
            #expect(stored?.part(of: .medical) == version.newParts.first)
        }
    }

    private static func concurrentWriters(_ sample: Sample) async throws {
        let key = ResourceKey(patient: try await sample.patient())
        for replacing: UInt32 in 1...3 {
            let wins = await withTaskGroup(of: DepositID?.self) { group in
                for _ in 0..<32 { group.addTask { await compete(sample, key, replacing) } }
                return await group.reduce(into: [DepositID]()) { if let win = $1 { $0.append(win) } }
            }
            #expect(wins.count == 1)
            let current = try await sample.read(key)
            #expect(current?.version == replacing + 1)
            #expect(current?.deposit == wins.first)
        }
    }

    /// Tries to write the next version; the deposit if it could.
    private static func compete(_ sample: Sample, _ key: ResourceKey, _ replacing: UInt32) async -> DepositID? {
        let id = DepositID.random()
        do {
            try await sample.write(id, [try Sample.version(key, replacing: replacing, in: id)])
            return id
        } catch let error as StoreError {
            #expect(error.code == .conflict)
        } catch {
            Issue.record("threw another type of error")
        }
        return nil
    }
}
