import Foundation
import Ledger
import SealedParts
import Store
import Synchronization
import Vocabulary

/// Compares the stores with the ledger: every version that was entered as stored must be there as it was, and nothing else.
///
/// What stood in a deposit is proved by its digest alone, so no key is needed.
struct RecordVerification {
    /// A deposit as the ledger tells it.
    private struct Entered {
        var practice: PracticeID
        var digest: [UInt8]
        var count: Int64
        var subject: SubjectID?
    }

    private let directory: DataDirectory
    private let verifier: NoteVerifier

    init(_ directory: DataDirectory, _ verifier: NoteVerifier) {
        self.directory = directory
        self.verifier = verifier
    }

    /// One line a problem: which practice and deposit, never a value.
    func problems() async throws -> [String] {
        let entered = try read()
        let store = try SQLiteRecordStore(directory: directory.records)
        var problems: [String] = []
        for practice in try await store.practices() {
            problems += try await check(practice, entered.stored, entered.erasures[practice] ?? 0, store)
        }
        let present = Set(try await store.practices())
        for practice in Set(entered.stored.values.map(\.practice)).subtracting(present).sorted() {
            problems.append("records \(practice): the store is missing")
        }
        await store.close()
        return problems
    }

    private func read() throws -> (stored: [DepositID: Entered], erasures: [PracticeID: Int]) {
        var stored: [DepositID: Entered] = [:]
        var subjects: [DepositID: SubjectID] = [:]
        var erasures: [PracticeID: Int] = [:]
        var reader = try LedgerReader(directory: directory.ledger, verifier: verifier)
        try reader.forEach(from: 0, to: reader.size) { _, bytes in
            let entry = try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) })
            guard let practice = entry.link?.practice else { return }
            switch entry.event {
            case .deposit(let body): subjects[body.deposit] = body.subject
            case .stored(let body):
                stored[body.deposit] = Entered(
                    practice: practice, digest: body.digest, count: body.count, subject: subjects[body.deposit])
            case .erase: erasures[practice, default: 0] += 1
            default: break
            }
        }
        return (stored, erasures)
    }

    private func check(
        _ practice: PracticeID, _ entered: [DepositID: Entered], _ erasures: Int, _ store: SQLiteRecordStore
    ) async throws -> [String] {
        let found = Mutex<[DepositID: [DepositDigest]]>([:])
        let problems = Mutex<[String]>([])
        try await store.forEachVersion(in: practice) { version in
            guard let digest = try? version.recomputedDigest(), digest.bytes == version.digest,
                try await version.hasItsContent(in: store, practice)
            else {
                problems.withLock {
                    $0.append("records \(practice): \(version.key) version \(version.version) was altered")
                }
                return
            }
            found.withLock { $0[version.deposit, default: []].append(digest) }
        }
        var lines = problems.withLock { $0 }
        let present = found.withLock { $0 }
        for (deposit, digests) in present {
            guard let entry = entered[deposit], entry.practice == practice else {
                lines.append("records \(practice): deposit \(deposit) was never entered as stored")
                continue
            }
            lines += mismatch(practice, deposit, entry, digests, erasures)
        }
        for (deposit, entry) in entered where entry.practice == practice && present[deposit] == nil && erasures == 0 {
            lines.append("records \(practice): deposit \(deposit) is missing")
        }
        return lines.sorted()
    }

    private func mismatch(
        _ practice: PracticeID, _ deposit: DepositID, _ entry: Entered, _ digests: [DepositDigest], _ erasures: Int
    ) -> [String] {
        let root = digests.count == 1 && entry.count == 1 ? digests[0] : DepositDigest.merkleRoot(digests)
        guard root.bytes != entry.digest else { return [] }
        if erasures > 0, Int64(digests.count) < entry.count { return [] }
        return ["records \(practice): deposit \(deposit) is not what was entered"]
    }
}
