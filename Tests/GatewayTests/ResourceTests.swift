import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct ResourceTests {
    @Test func aResourceLivesItsLife() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let created = try await caller.post("/fhir/Patient", Samples.patient())
            #expect(created.status == 201)
            let id = try #require(created.id)
            #expect(created.headers["location"] == ["\(installation.addresses.url)/fhir/Patient/\(id)/_history/1"])
            #expect(created.headers["etag"] == ["W/\"1\""])
            #expect(created.headers["last-modified"].first?.hasSuffix("GMT") == true)
            let read = try await caller.get("/fhir/Patient/\(id)")
            #expect(read.status == 200)
            #expect(read.json?["name"] == created.json?["name"])
            #expect(read.json?["name"] != nil)
            let changed = try #require(read.json).with("gender", "other")
            #expect(try await caller.put("/fhir/Patient/\(id)", changed.with("meta", nil)).status == 428)
            #expect(try await caller.put("/fhir/Patient/\(id)", changed, ["if-match": "W/\"7\""]).status == 412)
            #expect(try await caller.put("/fhir/Patient/\(id)", changed, ["if-match": "seven"]).status == 400)
            let updated = try await caller.put("/fhir/Patient/\(id)", changed, ["if-match": "W/\"1\""])
            #expect(updated.status == 200)
            #expect(updated.headers["etag"] == ["W/\"2\""])
            let old = try await caller.get("/fhir/Patient/\(id)/_history/1")
            #expect(old.json?["gender"]?.string == "female")
            let history = try await caller.get("/fhir/Patient/\(id)/_history")
            #expect(history.entries.count == 2)
        }
    }

    @Test func deletedIsGoneAndItsHistoryStays() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let created = try await caller.post("/fhir/Observation", Samples.observation(of: patient))
            #expect(created.status == 201, "\(created.text)")
            let path = "/fhir/Observation/\(try #require(created.id))"
            #expect(try await caller.get(path).status == 200)
            let deleted = try await caller.delete(path)
            #expect(deleted.status == 204)
            #expect(deleted.body.isEmpty)
            #expect(try await caller.get(path).status == 410)
            #expect(try await caller.get(path + "/_history").entries.count == 2)
        }
    }

    @Test func preferMinimalAnswersNoBody() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let reply = try await caller.post("/fhir/Patient", Samples.patient(), ["prefer": "return=minimal"])
            #expect(reply.status == 201)
            #expect(reply.body.isEmpty)
            #expect(reply.headers["location"].count == 1)
        }
    }

    @Test func listsAndEverythingComeInPages() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            for value in 60..<65 {
                let reply = try await caller.post(
                    "/fhir/Observation", Samples.observation(of: patient, value: Int64(value)))
                #expect(reply.status == 201)
            }
            for start in [
                "/fhir/Patient/\(patient)/Observation?_count=2", "/fhir/Patient/\(patient)/$everything?_count=2",
            ] {
                var seen: [String] = []
                var next: String? = start
                while let path = next, seen.count < 20 {
                    let page = try await caller.get(path)
                    #expect(page.status == 200)
                    // A search says how many match; a list of everything does not.
                    #expect(page.json?["total"]?.number?.text == (start.contains("$everything") ? nil : "5"))
                    seen += page.entries.compactMap { $0["resource"]?["id"]?.string }
                    next = page.json?["link"]?.array?.first { $0["relation"]?.string == "next" }?["url"]?.string
                    let token = next?.split(separator: "=").last.map(String.init) ?? ""
                    #expect(!token.contains(patient) && !token.contains("Observation"))
                }
                #expect(Set(seen).count == seen.count)
                #expect(seen.count == (start.contains("everything") ? 6 : 5))
            }
        }
    }

    @Test func whatARoleMayNotSeeIsNotInTheAnswer() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let physician = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let laboratory = try await installation.caller(.laboratory, in: practice)
            let patient = try #require(try await physician.post("/fhir/Patient", Samples.patient()).id)
            let observation = try await laboratory.post(
                "/fhir/Observation", Samples.observation(of: patient, value: 7_777))
            #expect(observation.status == 201, "\(observation.text)")
            let id = try #require(observation.headers["location"].first?.split(separator: "/").dropLast(2).last)
            let refused = try await secretary.get("/fhir/Observation/\(id)")
            #expect(refused.status == 403)
            #expect(!refused.text.contains("7777"))
            #expect(try await laboratory.get("/fhir/Patient/\(patient)").status == 403)
            #expect(try await physician.get("/fhir/Observation/\(id)").status == 200)
        }
    }

    @Test func anEmergencyOpeningNeedsAReasonAndAFreshFactor() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let path = "/fhir/Patient/\(patient)/$emergency-opening"
            func parameters(_ reason: String, _ assertion: String?) -> JSONValue {
                var list: [JSONValue] = [["name": "reason", "valueCode": .string(reason)]]
                if let assertion { list.append(["name": "assertion", "valueString": .string(assertion)]) }
                return ["resourceType": "Parameters", "parameter": .array(list)]
            }
            #expect(try await caller.post(path, parameters("unconscious", nil)).status == 422)
            #expect(try await caller.post(path, parameters("he fell, name Zoé", try caller.assertion())).status == 422)
            let assertion = try caller.assertion()
            let opened = try await caller.post(path, parameters("unconscious", assertion))
            #expect(opened.status == 200, "\(opened.text)")
            #expect(opened.code == "emergency-opened")
            #expect(try await caller.post(path, parameters("unconscious", assertion)).status != 200)
            let unknown = "/fhir/Patient/\(PatientID.random())/$emergency-opening"
            #expect(try await caller.post(unknown, parameters("unconscious", try caller.assertion())).status == 404)
        }
    }
}
