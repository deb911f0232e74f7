import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite("Observation/$lastn") struct LastNTests {
    /// Three heart rates, of which the newest is private, and two weights.
    private static func record(_ caller: Caller) async throws -> String {
        let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
        for (index, value) in [60, 70, 80].enumerated() {
            var observation = Samples.observation(of: patient, value: Int64(value))
                .with("effectiveDateTime", .string("2026-0\(index + 1)-10T08:00:00Z"))
            if value == 80 {
                observation = observation.with(
                    "meta",
                    [
                        "security": [
                            ["system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "PSY"]
                        ]
                    ])
            }
            #expect(try await caller.post("/fhir/Observation", observation).status == 201)
        }
        for (day, value) in [("01", 90), ("02", 91)] {
            let weight = Samples.observation(of: patient, value: Int64(value))
                .with("code", ["coding": [["system": "http://loinc.org", "code": "29463-7"]]])
                .with("effectiveDateTime", .string("2026-03-\(day)"))
            #expect(try await caller.post("/fhir/Observation", weight).status == 201)
        }
        return patient
    }

    private static func values(_ reply: Caller.Reply) -> [String] {
        reply.entries.compactMap { $0["resource"]?["valueQuantity"]?["value"]?.number?.text }
    }

    @Test func byGetAndByParameters() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await LastNTests.record(caller)
            for (query, expected) in [
                ("", ["91", "80"]), ("&max=2", ["91", "90", "80", "70"]), ("&max=9", ["91", "90", "80", "70", "60"]),
                ("&code=http://loinc.org%7C8867-4&max=2", ["80", "70"]), ("&date=lt2026-03", ["70"]),
            ] {
                let reply = try await caller.get("/fhir/Observation/$lastn?patient=\(patient)\(query)")
                #expect(reply.status == 200, "\(reply.text)")
                #expect(LastNTests.values(reply) == expected, "\(query)")
            }
            let parameters: JSONValue = [
                "resourceType": "Parameters",
                "parameter": [
                    ["name": "max", "valuePositiveInt": 2],
                    ["name": "subject", "valueReference": ["reference": .string("Patient/\(patient)")]],
                    ["name": "code", "valueCoding": ["system": "http://loinc.org", "code": "8867-4"]],
                ],
            ]
            let posted = try await caller.post("/fhir/Observation/$lastn", parameters)
            #expect(posted.status == 200, "\(posted.text)")
            #expect(LastNTests.values(posted) == ["80", "70"])
            let page = try await caller.get("/fhir/Observation/$lastn?patient=\(patient)&max=2&_count=3")
            #expect(page.json?["total"]?.number?.text == "4")
            let links = page.json?["link"]?.array ?? []
            let next = try #require(links.first { $0["relation"]?.string == "next" }?["url"]?.string)
            #expect(LastNTests.values(try await caller.get(next)) == ["70"])
            // A page of the operation is none of the search.
            let other = next.replacing("/$lastn", with: "").replacing("max=2&", with: "")
            #expect(try await caller.get(other).status == 400)
        }
    }

    @Test func whatIsHiddenDecidesNothingAndIsSaid() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let nurse = try await installation.caller(.nurse, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await LastNTests.record(caller)
            let hers = try await nurse.get("/fhir/Observation/$lastn?patient=\(patient)&code=8867-4")
            #expect(LastNTests.values(hers) == ["70"])
            #expect(hers.entries.compactMap { $0["search"]?["mode"]?.string } == ["match", "outcome"])
            let theirs = try await stranger.get("/fhir/Observation/$lastn?patient=\(patient)")
            let nobodys = try await stranger.get("/fhir/Observation/$lastn?patient=\(PatientID.random())")
            #expect(theirs.status == 404)
            #expect(theirs.body == nobodys.body)
        }
    }

    @Test func whatIsRefused() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = PatientID.random()
            #expect(try await caller.get("/fhir/Observation/$lastn?code=8867-4").code == "patient-required")
            for query in ["max=0", "_sort=date", "nonsense=secret", "max=1&max=secret"] {
                let reply = try await caller.get("/fhir/Observation/$lastn?patient=\(patient)&\(query)")
                #expect(reply.status == 400, "\(query)")
                #expect(!reply.text.contains("secret"))
            }
            #expect(try await caller.get("/fhir/Condition/$lastn?patient=\(patient)").status == 404)
            let empty: JSONValue = ["resourceType": "Parameters", "parameter": [["name": "max"]]]
            #expect(try await caller.post("/fhir/Observation/$lastn", empty).status == 422)
            let statement = try await caller.get("/fhir/metadata")
            #expect(statement.text.contains("OperationDefinition/Observation-lastn"))
        }
    }
}
