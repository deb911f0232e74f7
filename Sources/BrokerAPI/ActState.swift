import Vocabulary

/// An act of two people that waits for the second, as the ledger tells it.
package struct ActState: Sendable, Codable, Equatable {
    /// Which act.
    package let word: String
    /// In whose chain it stands.
    package let practice: PracticeID?
    /// SHA-256 of its content.
    package let digest: [UInt8]
    /// Who asked.
    package let person: String
    package let until: Timestamp
    /// Days that an act waits.
    package static let days: Int64 = 7
    /// What one person may have done, who is named in the ledger all the same.
    package static let ofOne = ["thaw", "grant"]

    /// As `request` says it, in a practice's chain or the installation's.
    package init(_ body: RequestEntry, in practice: PracticeID?, at now: Timestamp) {
        (word, digest, person) = (body.act, body.digest, body.person)
        self.practice = practice
        until = now.adding(days: ActState.days)
    }
}
