import FHIR
import HTTPTypes
import JSONTree

extension FHIRAPI {
    /// `POST /fhir/{type}/$validate` (R4, "validate"): all that is wrong with a resource, which is not stored. The body is the
    /// resource, or `Parameters` with it. 200 whatever is found; issues name elements, never values.
    func validate(_ type: String, _ body: JSONValue) -> Answer {
        let resource = body["resourceType"]?.string == "Parameters" ? FHIRAPI.resource(in: body) : body
        guard let resource else {
            return HTTPRefusal.element("required", "Parameters.parameter.where(name='resource').resource").answer
        }
        var outcome = OperationOutcome(structure: StructureCheck.issues(resource))
        if resource["resourceType"]?.string != type {
            outcome.issues.append(
                OperationOutcome.Issue(.error, "invalid", detail: .init("resource-type"), expressions: ["resourceType"])
            )
        }
        if outcome.issues.isEmpty {
            outcome.issues.append(OperationOutcome.Issue(.information, "informational", detail: .init("valid")))
        }
        return Answer(.ok, outcome.json)
    }

    private static func resource(in parameters: JSONValue) -> JSONValue? {
        let found = (parameters["parameter"]?.array ?? []).filter { $0["name"]?.string == "resource" }
        return found.count == 1 ? found.first?["resource"] : nil
    }
}
