import FHIR

extension ExportWriter {
    /// The types of which there are resources about no patient.
    static let ownTypes = ResourceType.all.filter(\.mayBePatientless).map(\.name)
}
