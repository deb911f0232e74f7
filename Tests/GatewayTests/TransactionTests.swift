import JSONTree
import Testing
import Vocabulary

@testable import Gateway

/// Transactions and batches on conditions (R4, http, "batch/transaction").
@Suite struct TransactionTests {
    /// An entry with more in its request.
    private static func entry(
        _ method: String, _ url: String, _ resource: JSONValue? = nil, fullURL: String? = nil,
        _ request: [String: String]
    ) -> JSONValue {
        let entry = Samples.entry(method, url, resource, fullURL: fullURL)
        let whole = request.reduce(entry["request"] ?? .null) { $0.with($1.key, .string($1.value)) }
        return entry.with("request", whole)
    }

    private static func person(_ number: String) -> JSONValue {
        Samples.patient().with("identifier", [["system": "urn:x", "value": .string(number)]])
    }

    private static func statuses(_ reply: Caller.Reply) -> [String] {
        reply.entries.compactMap { $0["response"]?["status"]?.string.map { String($0.prefix(3)) } }
    }

    private static func post(
        _ caller: Caller, _ kind: String, _ entries: JSONValue..., prefer: String? = nil
    ) async throws -> Caller.Reply {
        let headers = prefer.map { ["prefer": "return=\($0)"] } ?? [:]
        return try await caller.post("/fhir", Samples.bundle(kind, entries), headers)
    }

    private static func with(_ body: @Sendable (_ caller: Caller, _ patient: String) async throws -> Void) async throws
    {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            try await body(caller, try #require(try await caller.post("/fhir/Patient", person("17")).id))
        }
    }

    @Test func aConditionalReferenceStandsForTheOneThatItFinds() async throws {
        try await TransactionTests.with { caller, patient in
            let pulse = Samples.observation(of: "x")
            let found = pulse.with("subject", ["reference": "Patient?identifier=urn:x%7C17"])
            for kind in ["transaction", "batch"] {
                let reply = try await Self.post(caller, kind, Samples.entry("POST", "Observation", found))
                #expect(Self.statuses(reply) == ["201"], "\(reply.text)")
                #expect(reply.entries.first?["resource"]?["subject"]?["reference"]?.string == "Patient/\(patient)")
            }
            let other = try #require(try await caller.post("/fhir/Patient", Self.person("18")).id)
            let encounter = try #require(
                try await caller.post(
                    "/fhir/Encounter",
                    [
                        "resourceType": "Encounter", "status": "finished", "class": ["code": "AMB"],
                        "subject": ["reference": .string("Patient/\(patient)")],
                    ]
                ).id)
            let within = found.with(
                "encounter", ["reference": .string("Encounter?patient=\(patient)&status=finished")])
            let reply = try await Self.post(caller, "transaction", Samples.entry("POST", "Observation", within))
            #expect(
                reply.entries.first?["resource"]?["encounter"]?["reference"]?.string == "Encounter/\(encounter)",
                "\(reply.text)")
            // What belongs to another patient is never a match, and neither is another patient.
            let across = Samples.observation(of: other).with("encounter", within["encounter"])
            let performed = Samples.observation(of: other)
                .with("performer", [["reference": "Patient?identifier=urn:x%7C17"]])
            for resource in [across, performed] {
                let reply = try await Self.post(caller, "transaction", Samples.entry("POST", "Observation", resource))
                #expect(reply.status == 422 && reply.code == "other-patient", "\(reply.text)")
                #expect(reply.expressions == ["Bundle.entry[0].resource"])
                #expect(!reply.text.contains(patient))
            }
        }
    }

    /// A condition that is read leniently, or asks for a number only, would find what nobody meant.
    @Test func conditionsAreReadStrictly() async throws {
        try await TransactionTests.with { caller, patient in
            _ = try await caller.post("/fhir/Observation", Samples.observation(of: patient))
            for condition in ["cod=x", "_summary=count", "_elements=code", "_sort=date", "_count=0"] {
                let path = "/fhir/Observation?patient=\(patient)&\(condition)"
                let lenient = ["prefer": "handling=lenient"]
                let deleted = try await caller.send("DELETE", path, nil, lenient)
                #expect(deleted.status == 400, "\(condition)")
                let made = try await caller.post(
                    "/fhir/Observation", Samples.observation(of: patient),
                    ["if-none-exist": "patient=\(patient)&\(condition)", "prefer": "handling=lenient"])
                #expect(made.status == 400, "\(condition)")
            }
            #expect(try await caller.get("/fhir/Patient/\(patient)/Observation").entries.count == 1)
        }
    }

    @Test func whatDoesNotFindExactlyOneLeavesNothing() async throws {
        try await TransactionTests.with { caller, patient in
            #expect(try await caller.post("/fhir/Patient", Self.person("17")).status == 201)
            let good = Samples.entry("POST", "Observation", Samples.observation(of: patient))
            func about(_ element: String, _ reference: String) -> JSONValue {
                Samples.entry(
                    "POST", "Observation",
                    Samples.observation(of: patient).with(element, [["reference": .string(reference)]]))
            }
            let cases: [(JSONValue, Int, String)] = [
                (about("performer", "Patient?identifier=urn:x%7C17"), 412, "multiple-matches"),
                (about("performer", "Patient?identifier=urn:x%7C99"), 422, "no-match"),
                (about("performer", "Practitioner?identifier=urn:x%7C1"), 422, "no-match"),
                (about("performer", "Organization?subject=Patient/x"), 403, "patient-required"),
                (about("performer", "Organization?unknown=x"), 400, "search-unknown"),
                (about("focus", "ValueSet?url=urn:x"), 422, "type-not-stored"),
                (about("focus", "AuditEvent?date=2026"), 422, "type-not-stored"),
                (about("focus", "Encounter?identifier=urn:x%7C1"), 403, "patient-required"),
                (about("focus", "Patient?gender=female"), 400, "parameter"),
                (about("focus", "Patient?"), 400, "parameter"),
                (
                    Self.entry("POST", "Patient", Self.person("17"), ["ifNoneExist": "identifier=urn:x%7C17"]), 412,
                    "multiple-matches"
                ),
                (Samples.entry("PUT", "Patient?identifier=urn:x%7C17", Self.person("17")), 412, "multiple-matches"),
                (Samples.entry("DELETE", "Patient?identifier=urn:x%7C17"), 412, "multiple-matches"),
                (
                    Self.entry("PUT", "Patient?identifier=urn:x%7C9", Self.person("9"), ["ifMatch": "W/\"1\""]), 412,
                    "version"
                ),
                (
                    Self.entry(
                        "PUT", "Patient/\(patient)", Self.person("17").with("id", .string(patient)),
                        ["ifNoneMatch": "*"]), 422, "condition-not-supported"
                ),
                (Samples.entry("GET", "Observation/\(patient).99"), 404, "not-found"),
            ]
            for (entry, status, code) in cases {
                let reply = try await Self.post(caller, "transaction", good, entry)
                #expect(reply.status == status && reply.code == code, "\(code) \(reply.text)")
                #expect(!reply.text.contains("urn:x"))
                guard code != "not-found" else { continue }
                #expect(reply.expressions.first?.hasPrefix("Bundle.entry[1]") ?? false, "\(reply.text)")
            }
            #expect(try await caller.get("/fhir/Observation?patient=\(patient)").entries.isEmpty)
        }
    }

    @Test func entriesAreWrittenOnCondition() async throws {
        try await TransactionTests.with { caller, patient in
            let urn = "urn:uuid:7d4f1c1e-5a0f-4c1e-9f1a-2b9d6f0a1c11"
            let unless = ["ifNoneExist": "identifier=urn:x%7C17"]
            let pulse = Samples.observation(of: "x").with("subject", ["reference": .string(urn)])
            let query = "Observation?patient=\(patient)&code=8867-4"
            // The patient is there: nothing is made, and what is about them finds them.
            let first = try await Self.post(
                caller, "transaction", Samples.entry("PUT", query, Samples.observation(of: patient)),
                Self.entry("POST", "Patient", Self.person("17"), fullURL: urn, unless))
            #expect(Self.statuses(first) == ["201", "200"], "\(first.text)")
            #expect(first.entries.last?["resource"]?["id"]?.string == patient)
            let second = try await Self.post(
                caller, "transaction", Samples.entry("PUT", query, pulse),
                Self.entry("POST", "Patient", Self.person("17"), fullURL: urn, unless))
            #expect(Self.statuses(second) == ["200", "200"], "\(second.text)")
            #expect(second.entries.first?["resource"]?["subject"]?["reference"]?.string == "Patient/\(patient)")
            // What is deleted is not found any more.
            let third = try await Self.post(
                caller, "transaction",
                Self.entry(
                    "POST", "Observation", pulse.with("subject", ["reference": .string("Patient/\(patient)")]),
                    ["ifNoneExist": "patient=\(patient)&code=8867-4"]),
                Samples.entry("DELETE", query + "&status=final"), Samples.entry("DELETE", query + "&status=amended"))
            #expect(Self.statuses(third) == ["201", "204", "204"], "\(third.text)")
            #expect(try await caller.get("/fhir/\(query)").entries.count == 1)
            let stale = try await Self.post(
                caller, "transaction", Self.entry("DELETE", query, nil, ["ifMatch": "W/\"7\""]))
            #expect(stale.status == 412, "\(stale.text)")
            // One patient, whom two entries would make.
            let new = ["ifNoneExist": "identifier=urn:x%7C20"]
            let twice = try await Self.post(
                caller, "transaction", Self.entry("POST", "Patient", Self.person("20"), new),
                Self.entry("POST", "Patient", Self.person("20"), new))
            #expect(twice.code == "condition-twice", "\(twice.text)")
            // Another entry may refer to what is made by the same condition.
            let same = pulse.with("subject", ["reference": "Patient?identifier=urn:x%7C20"])
            let made = try await Self.post(
                caller, "transaction", Samples.entry("POST", "Observation", same),
                Self.entry("POST", "Patient", Self.person("20"), new))
            #expect(Self.statuses(made) == ["201", "201"], "\(made.text)")
            let id = try #require(made.entries.last?["resource"]?["id"]?.string)
            #expect(made.entries.first?["resource"]?["subject"]?["reference"]?.string == "Patient/\(id)")
        }
    }

    @Test func aBatchAnswersEachConditionInItsPlace() async throws {
        try await TransactionTests.with { caller, patient in
            let unless = ["ifNoneExist": "identifier=urn:x%7C30"]
            let reply = try await Self.post(
                caller, "batch", Self.entry("POST", "Patient", Self.person("30"), unless),
                Self.entry("POST", "Patient", Self.person("30"), unless),
                Self.entry("GET", "Patient/\(patient)", nil, ["ifNoneMatch": "W/\"1\""]),
                Self.entry("GET", "Patient/\(patient)", nil, ["ifNoneMatch": "W/\"2\""]),
                Samples.entry("DELETE", "Observation?code=8867-4"),
                Samples.entry("DELETE", "Patient?identifier=urn:x%7C30"))
            #expect(Self.statuses(reply) == ["201", "200", "304", "200", "403", "204"], "\(reply.text)")
            #expect(reply.entries[2]["resource"] == nil)
            let place = reply.entries[4]["response"]?["outcome"]?["issue"]?.array?.first?["expression"]
            #expect(place == ["Bundle.entry[4]"])
        }
    }

    @Test func patchesAreEntries() async throws {
        try await TransactionTests.with { caller, patient in
            let replace = try PatchRouteTests.replace("Patient.birthDate", #""valueDate":"1981-01-01""#)
            let binary: JSONValue = [
                "resourceType": "Binary", "contentType": "application/json-patch+json",
                "data": "W3sib3AiOiJyZXBsYWNlIiwicGF0aCI6Ii9nZW5kZXIiLCJ2YWx1ZSI6Im90aGVyIn1d",
            ]
            let pulse = Samples.observation(of: patient)
            let first = try await Self.post(
                caller, "transaction", Samples.entry("PATCH", "Patient/\(patient)", replace),
                Samples.entry("POST", "Observation", pulse), Samples.entry("GET", "Patient/\(patient)"))
            #expect(Self.statuses(first) == ["200", "201", "200"], "\(first.text)")
            #expect(first.entries.last?["resource"]?["birthDate"]?.string == "1981-01-01")
            #expect(first.entries.last?["resource"]?["meta"]?["versionId"]?.string == "2")
            let second = try await Self.post(
                caller, "batch", Samples.entry("PATCH", "Patient/\(patient)", binary),
                Self.entry("PATCH", "Patient/\(patient)", replace, ["ifMatch": "W/\"1\""]),
                Samples.entry("PATCH", "Patient/\(PatientID.random())", replace),
                Samples.entry("PATCH", "Patient/\(patient)", pulse))
            #expect(Self.statuses(second) == ["200", "412", "404", "422"], "\(second.text)")
            #expect(second.entries.first?["resource"]?["gender"]?.string == "other")
            let wrong = try PatchRouteTests.replace("Patient.birthDate", #""valueDate":"1982-13-01""#)
            for (url, patch) in [("Patient/\(patient)", wrong), ("Patient/\(PatientID.random())", replace)] {
                let third = try await Self.post(
                    caller, "transaction", Samples.entry("POST", "Observation", pulse),
                    Samples.entry("PATCH", url, patch))
                #expect((400..<500).contains(third.status), "\(third.text)")
            }
            let twice = try await Self.post(
                caller, "transaction", Samples.entry("PATCH", "Patient/\(patient)", replace),
                Samples.entry("PATCH", "Patient/\(patient)", binary))
            #expect(twice.code == "resource-twice", "\(twice.text)")
            #expect(try await caller.get("/fhir/Observation?patient=\(patient)").entries.count == 1)
        }
    }

    @Test func entriesAnswerAsTheWriterPrefers() async throws {
        try await TransactionTests.with { caller, patient in
            for kind in ["transaction", "batch"] {
                for (prefer, hasResource, hasOutcome) in [
                    ("representation", true, false), ("minimal", false, false), ("OperationOutcome", false, true),
                ] {
                    let reply = try await Self.post(
                        caller, kind, Samples.entry("POST", "Observation", Samples.observation(of: patient)),
                        Self.entry("POST", "Patient", Self.person("17"), ["ifNoneExist": "identifier=urn:x%7C17"]),
                        Samples.entry("GET", "Patient/\(patient)"), prefer: prefer)
                    #expect(Self.statuses(reply) == ["201", "200", "200"], "\(reply.text)")
                    for entry in reply.entries.prefix(2) {
                        #expect((entry["resource"] != nil) == hasResource, "\(kind) \(prefer)")
                        #expect((entry["response"]?["outcome"] != nil) == hasOutcome, "\(kind) \(prefer)")
                        #expect(entry["response"]?["etag"] != nil && entry["response"]?["location"] != nil)
                    }
                    #expect(reply.entries.last?["resource"]?["id"]?.string == patient)
                }
            }
        }
    }
}
