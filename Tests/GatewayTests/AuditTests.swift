import FHIR
import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct AuditTests {
    private static let lines = ["content-type": "application/x-ndjson"]
    private static var day: String { String(SystemClock().now().instant.prefix(10)) }
    private static var today: String { "date=ge\(day)&date=le\(day)" }

    @Test func theBrokersEventsStandBesideTheGateways() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            _ = try await caller.get("/fhir/Patient/\(patient)")
            let history = try await AuditTests.history(of: patient, caller)
            let events = history.events(from: "broker")
            let kinds = events.compactMap { $0["subtype"]?.array?.last?["code"]?.string }
            #expect(kinds.prefix(2) == ["patient", "deposit"])
            let actions = events.compactMap { $0["action"]?.string }
            #expect(actions.contains("R"))
            for event in events + history.events(from: "gateway") {
                let errors = StructureCheck.issues(event).filter { $0.severity == .error }
                #expect(errors.isEmpty, "\(errors)")
                #expect(event["agent"]?.array?.first?["who"]?["identifier"]?["value"]?.string == "\(caller.subject)")
                #expect(event["entity"]?.array?.first?["what"]?["reference"]?.string == "Patient/\(patient)")
            }
            #expect(events.allSatisfy { $0.ledgerEntry != nil })
            #expect(history.events(from: "gateway").allSatisfy { $0.ledgerEntry == nil })
            #expect(!history.text.contains("Martin"))
            let numbers = events.compactMap { $0.ledgerEntry.flatMap(Int64.init) }
            #expect(numbers == numbers.sorted())
            #expect(Set(numbers).count == events.count)
        }
    }

    @Test func eachEventIsReadByItsIdByWhomTheSearchIsFor() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let other = try #require(try await caller.post("/fhir/Patient", Samples.patient(given: "Ada")).id)
            let history = try await AuditTests.history(of: patient, caller)
            let unknown = try await stranger.get("/fhir/AuditEvent/\(PatientID.random()).1")
            #expect(unknown.status == 404)
            for entry in history.entries {
                let (event, url) = try (#require(entry["resource"]), #require(entry["fullUrl"]?.string))
                let reply = try await caller.get(url)
                #expect(reply.status == 200, "\(reply.text)")
                #expect(reply.json?.bytes == event.bytes)
                let hidden = try await stranger.get(url)
                #expect(hidden.status == 404)
                #expect(hidden.body == unknown.body)
                #expect(hidden.stableHeaders == unknown.stableHeaders)
                #expect(try await secretary.get(url).status == 403)
                // The same place, said to be about somebody else.
                #expect(try await caller.get(url.replacing(patient, with: other)).status == 404)
            }
            for id in ["\(patient).999999", "\(patient).L1-1", "\(patient).0", "\(patient)", "x", "L1-1"] {
                #expect(try await caller.get("/fhir/AuditEvent/\(id)").status == 404, "\(id)")
            }
            let ledger = try #require(history.events(from: "broker").first?["id"]?.string)
            #expect(try await caller.get("/fhir/Provenance/\(ledger)").status == 404)
        }
    }

    @Test func whatWasImportedHasItsProvenance() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let partner = try await installation.caller(.partner, in: practice)
            let reader = try await installation.caller(.physician, in: practice)
            let group: JSONValue = [
                "entries": [
                    ["resource": Samples.patient(family: "Durand").with("id", "p1")],
                    ["resource": Samples.observation(of: "p1").with("id", "o1")],
                ]
            ]
            let reply = try await partner.send("POST", "/fhir/$import", group.bytes, AuditTests.lines)
            let patient = try #require(reply.json?["map"]?["Patient/p1"]?.string)
            let bounds = "recorded=ge\(AuditTests.day)&recorded=le\(AuditTests.day)"
            let found = try await reader.get("/fhir/Provenance?patient=\(patient)&\(bounds)")
            let provenance = try #require(found.entries.first?["resource"], "\(found.text)")
            #expect(found.entries.count == 1)
            #expect(StructureCheck.issues(provenance).filter { $0.severity == .error }.isEmpty)
            let targets = (provenance["target"]?.array ?? []).compactMap { $0["reference"]?.string }
            #expect(Set(targets) == Set([patient, reply.json?["map"]?["Observation/o1"]?.string].compactMap(\.self)))
            #expect(provenance["activity"]?["coding"]?.array?.first?["code"]?.string == "CREATE")
            #expect(
                provenance["agent"]?.array?.first?["who"]?["identifier"]?["value"]?.string == "\(partner.subject)")
            #expect(provenance["occurredDateTime"]?.string?.hasPrefix(AuditTests.day) == true)
            #expect(provenance["entity"]?.array?.first?["role"]?.string == "source")
            #expect(!found.text.contains("Durand"))
            #expect(!found.text.contains("p1"))
            let id = try #require(provenance["id"]?.string)
            let alone = try await reader.get("/fhir/Provenance/\(id)")
            #expect(alone.json?.bytes == provenance.bytes)
            // The search itself is an event, and wrote nothing.
            let events = try await reader.get("/fhir/AuditEvent?patient=\(patient)&\(AuditTests.today)&action=E")
            let search = try #require(events.events(from: "gateway").first?["id"]?.string)
            #expect(try await reader.get("/fhir/Provenance/\(search)").status == 404)
        }
    }

    @Test(arguments: ["AuditEvent", "Provenance"])
    func nobodyWritesTheLog(_ type: String) async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let event: JSONValue = [
                "resourceType": .string(type), "id": .string("\(patient).1"), "recorded": "2026-01-01T00:00:00Z",
                "meta": ["versionId": "1"], "agent": [["requestor": true]],
            ]
            let json = ["content-type": "application/fhir+json"]
            let patch = ["content-type": "application/json-patch+json"]
            for (method, path, headers) in [
                ("POST", "", json), ("PUT", "?patient=\(patient)", json), ("DELETE", "?patient=\(patient)", [:]),
                ("PUT", "/\(patient).1", json), ("PATCH", "/\(patient).1", patch), ("DELETE", "/\(patient).1", [:]),
                ("POST", "/_search", ["content-type": "application/x-www-form-urlencoded"]),
            ] {
                let body = method == "DELETE" ? nil : event.bytes
                let reply = try await caller.send(method, "/fhir/\(type)\(path)", body, headers)
                #expect(reply.status == 405, "\(method) \(path)")
                #expect(reply.code == "read-only-type", "\(method) \(path)")
                #expect(reply.headers["allow"] == ["GET, HEAD"])
            }
            for (method, url) in [
                ("POST", type), ("PUT", "\(type)/\(patient).1"), ("DELETE", "\(type)/\(patient).1"),
            ] {
                let entry = Samples.entry(method, url, method == "DELETE" ? nil : event)
                let whole = try await caller.post("/fhir", Samples.bundle("transaction", [entry]))
                #expect(whole.status == 422, "\(method)")
                #expect(whole.code == "read-only-type", "\(method)")
                let single = try await caller.post("/fhir", Samples.bundle("batch", [entry]))
                let response = single.entries.first?["response"]
                #expect(response?["status"]?.string?.hasPrefix("422") == true, "\(method)")
            }
        }
    }

    /// A patient's whole history of today, once the ledger's part of it is published.
    private static func history(of patient: String, _ caller: Caller) async throws -> Caller.Reply {
        for _ in 0..<100 {
            let reply = try await caller.get("/fhir/AuditEvent?patient=\(patient)&\(today)")
            if reply.events(from: "broker").contains(where: { $0["action"]?.string != "C" }) { return reply }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await caller.get("/fhir/AuditEvent?patient=\(patient)&\(today)")
    }
}

extension Caller.Reply {
    /// The events of a searchset that the gateway or the broker observed.
    func events(from observer: String) -> [JSONValue] {
        entries.compactMap { $0["resource"] }.filter {
            $0["source"]?["observer"]?["identifier"]?["value"]?.string == observer
        }
    }
}

extension JSONValue {
    /// The number of the ledger's entry that an event names.
    fileprivate var ledgerEntry: String? {
        self["entity"]?.array?.compactMap { $0["what"]?["identifier"] }
            .first { $0["system"]?.string == "urn:colloque:ledger-entry" }?["value"]?.string
    }
}
