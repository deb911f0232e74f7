import Store
import Testing
import Vocabulary

extension Conformance {
    static let isolation = [
        ConformanceCase("an unknown practice is an empty one and leaves no trace", unknownPractice),
        ConformanceCase("the same ids in two practices never mix", sameIDs),
        ConformanceCase("a closed store refuses", closing),
    ]

    private static func unknownPractice(_ sample: Sample) async throws {
        let store = sample.store
        let key = ResourceKey(patient: .random())
        #expect(try await sample.read(key) == nil)
        #expect(try await store.current([key, key], tiers: .all, in: sample.practice) == [nil, nil])
        let list = try await store.list(
            .random(), types: nil, after: nil, limit: 5, tiers: .all, in: sample.practice)
        #expect(list.isEmpty)
        #expect(try await store.history(key, before: nil, limit: 5, tiers: .all, in: sample.practice).isEmpty)
        #expect(try await store.find([.random()], limit: 5, in: sample.practice).isEmpty)
        #expect(try await store.firstMatches([.random()], in: sample.practice) == [nil])
        #expect(try await store.wrappedKey(of: .random(), in: sample.practice) == nil)
        #expect(try await store.patients(after: nil, limit: 5, in: sample.practice).isEmpty)
        #expect(try await store.pending(in: sample.practice).isEmpty)
        #expect(try await store.statistics(of: sample.practice) == StoreStatistics())
        try await store.forEachVersion(in: sample.practice) { _ in Issue.record("lent a version") }
        try await store.discard(.random(), in: sample.practice)
        try await store.erase(.random(), in: sample.practice)
        #expect(try await !store.practices().contains(sample.practice))
        _ = try await sample.patient()
        #expect(try await store.practices().contains(sample.practice))
    }

    private static func sameIDs(_ sample: Sample) async throws {
        let other = Sample(sample.store)
        let (patient, token) = (PatientID.random(), RowToken.random())
        let key = ResourceKey(patient: patient)
        let (here, there) = (DepositID.random(), DepositID.random())
        let first = try Sample.version(key, in: here, rows: [Sample.row(token)])
        let second = try Sample.version(key, in: there, rows: [Sample.row(token)])
        try await sample.write(here, new: [patient], [first])
        #expect(try await other.read(key) == nil)
        await expect(.unknownDeposit) { try await sample.store.publish(here, in: other.practice) }
        try await other.write(there, new: [patient], [second])
        #expect(try await sample.read(key)?.parts == first.newParts)
        #expect(try await other.read(key)?.parts == second.newParts)
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).flatMap(\.rows) == first.rows)
        #expect(try await sample.store.find([token], limit: 5, in: other.practice).flatMap(\.rows) == second.rows)
        try await other.store.erase(patient, in: other.practice)
        #expect(try await other.read(key) == nil)
        #expect(try await sample.read(key)?.parts == first.newParts)
        #expect(try await sample.store.wrappedKey(of: patient, in: sample.practice) != nil)
    }

    private static func closing(_ sample: Sample) async throws {
        let patient = try await sample.patient()
        await sample.store.close()
        await expect(.closed) { _ = try await sample.read(ResourceKey(patient: patient)) }
        await expect(.closed) { _ = try await sample.patient() }
        await sample.store.close()
    }
}
