import FHIR
import JSONTree
import Vocabulary

/// A resource that was sent to be stored and is well formed.
struct Draft: Sendable {
    /// Its type.
    let type: ResourceType
    /// As sent, without labels of ours.
    let resource: JSONValue

    /// Types that are made of the logs and written by nobody.
    private static let ours: Set = ["AuditEvent", "Provenance"]

    /// Checks the structure. Throws `invalid` with all that is wrong; what is merely doubtful is kept.
    init(_ resource: JSONValue) throws(RecordError) {
        let issues = StructureCheck.issues(resource).filter { $0.severity == .error }
        guard issues.isEmpty else { throw .invalid(issues.map { RecordIssue($0) }) }
        guard let type = resource["resourceType"]?.string.flatMap({ ResourceType($0) }) else {
            throw .invalid([RecordIssue("unknownType")])
        }
        guard !Draft.ours.contains(type.name) else { throw .invalid([.readOnlyType]) }
        self.type = type
        self.resource = Masking.unlabel(resource)
    }
}
