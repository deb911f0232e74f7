import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct BundleTests {
    @Test func aTransactionResolvesItsOwnReferences() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let urn = "urn:uuid:7d4f1c1e-5a0f-4c1e-9f1a-2b9d6f0a1c11"
            var observation = Samples.observation(of: "x")
            observation = observation.with("subject", ["reference": .string(urn)])
            let reply = try await caller.post(
                "/fhir",
                Samples.bundle(
                    "transaction",
                    [
                        Samples.entry("POST", "Observation", observation),
                        Samples.entry("POST", "Patient", Samples.patient(), fullURL: urn),
                    ]))
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.json?["type"]?.string == "transaction-response")
            #expect(reply.entries.compactMap { $0["response"]?["status"]?.string } == ["201 Created", "201 Created"])
            let patient = try #require(reply.entries.last?["resource"]?["id"]?.string)
            #expect(reply.entries.first?["resource"]?["subject"]?["reference"]?.string == "Patient/\(patient)")
        }
    }

    @Test func aTransactionIsWholeOrNothingAndABatchIsNot() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let entries = [
                Samples.entry("POST", "Patient", Samples.patient(family: "Durand")),
                Samples.entry("POST", "Patient", Samples.patient(family: "Durand").with("birthDate", "Zanzibar")),
                Samples.entry("POST", "Observation", Samples.patient()), Samples.entry("PATCH", "Patient/x"),
                Samples.entry("GET", "Patient/\(PatientID.random())"), Samples.entry("GET", "Patient?family=durand"),
            ]
            let transaction = try await caller.post("/fhir", Samples.bundle("transaction", Array(entries.prefix(2))))
            #expect(transaction.status == 422, "\(transaction.text)")
            #expect(!transaction.text.contains("Zanzibar"))
            #expect(try await caller.get("/fhir/Patient?family=durand").json?["total"]?.number?.int64 == 0)
            let batch = try await caller.post("/fhir", Samples.bundle("batch", entries))
            #expect(batch.status == 200)
            let statuses = batch.entries.compactMap { $0["response"]?["status"]?.string?.prefix(3) }
            #expect(statuses == ["201", "422", "422", "422", "404", "422"])
        }
    }

    @Test func bundlesOfOtherKindsAndSizesAreRefused() async throws {
        var limits = GatewayLimits()
        limits.maximumBundleEntries = 3
        limits.maximumBatchEntries = 2
        try await Installation.with(limits: limits) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            for type in ["searchset", "collection", "nonsense"] {
                let reply = try await caller.post("/fhir", Samples.bundle(type, []))
                #expect(reply.status == 422 && reply.expressions == ["Bundle.type"], "\(type)")
            }
            let four = (0..<4).map { _ in Samples.entry("POST", "Patient", Samples.patient()) }
            for (type, entries, status) in [
                ("transaction", four, 422), ("batch", Array(four.prefix(3)), 422),
                ("batch", Array(four.prefix(2)), 200),
                ("transaction", Array(four.prefix(3)), 200),
                ("transaction", (0..<3).map { _ in Samples.entry("GET", "Patient/\(PatientID.random())") }, 422),
            ] {
                #expect(try await caller.post("/fhir", Samples.bundle(type, entries)).status == status, "\(type)")
            }
        }
    }
}
