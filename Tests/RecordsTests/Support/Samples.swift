import JSONTree
import Vocabulary

@testable import Records

enum Samples {
    static func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

    static func patient(_ family: String = "Le Goff", given: String = "Anne", birth: String = "1961-02-03") throws
        -> JSONValue
    {
        try parse(
            """
            {"resourceType":"Patient","active":true,"name":[{"use":"official","family":"\(family)","given":["\(given)"]}],
            "telecom":[{"system":"phone","value":"06 12 34 56 78"}],"gender":"female","birthDate":"\(birth)",
            "address":[{"line":["4 rue des Lilas"],"city":"Brest"}],
            "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Anne</div>"}}
            """)
    }

    static func observation(_ patient: String, value: String = "1.00") throws -> JSONValue {
        try parse(
            """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2339-0"}]},
            "subject":{"reference":"\(patient)"},"effectiveDateTime":"2024-05-06",
            "valueQuantity":{"value":\(value),"unit":"g/L"},"note":[{"text":"tired"}]}
            """)
    }

    static func appointment(_ patient: String, _ professional: MemberID, start: String, status: String = "booked")
        throws -> JSONValue
    {
        try parse(
            """
            {"resourceType":"Appointment","status":"\(status)","start":"\(start)","reasonCode":[{"coding":[{"code":"x"}]}],
            "participant":[{"actor":{"reference":"\(patient)"},"status":"accepted"},
            {"actor":{"reference":"Practitioner/\(professional)"},"status":"accepted"}]}
            """)
    }

    /// The resource as it was sent: without what the server adds.
    static func bare(_ record: Record) -> JSONValue? {
        guard case .object(var object)? = record.resource else { return nil }
        object["id"] = nil
        if case .object(var meta)? = object["meta"] {
            meta["versionId"] = nil
            meta["lastUpdated"] = nil
            object["meta"] = meta.members.isEmpty ? nil : .object(meta)
        }
        return .object(object)
    }
}

extension RecordSession {
    /// A new patient's id.
    func newPatient(_ family: String = "Le Goff") async throws -> PatientID {
        let record = try await create(try Samples.patient(family))
        guard let id = PatientID(record.id) else { throw RecordError.damaged }
        return id
    }
}
