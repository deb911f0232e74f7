import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct ImportTests {
    private static let lines = ["content-type": "application/x-ndjson"]

    private static func group(_ patient: String, refused: Bool = false) -> JSONValue {
        let observation = Samples.observation(of: patient)
        return [
            "entries": [
                ["resource": Samples.patient(family: "Durand").with("id", .string(patient))],
                [
                    "resource": (refused ? observation.with("status", 7) : observation).with(
                        "id", .string("o-\(patient)"))
                ],
            ]
        ]
    }

    private static func body(_ lines: [JSONValue]) -> [UInt8] { Array(lines.map(\.bytes).joined(separator: [0x0A])) }

    @Test func groupsAreStoredEntryByEntryAndTwiceIsOnce() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.partner, in: try await installation.practice())
            let body = ImportTests.body([ImportTests.group("p1"), ImportTests.group("p2", refused: true)])
            let reply = try await caller.send("POST", "/fhir/$import", body, ImportTests.lines)
            #expect(reply.status == 200, "\(reply.text)")
            let outcomes = (reply.json?["groups"]?.array ?? []).map {
                ($0.array ?? []).compactMap { $0["outcome"]?.string }
            }
            #expect(outcomes == [["stored", "stored"], ["stored", "refused"]])
            let patient = try #require(reply.json?["map"]?["Patient/p1"]?.string)
            #expect(try await caller.get("/fhir/\(patient)").status == 200)
            let again = try await caller.send("POST", "/fhir/$import", body, ImportTests.lines)
            let second = (again.json?["groups"]?.array ?? []).map {
                ($0.array ?? []).compactMap { $0["outcome"]?.string }
            }
            #expect(second == [["unchanged", "unchanged"], ["unchanged", "refused"]])
            #expect(again.json?["map"]?["Patient/p1"]?.string == patient)
        }
    }

    @Test func laterCallsKnowEarlierNames() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.partner, in: try await installation.practice())
            let first = try await caller.send(
                "POST", "/fhir/$import", ImportTests.body([ImportTests.group("p1")]), ImportTests.lines)
            let map = try #require(first.json?["map"])
            let later: JSONValue = [
                "entries": [["resource": Samples.observation(of: "p1", value: 81).with("id", "o-2")]]
            ]
            let known = try await caller.send(
                "POST", "/fhir/$import", ImportTests.body([["known": map], later]), ImportTests.lines)
            #expect(known.json?["groups"]?.array?.first?.array?.first?["outcome"]?.string == "stored", "\(known.text)")
        }
    }

    @Test func linesThatAreNotGroupsRefuseTheCall() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.partner, in: try await installation.practice())
            let cases: [(String, Int, String)] = [
                ("{\"entries\":[]}\n{\"entries\":", 400, "line 2"), ("[]", 422, "line[1].entries"),
                ("{\"entries\":[{\"resource\":7}]}", 422, "line[1].entries[0].resource"),
                ("{\"known\":{\"a\":7}}", 422, "line[1].known"),
            ]
            for (body, status, place) in cases {
                let reply = try await caller.send("POST", "/fhir/$import", Array(body.utf8), ImportTests.lines)
                #expect(reply.status == status, "\(body)")
                #expect(reply.text.contains(place), "\(body): \(reply.text)")
            }
            #expect(
                try await caller.send("POST", "/fhir/$import", [], ["content-type": "application/json"]).status == 415)
        }
    }
}
