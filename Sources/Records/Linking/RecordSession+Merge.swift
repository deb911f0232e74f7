import FHIR
import JSONTree
import Vocabulary

extension RecordSession {
    /// Merges two records of one person: the source is out of use and `replaced-by` the target, which `replaces` it; both versions
    /// are written at once or not at all. No other resource is touched: each patient has keys of its own. Merging once more
    /// writes nothing; an update of each undoes it.
    ///
    /// Both patients are read as ``read(_:_:version:)`` reads them, opened and counted.
    ///
    /// - Throws: `notFound` when either is none of the practice's, `gone`, `preconditionFailed` for another version than the current
    ///   one, `refused` when a limit withholds a part of one, `invalid` where the links forbid it, and as
    ///   ``update(_:_:_:ifMatch:)``.
    public func merge(_ merge: PatientMerge) async throws(RecordError) -> MergeResult {
        let source = try await whole(merge.source, merge.sourceVersion)
        let target = try await whole(merge.target, merge.targetVersion)
        let merged: MergedPatients
        do throws(MergedPatients.Fault) {
            let result = merge.result.map { $0.placed(over: target.resource) }
            merged = try MergedPatients(source: source.resource, target: target.resource, result: result)
        } catch { throw .invalid([RecordIssue(error.rawValue, "Parameters.parameter")]) }
        let changes = [(source, merged.source), (target, merged.target)].filter { $0.0.resource != $0.1 }
        guard !merge.isPreview, !changes.isEmpty else { return MergeResult(target: merged.target, isWritten: false) }
        let records = try await transaction(
            changes.map { old, new in
                .update(type: "Patient", id: old.record.id, resource: new, ifMatch: old.record.version)
            })
        let written = records.first { $0.id == target.record.id }?.resource
        return MergeResult(target: written ?? merged.target, isWritten: true)
    }

    /// A patient of whom no limit withholds anything: what is missing would be lost by writing it back.
    private func whole(
        _ patient: PatientID, _ version: UInt32?
    ) async throws(RecordError) -> (record: Record, resource: JSONValue) {
        let record = try await read("Patient", patient.description)
        if let reason = record.withheld.values.first { throw .refused(reason, retryAfter: 0) }
        guard version ?? record.version == record.version else { throw .preconditionFailed }
        guard let resource = record.resource else { throw .damaged }
        return (record, resource)
    }
}

extension JSONValue {
    /// What somebody wants a resource to be, with the fields that are ours as the resource has them.
    fileprivate func placed(over resource: JSONValue) -> JSONValue {
        guard let id = resource["id"]?.string, let version = resource["meta"]?["versionId"]?.string,
            let moment = resource["meta"]?["lastUpdated"]?.string
        else { return self }
        return ServerFields.stamped(self, id: id, versionId: version, lastUpdated: moment)
    }
}
