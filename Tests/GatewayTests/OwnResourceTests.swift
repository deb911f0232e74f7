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

    /// What would find any resource of the type, or asks among others than what it would make, changes nothing.
    @Test func conditionsThatAskForSomethingElseAreRefused() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let house = try #require(try await caller.post("/fhir/Organization", Self.organization("Clinique")).id)
            let worn: JSONValue = [
                "resourceType": "Device", "modelNumber": "7", "patient": ["reference": .string("Patient/\(patient)")],
            ]
            let plan: JSONValue = [
                "resourceType": "Schedule", "actor": [["reference": .string("Patient/\(patient)")]],
            ]
            let cases: [(String, String, JSONValue, Int)] = [
                ("Organization", "_pretty=true", Self.organization("X"), 400),
                ("Organization", "_pretty=true&_format=json", Self.organization("X"), 400),
                ("Organization", "_sort=name", Self.organization("X"), 400),
                ("Device", "model=7", worn, 422), ("Device", "identifier=urn:d%7C1", worn, 422),
                ("Device", "patient.identifier=urn:x%7C77", worn, 403),
                ("Device", "patient:identifier=urn:x%7C77", worn, 403), ("Schedule", "actor:Patient.name=x", plan, 403),
                ("Schedule", "date=2026-01-01", plan, 422),
            ]
            for (type, query, resource, status) in cases {
                let entry = Samples.entry("PUT", "\(type)?\(query)", resource)
                for reply in [
                    try await caller.put("/fhir/\(type)?\(query)", resource),
                    try await caller.post("/fhir/\(type)", resource, ["if-none-exist": query]),
                    try await caller.post("/fhir", Samples.bundle("transaction", [entry])),
                ] { #expect(reply.status == status, "\(query) \(reply.text)") }
                if status != 422 { #expect(try await caller.delete("/fhir/\(type)?\(query)").status == status) }
            }
            for type in ["Device", "Schedule"] {
                #expect(Self.ids(try await caller.get("/fhir/\(type)?_count=5")) == [])
            }
            let found = try await caller.get("/fhir/Organization/\(house)")
            #expect(found.json?["name"]?.string == "Clinique" && found.headers["etag"] == ["W/\"1\""])
            // What is made belongs where the condition looked.
            let other = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            for (path, resource) in [
                ("Device?patient=\(patient)&model=8", worn.with("patient", nil)),
                ("Device?patient=\(other)&model=7", worn),
                ("Observation?patient=\(other)&code=8867-4", Samples.observation(of: patient)),
            ] { #expect(try await caller.put("/fhir/\(path)", resource).code == "condition-elsewhere", "\(path)") }
            let person = Samples.entry("POST", "Patient", Samples.patient(), fullURL: "urn:uuid:a")
            let booked: JSONValue = ["resourceType": "Schedule", "actor": [["reference": "urn:uuid:a"]]]
            let twice = Samples.entry("PUT", "Schedule?identifier=urn:s%7C1", booked)
            let made = try await caller.post("/fhir", Samples.bundle("transaction", [person, twice]))
            #expect(made.status == 422 && made.code == "condition-elsewhere", "\(made.text)")
            // Nothing about no patient is referred to by these.
            for query in [
                "Practitioner?_list=x", "Practitioner?_has:Observation:performer:code=x",
                "Organization?_has:PractitionerRole:organization:_has:Encounter:participant:status=x",
            ] {
                #expect(try await caller.get("/fhir/\(query)").code == "patient-required", "\(query)")
                let doctor = Self.practitioner("9", "Roux").with(
                    "resourceType", .string(String(query.prefix { $0 != "?" })))
                #expect(try await caller.put("/fhir/\(query)", doctor).code == "patient-required", "\(query)")
            }
            #expect(try await caller.get("/fhir/Practitioner?_revinclude=Observation:performer").status == 403)
            // Where the patient is named, it is made once.
            for (path, resource) in [
                ("Device?patient=\(patient)&model=7", worn), ("Schedule?actor=Patient/\(patient)", plan),
            ] {
                #expect(try await caller.put("/fhir/\(path)", resource).status == 201, "\(path)")
                #expect(try await caller.put("/fhir/\(path)", resource).status == 200, "\(path)")
                #expect(Self.ids(try await caller.get("/fhir/\(path)")).count == 1)
            }
            #expect(try await caller.get("/fhir/Device?patient:missing=true").status == 200)
        }
    }

    /// Of two that ask for what is free under other words, one gets it.
    @Test func aPatchIsOfTheVersionThatWasFound() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patch: JSONValue = [["op": "replace", "path": "/active", "value": true]]
            let type = ["content-type": "application/json-patch+json"]
            for number in 0..<8 {
                let made = try await caller.post(
                    "/fhir/Practitioner", Self.practitioner("\(number)", "Roux").with("active", false))
                #expect(made.status == 201)
                let query = "identifier=urn:x%7C\(number)&active=false"
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for order in ["", "&_id=\(made.id ?? "")"] {
                        group.addTask {
                            try await caller.send("PATCH", "/fhir/Practitioner?\(query)\(order)", patch.bytes, type)
                                .status
                        }
                    }
                    return try await group.reduce(into: [Int]()) { $0.append($1) }
                }
                #expect(statuses.count { $0 == 200 } == 1, "\(statuses)")
            }
        }
    }

    @Test func rolesAndScopesAreThoseOfReading() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let doctor = Self.practitioner("1", "Lévy").with("birthDate", "1970-01-02")
                .with("telecom", [["system": "phone", "value": "0698765432"]])
            #expect(try await caller.post("/fhir/Practitioner", doctor).status == 201)
            let secretary = try await installation.caller(.secretary, in: practice)
            let booking = try await installation.caller(.booking, in: practice)
            let seen = try await secretary.get("/fhir/Practitioner?family=levy")
            #expect(seen.text.contains("0698765432") && seen.text.contains("1970-01-02"))
            let masked = try await booking.get("/fhir/Practitioner?family=levy")
            #expect(Self.ids(masked).count == 1)
            #expect(!masked.text.contains("0698765432") && !masked.text.contains("1970-01-02"))
            #expect(Self.ids(try await booking.get("/fhir/Practitioner?phone=0698765432")) == [])
            let laboratory = try await installation.caller(.laboratory, in: practice)
            #expect(try await laboratory.get("/fhir/Practitioner?family=levy").status == 403)
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            for (scope, status) in [
                ("user/Practitioner.rs", 200), ("user/Practitioner.r", 403), ("user/Organization.rs", 403),
                ("patient/*.rs", 404),
            ] {
                let (_, narrow) = try await ScopeTests.scoped(
                    caller, scope, patient: scope.hasPrefix("patient") ? patient : nil)
                #expect(try await narrow.get("/fhir/Practitioner?family=levy").status == status, "\(scope)")
            }
        }
    }

    /// What the writer may not see would be made once more.
    @Test func whatIsHiddenFromTheWriterIsNoReasonToMakeAnother() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let physician = try await installation.caller(.physician, in: practice)
            let pharmacist = try await installation.caller(.pharmacist, in: practice)
            let hidden: JSONValue = [
                "resourceType": "Medication", "identifier": [["system": "urn:m", "value": "1"]],
                "meta": ["security": [["system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "HIV"]]],
            ]
            #expect(try await physician.post("/fhir/Medication", hidden).status == 201)
            let plain: JSONValue = [
                "resourceType": "Medication", "identifier": [["system": "urn:m", "value": "1"]],
            ]
            #expect(try await pharmacist.put("/fhir/Medication?identifier=urn:m%7C1", plain).status == 403)
            #expect(Self.ids(try await physician.get("/fhir/Medication?identifier=urn:m%7C1")).count == 1)
            let role: JSONValue = ["resourceType": "PractitionerRole", "active": true]
            let (_, narrow) = try await ScopeTests.scoped(physician, "user/PractitionerRole.cruds")
            let made = try await narrow.put("/fhir/PractitionerRole?practitioner.identifier=1", role)
            #expect(made.status == 403, "\(made.text)")
            #expect(try await narrow.put("/fhir/PractitionerRole?active=false", role).status == 201)
        }
    }

    @Test func whatTheWriterMayNotSeeDecidesNothing() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let physician = try await installation.caller(.physician, in: practice)
            let doctor = Self.practitioner("1", "Lévy").with("telecom", [["system": "email", "value": "a@b.fr"]])
            let made = try await physician.post("/fhir/Practitioner", doctor)
            #expect(made.status == 201)
            let booking = try await installation.caller(.booking, in: practice)
            for query in ["email=a@b.fr", "phone=1", "telecom:missing=true&identifier=urn:x%7C1", "_content=levy"] {
                #expect(try await booking.put("/fhir/Practitioner?\(query)", doctor).status == 403, "\(query)")
            }
            let scoped = try await ScopeTests.scoped(
                physician, "user/Practitioner.rs?active=false user/Practitioner.cu")
            #expect(try await scoped.1.put("/fhir/Practitioner?identifier=urn:x%7C1", doctor).status == 403)
            let late = ["if-match": "W/\"2\""]
            #expect(try await physician.put("/fhir/Practitioner?identifier=urn:x%7C1", doctor, late).status == 412)
            #expect(Self.ids(try await physician.get("/fhir/Practitioner")) == [made.id])
            // Somebody contained is not sealed with what contains them.
            let role: JSONValue = [
                "resourceType": "PractitionerRole", "practitioner": ["reference": "#p"],
                "contained": [
                    [
                        "resourceType": "Practitioner", "id": "p",
                        "telecom": [["system": "phone", "value": "0698765432"]],
                    ]
                ],
            ]
            #expect(try await physician.post("/fhir/PractitionerRole", role).status == 201)
            #expect(try await physician.get("/fhir/PractitionerRole").text.contains("0698765432"))
            #expect(try await !booking.get("/fhir/PractitionerRole").text.contains("0698765432"))
        }
    }

    @Test func aBatchAsksAsOftenAsATransaction() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            #expect(try await caller.post("/fhir/Organization", Self.organization("Clinique")).status == 201)
            let many = JSONValue.array((0..<150).map { ["reference": .string("Organization?name=Cli,x\($0)")] })
            let entries = (0..<2).map { _ in
                Samples.entry("POST", "Observation", Samples.observation(of: patient).with("performer", many))
            }
            let batch = try await caller.post("/fhir", Samples.bundle("batch", entries))
            let statuses = batch.entries.compactMap { $0["response"]?["status"]?.string.map { String($0.prefix(3)) } }
            #expect(statuses == ["201", "422"], "\(batch.text.prefix(2000))")
            // What an entry makes, the next one finds.
            let lyon = Samples.entry("POST", "Organization", Self.organization("Lyon"))
            let there = Samples.entry(
                "POST", "Observation",
                Samples.observation(of: patient).with("performer", [["reference": "Organization?name=Lyon"]]))
            let again = try await caller.post("/fhir", Samples.bundle("batch", [there, lyon, there, lyon, there]))
            let made = again.entries.compactMap { $0["response"]?["status"]?.string.map { String($0.prefix(3)) } }
            #expect(made == ["422", "201", "201", "201", "412"], "\(again.text.prefix(2000))")
        }
    }
}
