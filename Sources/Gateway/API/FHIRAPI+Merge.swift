import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

extension FHIRAPI {
    /// `POST /fhir/Patient/$merge` (R5, Patient, operations; docs/decisions/0017): `source-patient` and `target-patient`, which may
    /// name the version that is known, `result-patient` and `preview`. Answers `input`, `outcome` and the target as `result`.
    func merge(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let input = try call.resource(of: "Parameters")
        let parameters = try OperationParameters(input)
        try parameters.allow(["source-patient", "target-patient", "result-patient", "preview"])
        let source = try named("source-patient", parameters)
        let target = try named("target-patient", parameters)
        var merge = PatientMerge(source: source.patient, target: target.patient)
        (merge.sourceVersion, merge.targetVersion) = (source.version, target.version)
        merge.isPreview = try parameters.flag("preview")
        if let result = try parameters.resource("result-patient") {
            let place = OperationParameters.place("result-patient") + ".resource"
            guard result["resourceType"]?.string == "Patient" else { throw HTTPRefusal.element("resource-type", place) }
            guard result["id"]?.string == target.patient.description else { throw HTTPRefusal.element("id", place) }
            merge.result = result
            merge.targetVersion = target.version ?? FHIRCall.version(in: result)
        }
        let result = try await session.merge(merge)
        let code = result.isWritten ? "merged" : merge.isPreview ? "preview" : "already-merged"
        let outcome = OperationOutcome([.init(.information, "informational", detail: .init(code))])
        return Answer(
            .ok,
            [
                "resourceType": "Parameters",
                "parameter": [
                    ["name": "input", "resource": input], ["name": "outcome", "resource": outcome.json],
                    ["name": "result", "resource": result.target],
                ],
            ])
    }

    /// The patient of a reference, and the version when it names one: `Patient/P`, `Patient/P/_history/3`, also below our address.
    /// Throws 422 for none, 404 for what can be nobody's id.
    private func named(
        _ name: String, _ parameters: OperationParameters
    ) throws(HTTPRefusal) -> (patient: PatientID, version: UInt32?) {
        let place = OperationParameters.place(name)
        guard let value = try parameters.value(name, "valueReference") else { throw .element("required", place) }
        guard var reference = value["reference"]?.string else { throw .element("reference", place) }
        if reference.hasPrefix(listening.url + "/fhir/") { reference.removeFirst(listening.url.count + 6) }
        guard let local = RelatedPatients.local(reference), local.type == "Patient" else {
            throw .element("reference", place)
        }
        let segments = reference.split(separator: "/")
        let version = segments.count == 4 ? FHIRCall.version(segments[3]) : nil
        guard segments.count == 2 || version != nil else { throw .element("reference", place) }
        return (try patient(local.id), version)
    }
}
