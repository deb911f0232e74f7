import Store
import Testing
import Vocabulary

extension Conformance {
    static let deposits = [
        ConformanceCase("a staged deposit is pending and invisible", stagedIsInvisible),
        ConformanceCase("publishing shows all of it and is idempotent", publishing),
        ConformanceCase("discarding removes it and nothing else", discarding),
        ConformanceCase("an unknown deposit cannot be published", unknownDeposit),
        ConformanceCase("pending deposits come in order", pendingOrder),
    ]

    private static func stagedIsInvisible(_ sample: Sample) async throws {
        let (id, patient, token) = (DepositID.random(), PatientID.random(), RowToken.random())
        let key = ResourceKey(patient: patient)
        let version = try Sample.version(key, in: id, rows: [Sample.row(token)])
        try await sample.store.stage(sample.deposit(id, new: [patient], [version]))
        #expect(try await sample.store.pending(in: sample.practice) == [id])
        #expect(try await sample.read(key) == nil)
        #expect(try await sample.store.read(key, version: 1, tiers: .all, in: sample.practice) == nil)
        let history = try await sample.store.history(key, before: nil, limit: 5, tiers: .all, in: sample.practice)
        #expect(history.isEmpty)
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).isEmpty)
        #expect(try await sample.store.firstMatches([token], in: sample.practice) == [nil])
        #expect(try await sample.store.wrappedKey(of: patient, in: sample.practice) == nil)
        #expect(try await sample.store.patients(after: nil, limit: 5, in: sample.practice).isEmpty)
        let statistics = try await sample.store.statistics(of: sample.practice)
        #expect((statistics.patients, statistics.resources, statistics.versions) == (0, 0, 0))
        #expect((statistics.rows, statistics.pending) == (0, 1))
    }

    private static func publishing(_ sample: Sample) async throws {
        let (id, patient, token) = (DepositID.random(), PatientID.random(), RowToken.random())
        let versions = try [
            Sample.version(
                ResourceKey(patient: patient), in: id, sealing: [.identity, .contact], rows: [Sample.row(token)]),
            Sample.version(Sample.key(patient, 1), in: id, sealing: [.medical, .restricted]),
        ]
        try await sample.write(id, new: [patient], versions)
        try await sample.store.publish(id, in: sample.practice)
        for staged in versions {
            let stored = try await sample.read(staged.key)
            #expect(stored?.manifest == staged.manifest)
            #expect(stored?.parts == staged.newParts)
            #expect(stored?.digest == staged.digest)
            #expect(stored?.deposit == id)
            #expect(stored?.version == 1)
        }
        #expect(try await sample.store.pending(in: sample.practice).isEmpty)
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).map(\.key) == [versions[0].key])
        #expect(try await sample.store.wrappedKey(of: patient, in: sample.practice) == patient.bytes + [1])
        let statistics = try await sample.store.statistics(of: sample.practice)
        #expect((statistics.patients, statistics.resources, statistics.versions) == (1, 2, 2))
        #expect((statistics.rows, statistics.pending) == (1, 0))
    }

    private static func discarding(_ sample: Sample) async throws {
        let token = RowToken.random()
        let patient = try await sample.patient(rows: [Sample.row(token)])
        let key = ResourceKey(patient: patient)
        let before = try await sample.read(key)
        let (id, stranger) = (DepositID.random(), PatientID.random())
        let versions = try [
            Sample.version(key, replacing: 1, in: id, rows: [Sample.row(.random())], replacesRowsOf: .all),
            Sample.version(Sample.key(patient, 1), in: id),
            Sample.version(ResourceKey(patient: stranger), in: id),
        ]
        let deposit = try sample.deposit(id, new: [stranger], versions)
        try await sample.store.stage(deposit)
        try await sample.store.discard(id, in: sample.practice)
        try await sample.store.discard(id, in: sample.practice)
        #expect(try await sample.read(key) == before)
        #expect(try await sample.store.find([token], limit: 5, in: sample.practice).count == 1)
        #expect(try await sample.store.pending(in: sample.practice).isEmpty)
        await expect(.unknownDeposit) { try await sample.store.publish(id, in: sample.practice) }
        try await sample.store.stage(deposit)
        try await sample.store.publish(id, in: sample.practice)
        #expect(try await sample.read(key)?.version == 2)
        await expect(.published) { try await sample.store.discard(id, in: sample.practice) }
        #expect(try await sample.read(key)?.version == 2)
    }

    private static func unknownDeposit(_ sample: Sample) async throws {
        await expect(.unknownDeposit) { try await sample.store.publish(.random(), in: sample.practice) }
        _ = try await sample.patient()
        await expect(.unknownDeposit) { try await sample.store.publish(.random(), in: sample.practice) }
        try await sample.store.discard(.random(), in: sample.practice)
    }

    private static func pendingOrder(_ sample: Sample) async throws {
        let ids = (0..<5).map { _ in DepositID.random() }
        for id in ids { try await sample.store.stage(sample.deposit(id, new: [.random()], [])) }
        #expect(try await sample.store.pending(in: sample.practice) == ids)
        try await sample.store.publish(ids[2], in: sample.practice)
        try await sample.store.discard(ids[0], in: sample.practice)
        #expect(try await sample.store.pending(in: sample.practice) == [ids[1], ids[3], ids[4]])
    }
}
