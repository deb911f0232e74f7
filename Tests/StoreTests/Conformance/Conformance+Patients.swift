import Store
import Testing
import Vocabulary

extension Conformance {
    static let patients = [
        ConformanceCase("an ordinal is never given twice", ordinals),
        ConformanceCase("a patient's ordinals do not run out silently", ordinalLimits),
        ConformanceCase("concurrent reservations do not overlap", concurrentOrdinals),
        ConformanceCase("patients come by id, page by page", patientPages),
        ConformanceCase("erasing removes one patient and no other", erasing),
        ConformanceCase("a deposit about an erased patient shows nothing", erasedWhilePending),
    ]

    private static func ordinals(_ sample: Sample) async throws {
        let (known, new) = (try await sample.patient(), PatientID.random())
        let first = try await sample.store.reserveOrdinals([known: 3, new: 1], in: sample.practice)
        #expect(first == [known: 1, new: 1])
        #expect(try await sample.store.reserveOrdinals([known: 2], in: sample.practice) == [known: 4])
        let id = DepositID.random()
        try await sample.store.stage(sample.deposit(id, [try Sample.version(Sample.key(known, 40), in: id)]))
        try await sample.store.discard(id, in: sample.practice)
        #expect(
            try await sample.store.reserveOrdinals([known: 1, new: 1], in: sample.practice) == [known: 41, new: 2])
    }

    private static func ordinalLimits(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        for count in [0, StoreLimits.maximumOrdinals + 1] {
            await expect(.invalid) {
                _ = try await sample.store.reserveOrdinals([patient: count], in: sample.practice)
            }
        }
        let id = DepositID.random()
        try await sample.write(id, [try Sample.version(Sample.key(patient, .max - 5), in: id)])
        await expect(.invalid) { _ = try await sample.store.reserveOrdinals([patient: 9], in: sample.practice) }
        #expect(try await sample.store.reserveOrdinals([patient: 3], in: sample.practice) == [patient: .max - 4])
    }

    private static func concurrentOrdinals(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        let taken = try await withThrowingTaskGroup(of: UInt32?.self) { group in
            for _ in 0..<32 {
                group.addTask { try await sample.store.reserveOrdinals([patient: 3], in: sample.practice)[patient] }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(taken.compactMap(\.self).sorted() == (0..<32).map { 1 + 3 * $0 })
    }

    private static func patientPages(_ sample: Sample) async throws {
        var all = [PatientID]()
        for _ in 0..<7 { all.append(try await sample.patient()) }
        all.sort()
        #expect(try await sample.store.patients(after: nil, limit: 3, in: sample.practice) == Array(all[..<3]))
        #expect(try await sample.store.patients(after: all[2], limit: 9, in: sample.practice) == Array(all[3...]))
        #expect(try await sample.store.patients(after: all[6], limit: 9, in: sample.practice).isEmpty)
        await expect(.invalid) { _ = try await sample.store.patients(after: nil, limit: 0, in: sample.practice) }
    }

    private static func erasing(_ sample: Sample) async throws {
        let (shared, own) = (RowToken.random(), RowToken.random())
        let gone = try await sample.patient(rows: [Sample.row(shared), Sample.row(own)])
        let kept = try await sample.patient(rows: [Sample.row(shared)])
        guard let nobody = ResourceKey(type: "Location", id: gone.description) else { throw SampleError.noKey }
        let keys = try [Sample.key(gone, 1), Sample.key(kept, 1), nobody]
        let id = DepositID.random()
        try await sample.write(id, try keys.map { try Sample.version($0, in: id) })
        try await sample.store.erase(gone, in: sample.practice)
        try await sample.store.erase(gone, in: sample.practice)
        #expect(try await sample.read(ResourceKey(patient: gone)) == nil)
        #expect(try await sample.read(keys[0]) == nil)
        #expect(try await sample.read(keys[1]) != nil)
        #expect(try await sample.read(keys[2]) != nil)
        #expect(try await sample.store.wrappedKey(of: gone, in: sample.practice) == nil)
        #expect(try await sample.store.find([own], limit: 5, in: sample.practice).isEmpty)
        let found = try await sample.store.find([shared], limit: 5, in: sample.practice)
        #expect(found.map(\.key) == [ResourceKey(patient: kept)])
        #expect(try await sample.store.patients(after: nil, limit: 5, in: sample.practice) == [kept])
        try await sample.store.publish(id, in: sample.practice)
        let next = DepositID.random()
        try await sample.write(next, [try Sample.version(keys[1], replacing: 1, in: next)])
        #expect(try await sample.read(keys[1])?.version == 2)
    }

    private static func erasedWhilePending(_ sample: Sample) async throws {
        let (old, kept) = (try await sample.patient(), try await sample.patient())
        let (id, new) = (DepositID.random(), PatientID.random())
        let keys = try [ResourceKey(patient: new), Sample.key(old, 1), Sample.key(kept, 1)]
        try await sample.store.stage(
            sample.deposit(
                id, new: [new], try keys.map { try Sample.version($0, in: id, rows: [Sample.row(.random())]) }))
        for patient in [new, old] { try await sample.store.erase(patient, in: sample.practice) }
        try await sample.store.publish(id, in: sample.practice)
        let found = try await sample.store.current(keys, tiers: .all, in: sample.practice)
        #expect(found.map { $0?.key } == [nil, nil, keys[2]])
        #expect(try await sample.store.patients(after: nil, limit: 5, in: sample.practice) == [kept])
        #expect(try await sample.store.statistics(of: sample.practice).rows == 1)
    }
}
