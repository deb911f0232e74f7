import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Gateway

/// The practice's own resources: about no patient, and searched without one.
@Suite struct OwnResourceTests {
    private static func practitioner(_ number: String, _ family: String) -> JSONValue {
        [
            "resourceType": "Practitioner", "identifier": [["system": "urn:x", "value": .string(number)]],
            "name": [["family": .string(family)]], "active": true,
        ]
    }

    private static func organization(_ name: String) -> JSONValue {
        ["resourceType": "Organization", "name": .string(name), "active": true]
    }

    private static func ids(_ reply: Caller.Reply) -> [String] {
        reply.entries.compactMap { $0["resource"]?["id"]?.string }
    }

    @Test func areFoundByTheirParametersWithinThePractice() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let doctor = try #require(try await caller.post("/fhir/Practitioner", Self.practitioner("1", "Lévy")).id)
            let other = try #require(try await caller.post("/fhir/Practitioner", Self.practitioner("2", "Roux")).id)
            let house = try #require(try await caller.post("/fhir/Organization", Self.organization("Clinique")).id)
            let role = try #require(
                try await caller.post(
                    "/fhir/PractitionerRole",
                    [
                        "resourceType": "PractitionerRole",
                        "practitioner": ["reference": .string("Practitioner/\(doctor)")],
                        "organization": ["reference": .string("Organization/\(house)")],
                    ]
                ).id)
            for (query, expected) in [
                ("Practitioner?identifier=urn:x%7C1", [doctor]), ("Practitioner?family=levy", [doctor]),
                ("Practitioner?family:exact=levy", []), ("Practitioner?_id=\(other)", [other]),
                ("Practitioner?_sort=-family", [other, doctor]), ("Organization?name=clin&active=true", [house]),
                ("PractitionerRole?practitioner.family=levy", [role]), ("PractitionerRole?practitioner=\(other)", []),
                ("PractitionerRole?_include=PractitionerRole:practitioner", [role, doctor]),
                ("Practitioner?_has:PractitionerRole:practitioner:organization=\(house)", [doctor]),
                ("Location", []),
            ] {
                let reply = try await caller.get("/fhir/\(query)")
                #expect(reply.status == 200, "\(query) \(reply.text)")
                #expect(Self.ids(reply) == expected, "\(query)")
                #expect(Self.ids(try await stranger.get("/fhir/\(query)")) == [], "\(query)")
            }
            let posted = try await caller.form("/fhir/Practitioner/_search", "family=roux")
            #expect(Self.ids(posted) == [other])
            #expect(try await caller.delete("/fhir/Practitioner/\(other)").status == 204)
            #expect(Self.ids(try await caller.get("/fhir/Practitioner?family=roux")) == [])
        }
    }

    @Test func pagesGoThroughAllOfThem() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let entries = (1...25).map { number in
                Samples.entry("POST", "Practitioner", Self.practitioner("\(number)", "Roux"))
            }
            #expect(try await caller.post("/fhir", Samples.bundle("transaction", entries)).status == 200)
            var seen: [String] = []
            var path: String? = "/fhir/Practitioner?family=roux&_count=10"
            while let next = path {
                let reply = try await caller.get(next)
                #expect(reply.json?["total"] == 25)
                seen += Self.ids(reply)
                let link = reply.json?["link"]?.array?.first { $0["relation"] == "next" }
                path = link?["url"]?.string.map { "/fhir/" + $0.components(separatedBy: "/fhir/")[1] }
            }
            #expect(seen.count == 25 && Set(seen).count == 25)
        }
    }

    /// Stock has no patient; a patient's device is found within the patient only.
    @Test func whatIsAboutAPatientIsNotAmongThem() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let device: JSONValue = ["resourceType": "Device", "lotNumber": "7"]
            let stock = try #require(try await caller.post("/fhir/Device", device).id)
            let worn = device.with("patient", ["reference": .string("Patient/\(patient)")])
            let own = try #require(try await caller.post("/fhir/Device", worn).id)
            #expect(Self.ids(try await caller.get("/fhir/Device")) == [stock])
            #expect(Self.ids(try await caller.get("/fhir/Device?patient=\(patient)")) == [own])
            for query in ["Device?patient=x", "Device?patient=\(PatientID.random()),\(patient)", "Observation?code=x"] {
                #expect(try await caller.get("/fhir/\(query)").code == "patient-required", "\(query)")
            }
        }
    }

    @Test func conditionsAreAskedOfThem() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let doctor = Self.practitioner("1", "Lévy")
            let unless = ["if-none-exist": "identifier=urn:x%7C1"]
            let first = try await caller.post("/fhir/Practitioner", doctor, unless)
            #expect(first.status == 201, "\(first.text)")
            #expect(try await caller.post("/fhir/Practitioner", doctor, unless).id == first.id)
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let performed = Samples.observation(of: patient)
                .with("performer", [["reference": "Practitioner?identifier=urn:x%7C1"]])
            for kind in ["transaction", "batch"] {
                let entry = Samples.entry("POST", "Observation", performed)
                let reply = try await caller.post("/fhir", Samples.bundle(kind, [entry]))
                let performer = reply.entries.first?["resource"]?["performer"]?.array?.first?["reference"]?.string
                #expect(performer == "Practitioner/\(try #require(first.id))", "\(reply.text)")
            }
            let patch: JSONValue = [["op": "replace", "path": "/active", "value": false]]
            let type = ["content-type": "application/json-patch+json"]
            for (query, status) in [("1", 200), ("3", 404)] {
                let path = "/fhir/Practitioner?identifier=urn:x%7C\(query)"
                #expect(try await caller.send("PATCH", path, patch.bytes, type).status == status)
            }
            let parameters = try PatchRouteTests.replace("Practitioner.active", #""valueBoolean":true"#)
            for (query, status) in [("1", 200), ("3", 404)] {
                let entry = Samples.entry("PATCH", "Practitioner?identifier=urn:x%7C\(query)", parameters)
                let reply = try await caller.post("/fhir", Samples.bundle("transaction", [entry]))
                #expect(reply.status == status, "\(reply.text)")
            }
            #expect(Self.ids(try await caller.get("/fhir/Practitioner?active=true")) == [first.id])
            #expect(
                try await caller.put("/fhir/Practitioner?family=levy", Self.practitioner("2", "Lévy")).status == 200)
            #expect(try await caller.delete("/fhir/Practitioner?identifier=urn:x%7C2").status == 204)
            #expect(Self.ids(try await caller.get("/fhir/Practitioner")) == [])
        }
    }
}
