import Foundation
import Store
import Testing
import Vocabulary

/// What a crash leaves is the file and the journal up to some byte. Each such prefix is opened, and every deposit
/// must be wholly absent, wholly pending or wholly visible, in the order of writing.
@Suite("Crashes") struct CrashTests {
    private struct Written {
        let deposit: DepositID
        let patient: PatientID
        let versions: [StagedVersion]
    }

    private static let count = 8

    @Test func everyPrefixOfTheJournalIsWhole() async throws {
        try await withSQLiteStore { store, directory in
            let sample = Sample(store)
            var written = [Written]()
            for _ in 0..<CrashTests.count { written.append(try await CrashTests.write(sample)) }
            let file = "\(directory)/\(sample.practice).sqlite"
            let database = try Data(contentsOf: URL(fileURLWithPath: file))
            let journal = try Data(contentsOf: URL(fileURLWithPath: file + "-wal"))
            #expect(journal.count > 200_000)
            var seen = Set<Int>()
            for step in 0...60 {
                let end = step == 60 ? journal.count : Int.random(in: 0...journal.count)
                var prefix = journal.prefix(end)
                if step % 3 == 0, step < 60, end > 4200 { prefix[end - Int.random(in: 1...4000)] ^= 0x10 }
                let states = try await withTemporaryDirectory { copy in
                    let path = "\(copy)/\(sample.practice).sqlite"
                    try database.write(to: URL(fileURLWithPath: path))
                    try prefix.write(to: URL(fileURLWithPath: path + "-wal"))
                    return try await CrashTests.states(of: written, in: sample.practice, at: copy)
                }
                #expect(states == states.sorted(by: >), "journal cut at \(end)")
                #expect(states.filter { $0 == 1 }.count <= 1, "journal cut at \(end)")
                if step == 60 { #expect(states.allSatisfy { $0 == 2 }) }
                seen.formUnion(states)
            }
            #expect(seen == [0, 1, 2])
        }
    }

    /// A patient with three resources, staged and then published.
    private static func write(_ sample: Sample) async throws -> Written {
        let (id, patient) = (DepositID.random(), PatientID.random())
        let keys = [ResourceKey(patient: patient), try Sample.key(patient, 1), try Sample.key(patient, 2)]
        let versions = try keys.map {
            try Sample.version($0, in: id, sealing: Tier.allCases, rows: [Sample.row(.random())], size: 700)
        }
        try await sample.write(id, new: [patient], versions)
        return Written(deposit: id, patient: patient, versions: versions)
    }

    /// 0 absent, 1 pending, 2 visible, for each deposit.
    private static func states(
        of written: [Written], in practice: PracticeID, at directory: String
    ) async throws -> [Int] {
        let store = try SQLiteRecordStore(directory: directory)
        let pending = try await store.pending(in: practice)
        var states = [Int]()
        for deposit in written {
            let keys = deposit.versions.map(\.key)
            let stored = try await store.current(keys, tiers: .all, in: practice).compactMap(\.self)
            let rows = try await store.firstMatches(deposit.versions.flatMap { $0.rows.map(\.token) }, in: practice)
            let hasKey = try await store.wrappedKey(of: deposit.patient, in: practice) != nil
            #expect(stored.isEmpty || stored.map(\.parts) == deposit.versions.map(\.newParts))
            #expect(rows.compactMap(\.self).count == stored.count)
            #expect(hasKey == !stored.isEmpty)
            #expect(!pending.contains(deposit.deposit) || stored.isEmpty)
            states.append(stored.isEmpty ? pending.contains(deposit.deposit) ? 1 : 0 : 2)
        }
        if let one = pending.first { try await settle(one, written, store, practice) }
        await store.close()
        return states
    }

    /// What was pending can still be published, with all that belongs to it.
    private static func settle(
        _ pending: DepositID, _ written: [Written], _ store: SQLiteRecordStore, _ practice: PracticeID
    ) async throws {
        try await store.publish(pending, in: practice)
        let deposit = try #require(written.first { $0.deposit == pending })
        let stored = try await store.current(deposit.versions.map(\.key), tiers: .all, in: practice)
        #expect(stored.map { $0?.parts } == deposit.versions.map(\.newParts))
    }
}
