import FHIR

/// A record that a search looks at.
struct SearchedRecord: Sendable {
    let opened: OpenedRecord
    let clinical: ClinicalRecord

    /// Nil when nothing of it is shown.
    init?(_ opened: OpenedRecord) {
        guard let resource = opened.record.resource,
            let clinical = ClinicalRecord(
                id: opened.record.id, lastUpdated: opened.record.lastUpdated, resource: resource)
        else { return nil }
        self.opened = opened
        self.clinical = clinical
    }
}
