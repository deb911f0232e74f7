import Broker
import Foundation
import Testing
import Vocabulary

@testable import Gateway

/// What other servers kept in memory alone, or checked and stored in two steps.
extension KnownLeakTests {
    @Test(arguments: [BrokerRoom.End.crash, .orderly])
    func aRestartForgetsNoOpening(_ end: BrokerRoom.End) async throws {
        let limits = Limits.standard.text.replacingOccurrences(of: "physician=150,300,2000", with: "physician=5,5,5")
        try await Installation.with(broker: limits) { installation in
            let practice = try await installation.practice()
            let owner = try await installation.caller(.onCall, in: practice)
            var thief = try await installation.caller(.physician, in: practice)
            let entries = (0..<8).map { Samples.entry("POST", "Patient", Samples.patient(family: "Durand\($0)")) }
            let made = try await owner.post("/fhir", Samples.bundle("transaction", entries))
            let ids = made.entries.compactMap { $0["resource"]?["id"]?.string }
            #expect(ids.count == 8, "\(made.text.prefix(400))")
            for id in ids.prefix(5) { #expect(try await thief.get("/fhir/Patient/\(id)").status == 200) }
            #expect(try await thief.get("/fhir/Patient/\(ids[5])").code == "opening-limit")
            for _ in 0..<2 {
                try await installation.restartBroker(end)
                try await thief.signIn()
                for id in ids.suffix(3) {
                    let reply = try await thief.get("/fhir/Patient/\(id)")
                    #expect(reply.status == 429 && reply.code == "opening-limit", "\(reply.text.prefix(200))")
                }
                for id in ids.prefix(5) { #expect(try await thief.get("/fhir/Patient/\(id)").status == 200) }
            }
        }
    }

    @Test func oneAssertionMakesOneSessionHoweverManyShowItAtOnce() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            for end in [nil, BrokerRoom.End.crash] {
                let form = Caller.tokenForm(try caller.assertion())
                let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<32 { group.addTask { try await caller.form("/oauth/token", form).status } }
                    return try await group.reduce(into: [Int]()) { $0.append($1) }
                }
                #expect(statuses.filter { $0 == 200 }.count == 1 && statuses.filter { $0 == 401 }.count == 31)
                if let end { try await installation.restartBroker(end) }
                #expect(try await caller.form("/oauth/token", form).status == 401)
            }
        }
    }

    @Test func historyIsServedAndIsInTheAccessLog() async throws {
        try await Installation.with(after: { directory in
            let files =
                FileManager.default.enumerator(atPath: directory + "/access")?.compactMap { $0 as? String } ?? []
            let text = files.compactMap { try? String(contentsOfFile: "\(directory)/access/\($0)", encoding: .utf8) }
                .joined()
            #expect(text.contains("\"op\":\"history\""))
        }) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let id = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let changed = Samples.patient(family: "Durand").with("id", .string(id))
            #expect(try await caller.put("/fhir/Patient/\(id)", changed, ["if-match": "W/\"1\""]).status == 200)
            let history = try await caller.get("/fhir/Patient/\(id)/_history")
            #expect(history.status == 200 && history.entries.count == 2)
        }
    }
}
