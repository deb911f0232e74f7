import Store
import Vocabulary

/// An entry of an import, and what was found out about it so far.
struct ImportItem: Sendable {
    let reading: ImportReading
    /// What became of it.
    var outcome: ImportOutcome?
    /// An earlier entry with the same bytes.
    var twin: Int?
    /// Its key here, once it has one.
    var key: ResourceKey?
    /// The key as references write it.
    var reference = ""
    /// Whose it is.
    var owner: PatientID?

    /// Begins with what was read.
    init(_ reading: ImportReading) {
        self.reading = reading
        outcome = reading.issue.map(ImportOutcome.refused)
    }

    /// Whether it waits for an id.
    var isOpen: Bool { outcome == nil && twin == nil && key == nil }
}
