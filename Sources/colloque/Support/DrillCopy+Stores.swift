import Drill
import Ledger
import Store
import Synchronization
import Vocabulary

extension DrillCopy {
    func patients(of practice: PracticeID) async throws -> [PatientID] {
        try await withStore { store in
            var found: [PatientID] = []
            while true {
                let page = try await store.patients(after: found.last, limit: 1_000, in: practice)
                guard !page.isEmpty else { return found }
                found += page
            }
        }
    }

    func sealedParts(of practice: PracticeID) async throws -> [[UInt8]] {
        let parts = Mutex<[[UInt8]]>([])
        try await withStore { store in
            try await store.forEachVersion(in: practice) { version in
                parts.withLock { $0 += version.parts.map(\.bytes) }
            }
        }
        return parts.withLock { $0 }
    }

    func recordProblems() async throws -> [String] {
        try await RecordVerification(directory, try NoteVerifier(vkey: directory.verificationKey())).problems()
    }

    private func withStore<R>(_ body: (SQLiteRecordStore) async throws -> R) async throws -> R {
        let store = try SQLiteRecordStore(directory: directory.records)
        do {
            let result = try await body(store)
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }
}
