import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite("Patient/$match and $merge") struct MatchTests {
    private static func parameters(_ items: JSONValue...) -> JSONValue {
        ["resourceType": "Parameters", "parameter": .array(items)]
    }

    private static func grades(_ reply: Caller.Reply) -> [String] {
        reply.entries.compactMap { $0["search"]?["extension"]?.array?.first?["valueCode"]?.string }
    }

    @Test func whoMayBeThePatient() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let zoe = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            _ = try await caller.post("/fhir/Patient", Samples.patient(given: "Paul"))
            let wanted = Samples.patient(family: "MARTAIN", given: "zoe", phone: "+33 6 12 34 56 78")
            let reply = try await caller.post(
                "/fhir/Patient/$match",
                MatchTests.parameters(["name": "resource", "resource": wanted], ["name": "count", "valueInteger": 1]))
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.entries.count == 1 && reply.json?["total"]?.number?.int64 == 1)
            let entry = try #require(reply.entries.first)
            #expect(entry["resource"]?["id"]?.string == zoe && entry["search"]?["mode"]?.string == "match")
            #expect(entry["search"]?["score"]?.number?.text == "0.88")
            #expect(entry["search"]?["extension"]?.array?.first?["url"]?.string?.hasSuffix("/match-grade") == true)
            #expect(MatchTests.grades(reply) == ["probable"])
            let certain: JSONValue = ["name": "onlyCertainMatches", "valueBoolean": true]
            let only = try await caller.post(
                "/fhir/Patient/$match", MatchTests.parameters(["name": "resource", "resource": wanted], certain))
            #expect(only.status == 200 && only.entries.isEmpty)
            let herself = try await caller.post(
                "/fhir/Patient/$match",
                MatchTests.parameters(["name": "resource", "resource": Samples.patient()], certain))
            #expect(MatchTests.grades(herself) == ["certain"])
            let alone = try await caller.post("/fhir/Patient/$match", Samples.patient())
            #expect(MatchTests.grades(alone) == ["certain", "possible"])
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let theirs = try await stranger.post("/fhir/Patient/$match", Samples.patient())
            #expect(theirs.status == 200 && theirs.entries.isEmpty)
        }
    }

    @Test func whatIsNoQuestion() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let resource: JSONValue = ["name": "resource", "resource": Samples.patient(family: "Zanzibar")]
            let cases: [(JSONValue, String)] = [
                (MatchTests.parameters(), "required"), (MatchTests.parameters(resource, resource), "repeated"),
                (MatchTests.parameters(resource, ["name": "Zanzibar", "valueInteger": 1]), "unknown-parameter"),
                (MatchTests.parameters(resource, ["name": "count", "valueInteger": 0]), "value"),
                (MatchTests.parameters(resource, ["name": "count", "valueString": "Zanzibar"]), "value"),
                (MatchTests.parameters(["name": "resource", "resource": ["resourceType": "Group"]]), "resource-type"),
                (MatchTests.parameters(["valueInteger": 1]), "required"),
                (["resourceType": "Patient", "birthDate": "Zanzibar"], "invalidValue"),
                (["resourceType": "Patient", "gender": "male"], "nothing-to-match"),
            ]
            for (body, code) in cases {
                let reply = try await caller.post("/fhir/Patient/$match", body)
                #expect(reply.status == 422, "\(code)")
                #expect(reply.code == code, "\(reply.text)")
                #expect(!reply.text.contains("Zanzibar"))
            }
            for index in 0..<11 {
                _ = try await caller.post("/fhir/Patient", Samples.patient(given: "N\(index)"))
            }
            let many = try await caller.post("/fhir/Patient/$match", Samples.patient())
            #expect(many.status == 200 && many.entries.count == 1 && many.json?["total"] == nil)
            #expect(many.entries.first?["search"]?["mode"]?.string == "outcome")
            #expect(many.text.contains("keep-typing") && !many.text.contains("Martin"))
        }
    }

    private static func reference(_ name: String, _ text: String) -> JSONValue {
        ["name": .string(name), "valueReference": ["reference": .string(text)]]
    }

    @Test func twoRecordsBecomeOne() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let source = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let target = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let observation = try #require(
                try await caller.post("/fhir/Observation", Samples.observation(of: source)).id)
            func merge(_ source: String, _ target: String, _ more: JSONValue...) async throws -> Caller.Reply {
                let both = [
                    MatchTests.reference("source-patient", source), MatchTests.reference("target-patient", target),
                ]
                return try await caller.post(
                    "/fhir/Patient/$merge", ["resourceType": "Parameters", "parameter": .array(both + more)])
            }
            func code(_ reply: Caller.Reply) -> String? {
                let outcome = reply.json?["parameter"]?.array?.first { $0["name"]?.string == "outcome" }
                let issue = outcome?["resource"]?["issue"]?.array?.first
                return issue?["details"]?["coding"]?.array?.first?["code"]?.string
            }
            let (from, to) = ("Patient/\(source)", "Patient/\(target)")
            let preview = try await merge(from, to, ["name": "preview", "valueBoolean": true])
            #expect(preview.status == 200 && code(preview) == "preview", "\(preview.text)")
            #expect(try await merge("\(from)/_history/2", to).status == 412)
            let merged = try await merge("\(from)/_history/1", "\(caller.addresses.url)/fhir/\(to)/_history/1")
            #expect(merged.status == 200 && code(merged) == "merged", "\(merged.text)")
            #expect(code(try await merge(from, to)) == "already-merged")
            #expect(try await caller.get("/fhir/\(from)").json?["active"]?.bool == false)
            #expect(try await caller.get("/fhir/Observation/\(observation)").status == 200)
            let everything = try await caller.get("/fhir/\(to)/$everything")
            #expect(everything.text.contains("\"replaces\"") && everything.text.contains(from))
            #expect(try await merge(to, from).code == "target-replaced")
            // Another practice's patient and nobody's are one answer.
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            let foreign = try #require(try await stranger.post("/fhir/Patient", Samples.patient()).id)
            let theirs = try await merge(from, "Patient/\(foreign)")
            let nobodys = try await merge(from, "Patient/\(PatientID.random())")
            #expect(theirs.status == 404 && theirs.body == nobodys.body)
            #expect(try await merge(from, "Patient/17").body == nobodys.body)
            #expect(try await merge(from, "Group/\(target)").status == 422)
            let missing = MatchTests.parameters(MatchTests.reference("source-patient", from))
            #expect(try await caller.post("/fhir/Patient/$merge", missing).code == "required")
            let statement = try await caller.get("/fhir/metadata").text
            #expect(statement.contains("Patient-match") && statement.contains("Patient-merge"))
        }
    }
}
