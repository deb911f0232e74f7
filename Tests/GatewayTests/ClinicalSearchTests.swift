import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite("Searching within a patient") struct ClinicalSearchTests {
    /// A patient with five heart rates, one of which is private.
    private static func record(_ caller: Caller) async throws -> String {
        let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
        for (index, value) in [60, 70, 80, 90, 100].enumerated() {
            var observation = Samples.observation(of: patient, value: Int64(value))
                .with("effectiveDateTime", .string("2026-0\(index + 1)-10T08:00:00Z"))
            if value == 100 {
                observation = observation.with(
                    "meta",
                    [
                        "security": [
                            ["system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "PSY"]
                        ]
                    ])
            }
            let reply = try await caller.post("/fhir/Observation", observation)
            #expect(reply.status == 201, "\(reply.text)")
        }
        return patient
    }

    private static func values(_ reply: Caller.Reply) -> [String] {
        reply.entries.compactMap { $0["resource"]?["valueQuantity"]?["value"]?.number?.text }
    }

    @Test func byTypeCompartmentAndForm() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await ClinicalSearchTests.record(caller)
            for (query, expected) in [
                ("value-quantity=gt75&_sort=date", ["80", "90", "100"]), ("date=lt2026-02-10", ["60"]),
                ("date=2026-02&code=8867-4", ["70"]),
                ("code=http://loinc.org%7C8867-4&_sort=-value-quantity&_count=2", ["100", "90"]),
                ("status=preliminary", []), ("_summary=count", []),
            ] {
                let byType = try await caller.get("/fhir/Observation?patient=\(patient)&\(query)")
                #expect(byType.status == 200, "\(byType.text)")
                #expect(ClinicalSearchTests.values(byType) == expected, "\(query)")
                let inside = try await caller.get("/fhir/Patient/\(patient)/Observation?\(query)")
                #expect(ClinicalSearchTests.values(inside) == expected, "\(query)")
                let form = try await caller.form("/fhir/Observation/_search", "subject=Patient/\(patient)&\(query)")
                #expect(ClinicalSearchTests.values(form) == expected, "\(query)")
                #expect(byType.json?["total"] == form.json?["total"])
            }
            let page = try await caller.get("/fhir/Observation?patient=\(patient)&_sort=date&_count=2")
            #expect(page.json?["total"]?.number?.text == "5")
            let links = page.json?["link"]?.array ?? []
            let next = try #require(links.first { $0["relation"]?.string == "next" }?["url"]?.string)
            #expect(ClinicalSearchTests.values(try await caller.get(next)) == ["80", "90"])
            let included = try await caller.get(
                "/fhir/Observation?patient=\(patient)&date=lt2026-02&_include=Observation:subject")
            #expect(included.entries.compactMap { $0["search"]?["mode"]?.string } == ["match", "include"])
            #expect(
                try await caller.get("/fhir/Patient?_id=\(patient)&_revinclude=Observation:patient").entries.count == 6)
        }
    }

    @Test func whatIsWrongIsSaidAtOnce() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await ClinicalSearchTests.record(caller)
            let path = "/fhir/Observation?patient=\(patient)&nonsense=secret&date=soon&_count=5"
            let reply = try await caller.get(path)
            #expect(reply.status == 400)
            #expect(reply.json?["issue"]?.array?.count == 2)
            #expect(!reply.text.contains("secret"))
            let lenient = try await caller.get(
                "/fhir/Observation?patient=\(patient)&nonsense=secret", ["prefer": "handling=lenient"])
            #expect(lenient.status == 200)
            #expect(ClinicalSearchTests.values(lenient).count == 5)
            #expect(lenient.entries.last?["search"]?["mode"]?.string == "outcome")
            for path in ["/fhir/Observation", "/fhir/Observation?code=8867-4", "/fhir/Condition?_lastUpdated=gt2020"] {
                #expect(try await caller.get(path).code == "patient-required", "\(path)")
            }
        }
    }

    @Test func whatIsHiddenDecidesNothing() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let nurse = try await installation.caller(.nurse, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await ClinicalSearchTests.record(caller)
            for query in ["value-quantity=100", "_security=PSY", "_has:Observation:subject:value-quantity=100"] {
                let type = query.hasPrefix("_has") ? "Patient?_id=\(patient)&" : "Observation?patient=\(patient)&"
                let hers = try await nurse.get("/fhir/\(type)\(query)")
                #expect(hers.status == 200)
                #expect(hers.json?["total"]?.number?.text == "0", "\(query)")
                // That something is not shown is said, whatever the query.
                #expect(hers.entries.compactMap { $0["search"]?["mode"]?.string } == ["outcome"], "\(query)")
                #expect(try await caller.get("/fhir/\(type)\(query)").json?["total"]?.number?.text == "1", "\(query)")
            }
            let theirs = try await stranger.get("/fhir/Observation?patient=\(patient)&code=8867-4")
            let nobodys = try await stranger.get("/fhir/Observation?patient=\(PatientID.random())&code=8867-4")
            #expect(theirs.status == 404)
            #expect(theirs.body == nobodys.body)
            let link = try await caller.get("/fhir/Observation?patient=\(patient)&_count=2")
            let next = try #require(link.json?["link"]?.array?.last?["url"]?.string)
            #expect(try await nurse.get(next).status == 400)
            #expect(try await stranger.get(next).status == 400)
        }
    }

    @Test func aPatchChangesWhatItsSenderSees() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try await ClinicalSearchTests.record(caller)
            let path = "/fhir/Patient/\(patient)"
            func patch(_ operations: JSONValue, _ headers: [String: String] = [:]) async throws -> Caller.Reply {
                let type = ["content-type": "application/json-patch+json"]
                return try await caller.send("PATCH", path, operations.bytes, type.merging(headers) { $1 })
            }
            let good: JSONValue = [["op": "replace", "path": "/birthDate", "value": "1981-01-01"]]
            #expect(try await patch(good, ["if-match": "W/\"7\""]).status == 412)
            let patched = try await patch(good)
            #expect(patched.status == 200, "\(patched.text)")
            #expect(patched.json?["birthDate"]?.string == "1981-01-01")
            #expect(patched.headers["etag"] == ["W/\"2\""])
            let test: JSONValue = [["op": "test", "path": "/birthDate", "value": "1980-01-01"]]
            #expect(try await patch(test).status == 422)
            #expect(try await patch(["op": "replace"]).status == 400)
            #expect(try await patch([["op": "replace", "path": "/birthDate", "value": "never"]]).status == 422)
            #expect(try await patch([["op": "replace", "path": "/id", "value": "x"]]).status == 422)
            for (type, status) in [("application/json", 400), ("text/plain", 415), ("application/xml", 415)] {
                #expect(
                    try await caller.send("PATCH", path, good.bytes, ["content-type": type]).status == status, "\(type)"
                )
            }
            #expect(try await caller.get(path).json?["birthDate"]?.string == "1981-01-01")
        }
    }
}
