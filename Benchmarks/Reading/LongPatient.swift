import FHIR
import JSONTree
import Records
import Vocabulary

/// A patient of 1,500 resources: twenty years of measurements, each with a sentence.
struct LongPatient: Sendable {
    private static let count = 1_500
    private static let codes = ["2339-0", "8480-6", "8462-4", "29463-7", "4548-4"]

    let patient: PatientID

    /// `$everything`, a page of 200.
    var everything: String { "/fhir/Patient/\(patient)/$everything?_count=200" }

    private var parameters: [(name: String, value: String)] {
        [
            ("patient", patient.description), ("code", "http://loinc.org|4548-4"), ("date", "ge2020-01-01"),
            ("date", "lt2021-01-01"),
        ]
    }

    /// A search among all of them, for one code in one year.
    var search: String {
        "/fhir/Observation?"
            + parameters.map { "\($0.name)=\($0.value.replacing("|", with: "%7C"))" }.joined(separator: "&")
    }

    /// What `everything` answers.
    func everything(_ session: RecordSession) async throws -> [Record] {
        try await session.everything(patient: patient, count: 200).records
    }

    /// What `search` answers.
    func search(_ session: RecordSession) async throws -> [Record] {
        guard let type = ResourceType("Observation") else { throw BenchmarkError.unexpected("Observation") }
        let query = try ClinicalQuery(type, parameters, now: session.now)
        return try await session.search(patient: patient, query, digest: []).matches
    }

    /// The Patient first.
    static func entries() throws -> [ImportEntry] {
        let patient = try JSONValue(
            parsing:
                #"{"resourceType":"Patient","name":[{"family":"Exemple","given":["Longue"]}],"birthDate":"1950-01-02"}"#
                .utf8)
        return [ImportEntry(fullURL: "urn:uuid:p", resource: patient)]
            + (try (1..<count).map { ImportEntry(fullURL: "urn:uuid:\($0)", resource: try observation($0)) })
    }

    private static func observation(_ index: Int) throws -> JSONValue {
        let code = codes[index % codes.count]
        let day = "\(2005 + index / 75)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)-\(10 + index % 18)"
        return try JSONValue(
            parsing: """
                {"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:p"},
                "code":{"coding":[{"system":"http://loinc.org","code":"\(code)"}]},
                "effectiveDateTime":"\(day)","valueQuantity":{"value":\(index % 90).5,"unit":"1"},
                "note":[{"text":"à jeun, numéro \(index)"}]}
                """.utf8)
    }
}
