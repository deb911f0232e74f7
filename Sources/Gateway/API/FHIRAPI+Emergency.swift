import BrokerAPI
import FHIR
import JSONTree
import Records

extension FHIRAPI {
    /// `POST /fhir/Patient/{id}/$emergency-opening`: `Parameters` of a coded `reason` and a fresh `assertion`.
    func emergency(_ text: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let patient = try patient(text)
        let parameters = try call.resource(of: "Parameters")
        guard let reason = FHIRAPI.value("reason", parameters, ["valueCode", "valueString"]), FHIRAPI.isCode(reason)
        else { throw HTTPRefusal.element("required", "Parameters.parameter.where(name='reason').value") }
        let signIn = try fresh(parameters)
        try await session.emergency(patient: patient, reason: reason, assertion: signIn)
        let issue = OperationOutcome.Issue(.information, "informational", detail: .init("emergency-opened"))
        return Answer(.ok, OperationOutcome([issue]).json)
    }

    /// The fresh factor: an `assertion`, or as `fresh` the JSON text of what `/signin/session` takes, with the client's `key`.
    private func fresh(_ parameters: JSONValue) throws -> SignIn {
        let audience = listening.url + "/oauth/token"
        if let text = FHIRAPI.value("fresh", parameters, ["valueString"]) {
            let body = try SignInBody(Array(text.utf8), SignInBody.evidence.union(["key"]))
            return SignIn(try body.evidence(), audience: audience, key: try body.key().text)
        }
        guard let assertion = FHIRAPI.value("assertion", parameters, ["valueString"]), assertion.utf8.count <= 4_096
        else { throw HTTPRefusal.element("required", "Parameters.parameter.where(name='assertion').value") }
        return SignIn(assertion: assertion, audience: audience)
    }

    /// The value of a parameter: a code or string, or the first code of a coding or concept.
    private static func value(_ name: String, _ parameters: JSONValue, _ keys: [String]) -> String? {
        let found = (parameters["parameter"]?.array ?? []).filter { $0["name"]?.string == name }
        guard found.count == 1, let parameter = found.first else { return nil }
        let plain = keys.lazy.compactMap { parameter[$0]?.string }.first
        let concept = parameter["valueCodeableConcept"]?["coding"]?.array?.first ?? parameter["valueCoding"]
        return plain ?? concept?["code"]?.string
    }

    /// At most 32 letters, digits or hyphens.
    private static func isCode(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-")
            }
    }
}
