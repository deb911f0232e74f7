import JSONTree

/// Two records of one person after they were merged (docs/decisions/0017): the one is out of use and says by which it was replaced,
/// the other says which it replaces. Nothing else of either changes.
public struct MergedPatients: Sendable, Equatable {
    /// Why two patients cannot be merged.
    public enum Fault: String, Error, Sendable {
        /// They are one record.
        case samePatient = "same-patient"
        /// The source was replaced by another patient.
        case sourceReplaced = "source-already-replaced"
        /// The target was itself replaced.
        case targetReplaced = "target-replaced"
    }

    /// The source: not active, `replaced-by` the target.
    public let source: JSONValue
    /// The target: `replaces` the source.
    public let target: JSONValue

    /// Merges two Patients that have their ids.
    ///
    /// - Parameter result: what the target is to be, instead of what it is; the link is added.
    public init(source: JSONValue, target: JSONValue, result: JSONValue? = nil) throws(Fault) {
        guard let sourceID = source["id"]?.string, let targetID = target["id"]?.string, sourceID != targetID else {
            throw .samePatient
        }
        guard RelatedPatients.ids(.replacedBy, of: source).allSatisfy({ $0 == targetID }) else { throw .sourceReplaced }
        guard RelatedPatients.ids(.replacedBy, of: target).isEmpty,
            result.map({ RelatedPatients.ids(.replacedBy, of: $0).isEmpty }) ?? true
        else { throw .targetReplaced }
        var object = source.object ?? JSONObject()
        object["active"] = false
        self.source = RelatedPatients.linked(.object(object), .replacedBy, to: targetID)
        self.target = RelatedPatients.linked(result ?? target, .replaces, to: sourceID)
    }
}
