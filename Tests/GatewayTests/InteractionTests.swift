import Foundation
import JSONTree
import Records
import Testing
import Vocabulary

@testable import Gateway

@Suite("Interactions of FHIR R4") struct InteractionTests {
    @Test func whoHasItGetsNothingTwice() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let created = try await caller.post("/fhir/Patient", Samples.patient())
            let path = "/fhir/Patient/\(try #require(created.id))"
            let modified = try #require(created.headers["last-modified"].first)
            for (headers, status) in [
                (["if-none-match": "W/\"1\""], 304), (["if-none-match": "W/\"7\", \"1\""], 304),
                (["if-none-match": "*"], 304), (["if-none-match": "W/\"2\""], 200),
                (["if-modified-since": modified], 304), (["if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"], 200),
                (["if-modified-since": "yesterday"], 200),
                (["if-none-match": "W/\"2\"", "if-modified-since": modified], 200),
            ] {
                let reply = try await caller.get(path, headers)
                #expect(reply.status == status, "\(headers)")
                #expect(reply.headers["etag"] == ["W/\"1\""])
                #expect(reply.body.isEmpty == (status == 304))
            }
        }
    }

    @Test func writesOnCondition() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let person = Samples.patient().with("identifier", [["system": "urn:x", "value": "17"]])
            let unless = ["if-none-exist": "identifier=urn:x%7C17"]
            let first = try await caller.post("/fhir/Patient", person, unless)
            #expect(first.status == 201, "\(first.text)")
            let again = try await caller.post("/fhir/Patient", person, unless)
            #expect(again.status == 200, "\(again.text)")
            #expect(again.id == first.id)
            // Another practice's patient is nobody's here.
            #expect(try await stranger.post("/fhir/Patient", person, unless).status == 201)
            let patient = try #require(first.id)
            let pulse = Samples.observation(of: patient)
            let query = "/fhir/Observation?patient=\(patient)&code=8867-4"
            let made = try await caller.put(query, pulse)
            #expect(made.status == 201, "\(made.text)")
            let changed = try await caller.put(query, Samples.observation(of: patient, value: 90))
            #expect(changed.status == 200, "\(changed.text)")
            #expect(changed.id == made.id)
            let condition = ["if-none-exist": "patient=\(patient)&code=8867-4"]
            #expect(try await caller.post("/fhir/Observation", pulse, condition).id == made.id)
            #expect(try await caller.post("/fhir/Observation", pulse).status == 201)
            for reply in [
                try await caller.put(query, pulse), try await caller.post("/fhir/Observation", pulse, condition),
                try await caller.delete(query),
            ] { #expect(reply.status == 412, "\(reply.text)") }
            #expect(try await caller.delete(query + "&value-quantity=90").status == 204)
            #expect(try await caller.delete(query + "&value-quantity=90").status == 204)
            #expect(try await caller.get(query).entries.count == 1)
            for (path, code) in [
                ("/fhir/Observation?code=8867-4", "patient-required"),
                ("/fhir/Device?patient=x", "patient-required"), ("/fhir/ValueSet?url=x", "type-not-stored"),
            ] { #expect(try await caller.delete(path).code == code, "\(path)") }
            #expect(try await caller.delete("/fhir/Observation").status == 400)
            #expect(try await caller.delete("/fhir/Patient?gender=male").status == 400)
        }
    }

    @Test func ofManyAtOnceOneIsMade() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let person = Samples.patient().with("identifier", [["system": "urn:x", "value": "18"]])
            let made = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let reply = try? await caller.post(
                            "/fhir/Patient", person, ["if-none-exist": "identifier=urn:x%7C18"])
                        return reply?.status == 201 ? 1 : 0
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(made == 1)
        }
    }

    @Test func whoAsksForTheHeadGetsNoBody() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let head = "HEAD /fhir/Patient/\(PatientID.random()) HTTP/1.1\r\nHost: localhost\r\n"
            let signed = head + "Authorization: Bearer \(caller.token)\r\n"
            let pieces = [signed + "\r\n", signed + "Connection: close\r\n\r\n"]
            let answers = try #require(try await RawConnection.exchange(pieces, to: installation.addresses))
            #expect(answers.components(separatedBy: "HTTP/1.1 404").count == 3)
            #expect(!answers.contains("OperationOutcome"))
        }
    }

    @Test func theResourceItselfSaysWhichVersionItReplaces() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let id = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let read = try #require(try await caller.get("/fhir/Patient/\(id)").json)
            let first = try await caller.put("/fhir/Patient/\(id)", read.with("gender", "other"))
            #expect(first.status == 200)
            let second = try await caller.put("/fhir/Patient/\(id)", read.with("gender", "male"))
            #expect(second.status == 412)
        }
    }

    @Test func theWriterSaysWhatItWantsBack() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let reply = try await caller.post(
                "/fhir/Patient", Samples.patient(), ["prefer": "return=OperationOutcome; handling=strict"])
            #expect(reply.status == 201)
            #expect(reply.json?["resourceType"]?.string == "OperationOutcome")
            #expect(reply.headers["location"].count == 1)
        }
    }

    @Test func validationStoresNothingAndNamesAllThatIsWrong() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let good = try await caller.post("/fhir/Patient/$validate", Samples.patient())
            #expect(good.status == 200)
            #expect(good.code == "valid")
            let bad = Samples.patient().with("birthDate", "secret-value").with("nonsense", "x")
            let reply = try await caller.post("/fhir/Patient/$validate", bad)
            #expect(reply.status == 200)
            #expect(Set(reply.expressions).isSuperset(of: ["Patient.birthDate", "Patient.nonsense"]))
            #expect(!reply.text.contains("secret-value"))
            let wrapped: JSONValue = [
                "resourceType": "Parameters", "parameter": [["name": "resource", "resource": Samples.patient()]],
            ]
            #expect(try await caller.post("/fhir/Patient/$validate", wrapped).code == "valid")
            #expect(try await caller.post("/fhir/Observation/$validate", wrapped).code == "resource-type")
            let empty: JSONValue = [
                "resourceType": "Parameters", "parameter": [["name": "mode", "valueCode": "create"]],
            ]
            #expect(try await caller.post("/fhir/Patient/$validate", empty).status == 422)
        }
    }

    @Test func everythingWithinAPeriod() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            for date in ["2024-05-01", "2025-06-15T08:00:00Z", "2026-01-31"] {
                let observation = Samples.observation(of: patient).with("effectiveDateTime", .string(date))
                #expect(try await caller.post("/fhir/Observation", observation).status == 201)
            }
            for (query, count) in [
                ("", 4), ("?start=2025", 3), ("?end=2025", 3), ("?start=2025-06-15&end=2025-06-15", 2),
                ("?start=2026-02-01", 1), ("?end=2024-04", 1), ("?_since=2020-01-01T00:00:00Z", 4),
                ("?_since=2999-01-01T00:00:00Z", 0),
            ] {
                let reply = try await caller.get("/fhir/Patient/\(patient)/$everything\(query)")
                #expect(reply.entries.count == count, "\(query)")
            }
            for query in ["?start=soon", "?end=2025-13", "?_since=2025"] {
                #expect(try await caller.get("/fhir/Patient/\(patient)/$everything\(query)").status == 400, "\(query)")
            }
        }
    }

    @Test func thePatientsAccessHistory() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let other = try #require(try await caller.post("/fhir/Patient", Samples.patient(given: "Ada")).id)
            let observation = try #require(
                try await caller.post("/fhir/Observation", Samples.observation(of: patient)).id)
            _ = try await secretary.get("/fhir/Patient/\(patient)")
            _ = try await secretary.get("/fhir/Observation/\(observation)")
            let search = try await caller.get("/fhir/Patient?family=Martin&birthdate=1980-05-17")
            #expect(search.entries.count == 2)
            let bounds = "date=ge2020-01-01&date=le2999-12-31"
            let day = String(SystemClock().now().instant.prefix(10))
            let today = "date=ge\(day)&date=le\(day)"
            let history = try await caller.get("/fhir/AuditEvent?patient=\(patient)&\(today)")
            #expect(history.status == 200, "\(history.text)")
            let events = history.events(from: "gateway")
            #expect(events.compactMap { $0["action"]?.string } == ["C", "C", "R", "R", "E"])
            #expect(events.compactMap { $0["outcome"]?.string } == ["0", "0", "0", "4", "0"])
            let agents = events.compactMap { $0["agent"]?.array?.first?["who"]?["identifier"]?["value"]?.string }
            #expect(agents[2] == secretary.subject.description)
            // What the search showed of others is not this patient's business.
            #expect(!history.text.contains(other))
            #expect(!history.text.contains("Martin"))
            let reads = try await caller.get("/fhir/AuditEvent?patient=Patient/\(patient)&\(today)&action=R&outcome=0")
            #expect(reads.events(from: "gateway").count == 1)
            let written = try await caller.get(
                "/fhir/Provenance?patient=\(patient)&recorded=ge\(day)&recorded=le\(day)")
            #expect(written.entries.count == 2)
            #expect(
                written.entries.last?["resource"]?["target"]?.array?.first?["reference"]?.string
                    == "Observation/\(observation)")
            let page = try await caller.get("/fhir/AuditEvent?patient=\(patient)&\(today)&_count=2")
            let next = try #require(page.json?["link"]?.array?.first?["url"]?.string)
            #expect(page.entries.count == 2)
            #expect(try await caller.get(next).entries.count == 2)
            #expect(try await stranger.get(next).status == 404)
            #expect(try await stranger.get("/fhir/AuditEvent?patient=\(patient)&\(today)").status == 404)
            #expect(try await secretary.get("/fhir/AuditEvent?patient=\(patient)&\(today)").status == 403)
            #expect(try await caller.get("/fhir/AuditEvent?patient=\(patient)&\(bounds)").status == 422)
            #expect(try await caller.get("/fhir/AuditEvent?patient=\(patient)").status == 400)
            #expect(try await caller.get("/fhir/AuditEvent?patient=\(patient)&date=ge\(day)").status == 400)
        }
    }
}
