import JSONTree
import Vocabulary

/// Resources of people who do not exist.
enum Samples {
    static func patient(
        family: String = "Martin", given: String = "Zoé", birthDate: String = "1980-05-17",
        phone: String = "0612345678", address: String = "12 rue des Lilas"
    ) -> JSONValue {
        [
            "resourceType": "Patient",
            "name": [["family": .string(family), "given": [.string(given)]]],
            "gender": "female", "birthDate": .string(birthDate),
            "telecom": [["system": "phone", "value": .string(phone)]],
            "address": [["line": [.string(address)], "city": "Lyon"]],
        ]
    }

    static func observation(of patient: String, value: Int64 = 72) -> JSONValue {
        [
            "resourceType": "Observation", "status": "final",
            "code": ["coding": [["system": "http://loinc.org", "code": "8867-4"]]],
            "subject": ["reference": .string("Patient/\(patient)")],
            "effectiveDateTime": "2026-11-02T09:30:00+01:00",
            "valueQuantity": ["value": .number(JSONNumber(value)), "unit": "/min"],
        ]
    }

    static func appointment(of patient: String, with member: MemberID, day: String) -> JSONValue {
        [
            "resourceType": "Appointment", "status": "booked", "start": .string("\(day)T09:00:00+01:00"),
            "end": .string("\(day)T09:15:00+01:00"),
            "participant": [
                ["actor": ["reference": .string("Patient/\(patient)")], "status": "accepted"],
                ["actor": ["reference": .string("Practitioner/\(member)")], "status": "accepted"],
            ],
        ]
    }

    static func bundle(_ type: String, _ entries: [JSONValue]) -> JSONValue {
        ["resourceType": "Bundle", "type": .string(type), "entry": .array(entries)]
    }

    static func entry(_ method: String, _ url: String, _ resource: JSONValue? = nil, fullURL: String? = nil)
        -> JSONValue
    {
        var entry = JSONObject()
        entry["fullUrl"] = fullURL.map(JSONValue.string)
        entry["resource"] = resource
        entry["request"] = ["method": .string(method), "url": .string(url)]
        return .object(entry)
    }
}

extension JSONValue {
    /// The object with a member set.
    func with(_ key: String, _ value: JSONValue?) -> JSONValue {
        guard var object else { return self }
        object[key] = value
        return .object(object)
    }
}
