import Crypto
import FHIR
import JSONTree
import Store
import Vocabulary

/// An entry that was looked at: what does not change, shared by its copies.
final class ImportReading: Sendable {
    let entry: ImportEntry
    /// Which group it stands in.
    let group: Int
    /// SHA-256 of its compact bytes, hexadecimal.
    let hash: String
    /// The resource, if it is well formed.
    let draft: Draft?
    /// Whether it is a Patient.
    let isPatient: Bool
    /// The latest clinical moment that it tells.
    let clinical: Timestamp?
    /// What is wrong with it.
    let issue: RecordIssue?

    /// Hashes and checks an entry.
    init(_ entry: ImportEntry, group: Int, now: Timestamp) {
        self.entry = entry
        self.group = group
        hash = ImportReading.hexadecimal(SHA256.hash(data: entry.resource.bytes))
        clinical = ClinicalDate.latest(in: entry.resource, now: now)
        do throws(RecordError) {
            let draft = try Draft(entry.resource)
            isPatient = draft.type.name == "Patient"
            self.draft = draft
            issue = nil
        } catch {
            draft = nil
            isPatient = false
            if case .invalid(let issues) = error { issue = issues.first } else { issue = nil }
        }
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        unsafe String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
            var place = 0
            for byte in digest {
                unsafe text[place] = digit(byte >> 4)
                unsafe text[place + 1] = digit(byte & 15)
                place += 2
            }
            return place
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
