import FHIR

/// What is wrong with a resource, and where; never a value.
public struct RecordIssue: Error, Hashable, Sendable, CustomStringConvertible {
    /// A word: `unknownElement`, `no-patient` …
    public let code: String
    /// The element as FHIRPath writes it; empty for the whole.
    public let location: String

    /// Names what is wrong.
    public init(_ code: String, _ location: String = "") {
        self.code = code
        self.location = location
    }

    init(_ issue: StructureIssue) { self.init(issue.code.rawValue, issue.location) }

    init(_ error: SplitError) { self.init(error.code.rawValue, error.location) }

    /// Code and place.
    public var description: String { location.isEmpty ? code : "\(code) at \(location)" }

    /// It is about no patient, and its type must be about one.
    static let noPatient = RecordIssue("no-patient")
    /// It is about a patient whom the practice does not hold.
    static let unknownPatient = RecordIssue("unknown-patient")
    /// It is about more than one patient.
    static let severalPatients = RecordIssue("several-patients")
    /// An update moves it to another patient, or to none.
    static let otherPatient = RecordIssue("patient-changed")
    /// Its type or id is not the one that the request names.
    static let otherResource = RecordIssue("not-the-resource-named")
    /// An update of a document brings no content.
    static let contentDropped = RecordIssue("content-dropped", "Binary.data")
    /// Its type is made of the logs (AuditEvent, Provenance) and written by nobody.
    static let readOnlyType = RecordIssue("read-only-type", "resourceType")
    /// It stands twice in one transaction.
    static let twice = RecordIssue("resource-twice")
    /// The writer's role may not write a tier that it has.
    static let tier = RecordIssue("tier-not-writable")
    /// Deleting it would drop elements that the writer may not see.
    static let hiddenDropped = RecordIssue("hidden-element-dropped")
}
