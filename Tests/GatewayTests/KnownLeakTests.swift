import Broker
import BrokerAPI
import Foundation
import JSONTree
import Synchronization
import Testing
import Vocabulary

@testable import Gateway

/// Leaks that other record servers had (facts/known-leaks.md), tried against this one.
@Suite struct KnownLeakTests {
    /// Two practices; the first has a patient with one observation.
    private static func withTwoPractices(
        _ body:
            @Sendable (
                _ installation: Installation, _ owner: Caller, _ other: Caller, _ patient: String, _ observation: String
            )
            async throws -> Void
    ) async throws {
        try await Installation.with { installation in
            let owner = try await installation.caller(.physician, in: try await installation.practice())
            let other = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await owner.post("/fhir/Patient", Samples.patient()).id)
            let observation = try #require(
                try await owner.post("/fhir/Observation", Samples.observation(of: patient)).id)
            try await body(installation, owner, other, patient, observation)
        }
    }

    @Test func anotherPracticesIdIsTheSame404AsAnUnknownOneOnEveryRoute() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, other, patient, observation in
            let unknown = PatientID.random()
            let routes = [
                "/fhir/Patient/{}", "/fhir/Patient/{}/_history", "/fhir/Patient/{}/_history/1",
                "/fhir/Patient/{}/Observation", "/fhir/Patient/{}/$everything", "/fhir/Observation/{}.1",
                "/fhir/Observation/{}.1/_history", "/fhir/Observation/{}.1/_history/1",
            ]
            #expect(observation == "\(patient).1")
            for route in routes {
                let known = route.replacingOccurrences(of: "{}", with: patient)
                #expect(try await owner.get(known).status == 200, "\(route)")
                let theirs = try await other.get(known)
                let nobodys = try await other.get(route.replacingOccurrences(of: "{}", with: unknown.description))
                let noID = try await other.get(route.replacingOccurrences(of: "{}", with: "no-id"))
                for reply in [theirs, nobodys, noID] {
                    #expect(reply.status == 404, "\(route)")
                    #expect(reply.body == theirs.body && reply.stableHeaders == theirs.stableHeaders, "\(route)")
                }
                #expect(!theirs.text.contains(patient))
            }
            let resource = Samples.patient().with("id", .string(patient))
            let put = try await other.put("/fhir/Patient/\(patient)", resource, ["if-match": "W/\"1\""])
            let putUnknown = try await other.put(
                "/fhir/Patient/\(unknown)", Samples.patient().with("id", .string(unknown.description)),
                ["if-match": "W/\"1\""])
            #expect(put.status == 404 && put.body == putUnknown.body)
            let delete = try await other.delete("/fhir/Observation/\(observation)")
            #expect(delete.status == 404 && delete.body == put.body)
            #expect(try await owner.get("/fhir/Observation/\(observation)").status == 200)
        }
    }

    @Test func pagingLinksOfAnotherSessionOrPracticeAreRefused() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, other, patient, _ in
            for _ in 0..<2 { _ = try await owner.post("/fhir/Observation", Samples.observation(of: patient)) }
            let page = try await owner.get("/fhir/Patient/\(patient)/Observation?_count=1")
            let links = page.json?["link"]?.array ?? []
            let next = try #require(links.first { $0["relation"]?.string == "next" }?["url"]?.string)
            #expect(try await owner.get(next).status == 200)
            let theirs = try await other.get(next)
            #expect(theirs.status == 400 || theirs.status == 404)
            #expect(theirs.entries.isEmpty)
            var again = owner
            try await again.signIn()
            #expect(try await again.get(next).status == 400)
            let moved = next.replacingOccurrences(of: "/Observation?", with: "/$everything?")
            #expect(try await owner.get(moved).status == 400)
            #expect(try await owner.get(next + "x").status == 400)
        }
    }

    @Test func conditionalCreatesMatchNobodyOfAnotherPractice() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, other, patient, _ in
            let condition = ["if-none-exist": "family=martin"]
            let known = try await owner.post("/fhir/Patient", Samples.patient(), condition)
            #expect(known.status == 200)
            #expect(known.id == patient)
            let theirs = try await other.post("/fhir/Patient", Samples.patient(), condition)
            #expect(theirs.status == 201)
            #expect(theirs.id != patient)
            var entry = Samples.entry("POST", "Patient", Samples.patient())
            let request: JSONValue = ["method": "POST", "url": "Patient", "ifNoneExist": "family=martin"]
            entry = entry.with("request", request)
            let bundle = try await other.post("/fhir", Samples.bundle("transaction", [entry]))
            #expect(bundle.status == 200, "\(bundle.text)")
            #expect(bundle.entries.first?["resource"]?["id"]?.string == theirs.id)
            #expect(try await other.get("/fhir/Patient?family=martin").entries.count == 1)
        }
    }

    /// HAPI #5184, for all that a transaction may ask on a condition.
    @Test func conditionsInATransactionMatchNobodyOfAnotherPractice() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, other, patient, observation in
            let pulse = Samples.observation(of: "x")
            let aboutFound = pulse.with("subject", ["reference": "Patient?family=martin"])
            let aboutNobody = pulse.with("subject", ["reference": "Patient?family=nobody"])
            let theirs = try await other.post(
                "/fhir", Samples.bundle("transaction", [Samples.entry("POST", "Observation", aboutFound)]))
            let nobodys = try await other.post(
                "/fhir", Samples.bundle("transaction", [Samples.entry("POST", "Observation", aboutNobody)]))
            #expect(theirs.status == 422 && theirs.code == "no-match")
            #expect(theirs.body == nobodys.body && theirs.stableHeaders == nobodys.stableHeaders)
            #expect(!theirs.text.contains(patient))
            for entry in [
                Samples.entry("PUT", "Observation?patient=\(patient)&code=8867-4", Samples.observation(of: patient)),
                Samples.entry("DELETE", "Observation?patient=\(patient)&code=8867-4"),
                Samples.entry(
                    "POST", "Observation",
                    pulse.with("focus", [["reference": .string("Observation?patient=\(patient)")]])),
            ] {
                let reply = try await other.post("/fhir", Samples.bundle("transaction", [entry]))
                #expect((400..<500).contains(reply.status), "\(reply.text)")
            }
            let mine = try await other.post(
                "/fhir", Samples.bundle("transaction", [Samples.entry("DELETE", "Patient?family=martin")]))
            #expect(mine.entries.first?["response"]?["status"]?.string == "204 No Content")
            #expect(try await owner.get("/fhir/Patient/\(patient)").status == 200)
            #expect(try await owner.get("/fhir/Observation/\(observation)").headers["etag"] == ["W/\"1\""])
            let found = try await owner.post(
                "/fhir", Samples.bundle("transaction", [Samples.entry("POST", "Observation", aboutFound)]))
            #expect(found.entries.first?["resource"]?["subject"]?["reference"]?.string == "Patient/\(patient)")
        }
    }

    @Test func referencesToAnotherPracticesPatientAreUnknownOnes() async throws {
        try await KnownLeakTests.withTwoPractices { _, _, other, patient, _ in
            let theirs = try await other.post("/fhir/Observation", Samples.observation(of: patient))
            let nobodys = try await other.post(
                "/fhir/Observation", Samples.observation(of: PatientID.random().description))
            #expect(theirs.status == nobodys.status && theirs.body == nobodys.body)
            #expect((400..<500).contains(theirs.status))
            #expect(!theirs.text.contains(patient))
        }
    }

    @Test func searchesStayInThePractice() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, other, _, _ in
            for path in [
                "/fhir/Patient?family=martin", "/fhir/Patient?phone=0612345678", "/fhir/Patient?birthdate=1980-05-17",
            ] {
                #expect(try await owner.get(path).json?["total"]?.number?.int64 == 1, "\(path)")
                let theirs = try await other.get(path)
                #expect(theirs.json?["total"]?.number?.int64 == 0 && theirs.entries.isEmpty, "\(path)")
            }
        }
    }

    @Test func sourceHasIncludeAndChainsAreRefused() async throws {
        try await KnownLeakTests.withTwoPractices { _, owner, _, _, _ in
            for query in [
                "_source=x", "_has:Observation:patient:code=1", "_include=Patient:general-practitioner",
                "_revinclude=Observation:subject", "general-practitioner.name=x", "_id=x", "_lastUpdated=gt2020",
                "_query=x",
            ] {
                let reply = try await owner.get("/fhir/Patient?family=martin&\(query)")
                #expect(reply.status == 400, "\(query)")
            }
            #expect(try await owner.get("/fhir/Observation?subject=x").status == 403)
            #expect(try await owner.get("/fhir/Patient").status == 400)
        }
    }

    @Test func subscriptionsAndBinariesHaveNoWayAround() async throws {
        try await KnownLeakTests.withTwoPractices { _, _, other, patient, _ in
            let subscription: JSONValue = [
                "resourceType": "Subscription", "status": "requested", "reason": "x", "criteria": "Patient?",
                "channel": ["type": "rest-hook", "endpoint": "https://example.org/"],
            ]
            #expect(try await other.post("/fhir/Subscription", subscription).status == 422)
            for path in [
                "/fhir/Binary/\(patient).1", "/fhir/Binary/\(patient)", "/fhir/$export", "/fhir/Patient/$export",
            ] {
                let reply = try await other.get(path)
                #expect(reply.status == 404, "\(path)")
            }
        }
    }

    @Test func repeatReadsPassTheSameCheck() async throws {
        try await KnownLeakTests.withTwoPractices { installation, owner, other, patient, _ in
            for _ in 0..<3 {
                let (mine, theirs) = (
                    try await owner.get("/fhir/Patient/\(patient)"), try await other.get("/fhir/Patient/\(patient)")
                )
                #expect(mine.status == 200 && theirs.status == 404)
            }
        }
    }

    @Test func aLimitCountsPatientsAndNotRequests() async throws {
        let limits = Limits.standard.text.replacingOccurrences(
            of: "physician=150,300,2000", with: "physician=5,5,5")
        try await Installation.with(broker: limits) { installation in
            let practice = try await installation.practice()
            let owner = try await installation.caller(.onCall, in: practice)
            let thief = try await installation.caller(.physician, in: practice)
            let entries = (0..<12).map { Samples.entry("POST", "Patient", Samples.patient(family: "Durand\($0)")) }
            let made = try await owner.post("/fhir", Samples.bundle("transaction", entries))
            let ids = made.entries.compactMap { $0["resource"]?["id"]?.string }
            #expect(ids.count == 12, "\(made.text.prefix(400))")
            let reads = ids.map { Samples.entry("GET", "Patient/\($0)") }
            let batch = try await thief.post("/fhir", Samples.bundle("batch", reads))
            let statuses = batch.entries.compactMap { $0["response"]?["status"]?.string?.prefix(3) }
            #expect(statuses.filter { $0 == "200" }.count == 5)
            #expect(statuses.filter { $0 == "429" }.count == 7)
            let single = try await thief.get("/fhir/Patient/\(try #require(ids.last))")
            #expect(single.status == 429)
            #expect(single.code == "opening-limit")
            #expect((single.headers["retry-after"].first.flatMap(Int.init) ?? 0) > 0)
            let first = try #require(ids.first)
            #expect(try await thief.get("/fhir/Patient/\(first)").status == 200)
        }
    }

    @Test func searchesAreInTheAccessLogWithThePatientsShown() async throws {
        let shown = Mutex("")
        try await Installation.with(after: { directory in
            let files =
                FileManager.default.enumerator(atPath: directory + "/access")?.compactMap { $0 as? String } ?? []
            let text = files.compactMap { try? String(contentsOfFile: "\(directory)/access/\($0)", encoding: .utf8) }
                .joined()
            let id = shown.withLock { $0 }
            #expect(!id.isEmpty)
            #expect(text.components(separatedBy: id).count >= 3, "both searches name the patient")
            #expect(!text.lowercased().contains("martin"))
        }) { installation in
            let practice = try await installation.practice()
            let owner = try await installation.caller(.onCall, in: practice)
            let reader = try await installation.caller(.physician, in: practice)
            let id = try #require(try await owner.post("/fhir/Patient", Samples.patient()).id)
            shown.withLock { $0 = id }
            #expect(try await reader.get("/fhir/Patient?family=martin").entries.count == 1)
            #expect(try await reader.form("/fhir/Patient/_search", "family=martin").entries.count == 1)
        }
    }

    @Test func logsMetricsAndErrorsHoldNoQueryAndNoValue() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let planted = ["Quetzalcoatl", "0698765432", "1977-07-07", "rue Xanadu", "Ozymandias"]
            let patient = Samples.patient(
                family: planted[0], given: planted[4], birthDate: planted[2], phone: planted[1], address: planted[3])
            let id = try #require(try await caller.post("/fhir/Patient", patient).id)
            _ = try await caller.get("/fhir/Patient/\(id)")
            _ = try await caller.get("/fhir/Patient?family=\(planted[0])&birthdate=\(planted[2])")
            _ = try await caller.form("/fhir/Patient/_search", "phone=\(planted[1])")
            _ = try await caller.get("/fhir/Patient?gender=\(planted[0])")
            _ = try await caller.get("/fhir/\(planted[0])/\(planted[4])")
            _ = try await caller.post("/fhir/Patient", patient.with("nonsense", .string(planted[0])))
            _ = try await caller.send(
                "POST", "/fhir/Patient", Array("{\"resourceType\":\"Patient\",\"x\":\"\(planted[0])".utf8),
                ["content-type": "application/fhir+json"])
            let metrics = try await caller.get(installation.addresses.admin + "/metrics")
            let text = installation.log.lines.joined(separator: "\n") + metrics.text
            #expect(installation.log.lines.filter { $0.contains("GET /fhir/{type}/{id}") }.count >= 1)
            for value in planted + [id, caller.token, "family", "gender"] {
                #expect(!text.lowercased().contains(value.lowercased()), "\(value)")
            }
        }
    }
}
