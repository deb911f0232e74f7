import Crypto
import FHIR
import JSONTree
import Store
import Vocabulary

/// An entry that was looked at, and what was found out about it so far.
struct ImportItem: Sendable {
    let entry: ImportEntry
    /// Which group it stands in.
    let group: Int
    /// SHA-256 of its compact bytes, hexadecimal.
    let hash: String
    /// The resource, if it is well formed.
    let draft: Draft?
    /// The latest clinical moment that it tells.
    let clinical: Timestamp?
    /// What became of it.
    var outcome: ImportOutcome?
    /// An earlier entry with the same bytes.
    var twin: Int?
    /// Its key here, once it has one.
    var key: ResourceKey?
    /// Whose it is.
    var owner: PatientID?

    /// Hashes and checks an entry.
    init(_ entry: ImportEntry, group: Int, now: Timestamp) {
        self.entry = entry
        self.group = group
        hash = ImportItem.hexadecimal(SHA256.hash(data: entry.resource.bytes))
        clinical = ClinicalDate.latest(in: entry.resource, now: now)
        do throws(RecordError) {
            draft = try Draft(entry.resource)
        } catch {
            draft = nil
            guard case .invalid(let issues) = error, let first = issues.first else { return }
            outcome = .refused(first)
        }
    }

    /// Whether it waits for an id.
    var isOpen: Bool { outcome == nil && twin == nil && key == nil }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
