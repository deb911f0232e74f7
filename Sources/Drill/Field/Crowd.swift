import Foundation
import JSONTree
import Synthetic
import Vocabulary

/// Fills a practice with more patients than any limit, through the import that vendors use: otherwise every bound would hold for
/// want of victims.
struct Crowd {
    private static let groupsPerCall = 500
    let arena: Arena
    let practice: DrillPractice

    /// Imports patients who were seen within the year.
    func recent(_ count: Int) async throws -> [Victim] {
        try await add(first: 0, count) { 10 + $0 % 200 }
    }

    /// Imports patients whom nobody saw for two years.
    func dormant(_ count: Int) async throws -> [Victim] {
        try await add(first: 1_000_000, count) { 800 + $0 % 200 }
    }

    private func add(first: Int, _ count: Int, daysAgo: (Int) -> Int) async throws -> [Victim] {
        let country = arena.world.demo.country
        let people = country.practice(1_000 + practice.index, kind: .solo, patients: 0)
        let token = try await arena.honestToken(try practice.account(.partner))
        var victims: [Victim] = []
        for start in stride(from: 0, to: count, by: Crowd.groupsPerCall) {
            let persons = (start..<min(count, start + Crowd.groupsPerCall)).map { number in
                (person: country.patient(first + number, of: people), days: daysAgo(number))
            }
            victims += try await send(persons, token)
        }
        return victims
    }

    private func send(_ persons: [(person: SyntheticPatient, days: Int)], _ token: String) async throws -> [Victim] {
        var body: [UInt8] = []
        for (person, days) in persons {
            body += Crowd.group(person, arena.world.demo.day - days).bytes + [UInt8(ascii: "\n")]
        }
        let answer = try await arena.installation.send(
            DrillRequest("POST", "/fhir/$import", token: token, body: body, type: "application/x-ndjson"))
        guard answer.status == 200, let map = answer.json?["map"] else { throw DrillError("import: \(answer.status)") }
        return try persons.map { person, _ in
            guard let reference = map["Patient/\(person.sourceID)"]?.string,
                let patient = PatientID(reference.dropFirst(8))
            else { throw DrillError("import: a patient was refused") }
            return Victim(patient: patient, family: person.family, birthDate: person.birthDate.description)
        }
    }

    /// A Patient with a phone number, and a Condition with a remark: one piece of each tier.
    private static func group(_ person: SyntheticPatient, _ day: Int) -> JSONValue {
        let reference: JSONValue = ["reference": .string("Patient/\(person.sourceID)")]
        let patient: JSONValue = [
            "resourceType": "Patient", "id": .string(person.sourceID),
            "name": [["family": .string(person.family), "given": .array(person.given.map(JSONValue.string))]],
            "birthDate": .string(person.birthDate.description),
            "telecom": [["system": "phone", "value": .string(person.mobile ?? "06 39 98 00 00")]],
        ]
        let condition: JSONValue = [
            "resourceType": "Condition", "id": .string(person.sourceID + ".1"), "subject": reference,
            "code": ["coding": [["system": "http://hl7.org/fhir/sid/icd-10", "code": "I10"]]],
            "recordedDate": .string(CivilDate(days: day).description),
            "note": [
                ["text": .string("Suivi de \(person.given.first ?? "") \(person.family), à revoir dans six mois.")]
            ],
        ]
        return ["entries": [["resource": patient], ["resource": condition]]]
    }
}
