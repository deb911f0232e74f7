import Broker
import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Gateway

/// `PATCH` with a FHIRPath Patch.
@Suite struct PatchRouteTests {
    static func replace(_ path: String, _ value: String) throws -> JSONValue {
        try operation("replace", path, #","value":{"name":"value",\#(value)}"#)
    }

    /// An operation whose value and other parts are given as text.
    private static func operation(_ type: String, _ path: String, _ value: String = "") throws -> JSONValue {
        var parts: [JSONValue] = [
            ["name": "type", "valueCode": .string(type)], ["name": "path", "valueString": .string(path)],
        ]
        if let value = try JSONValue(parsing: "{\"x\":0\(value)}".utf8)["value"] { parts.append(value) }
        return ["resourceType": "Parameters", "parameter": [["name": "operation", "part": .array(parts)]]]
    }

    private static func patch(
        _ caller: Caller, _ path: String, _ patch: JSONValue, _ headers: [String: String] = [:]
    ) async throws -> Caller.Reply {
        let type = ["content-type": "application/fhir+json"]
        return try await caller.send("PATCH", path, patch.bytes, type.merging(headers) { $1 })
    }

    @Test func aPathPatchChangesOneVersion() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let path = "/fhir/Patient/\(try #require(try await caller.post("/fhir/Patient", Samples.patient()).id))"
            let good = try Self.replace("Patient.birthDate", #""valueDate":"1981-01-01""#)
            #expect(try await Self.patch(caller, path, good, ["if-match": "W/\"7\""]).status == 412)
            let patched = try await Self.patch(caller, path, good, ["if-match": "W/\"1\""])
            #expect(patched.status == 200, "\(patched.text)")
            #expect(patched.json?["birthDate"]?.string == "1981-01-01")
            #expect(patched.headers["etag"] == ["W/\"2\""])
            let cases: [(JSONValue, Int)] = [
                (try Self.replace("Patient.gender", #""valueCode":"unicorn""#), 422),
                (try Self.replace("Patient.id", #""valueId":"x""#), 422),
                (try Self.operation("delete", "Patient.id"), 422),
                (try Self.replace("Patient.resourceType", #""valueCode":"Person""#), 422),
                (try Self.operation("delete", "Patient"), 422),
                (try Self.operation("delete", "Patient.name.given | Patient.name.family"), 422),
                (try Self.replace("Patient.maritalStatus", #""valueCodeableConcept":{"text":"x"}"#), 422),
                (try Self.replace("Patient.birthDate", #""valueDate":"private""#), 400),
                (try Self.operation("delete", "Patient.name["), 400), (["resourceType": "Parameters", "x": 1], 400),
                ([["op": "remove", "path": "/birthDate"]], 400), (Samples.patient(), 400),
            ]
            for (index, (patch, status)) in cases.enumerated() {
                let reply = try await Self.patch(caller, path, patch)
                #expect(reply.status == status, "\(index) \(reply.text)")
                #expect(!reply.text.contains("private") && !reply.text.contains("unicorn"))
            }
            // The version is ours, whatever a patch says.
            let version = try Self.replace("Patient.meta.versionId", #""valueId":"77""#)
            #expect(try await Self.patch(caller, path, version).json?["meta"]?["versionId"]?.string == "3")
            #expect(try await Self.patch(caller, path, try Self.operation("delete", "Patient.photo")).status == 200)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            #expect(try await Self.patch(stranger, path, good).status == 404)
        }
    }

    @Test func whatItsSenderMayNotSeeStays() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let doctor = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let patient = try #require(try await doctor.post("/fhir/Patient", Samples.patient()).id)
            let member = MemberID.random()
            let sent = Samples.appointment(of: patient, with: member, day: "2026-11-30")
                .with("comment", "only for the doctor")
            let id = try #require(try await doctor.post("/fhir/Appointment", sent).id)
            let path = "/fhir/Appointment/\(id)"
            let seen = try await secretary.get(path)
            #expect(seen.status == 200 && !seen.text.contains("only for the doctor"), "\(seen.text)")
            let change = try Self.replace("Appointment.status", #""valueCode":"arrived""#)
            let changed = try await Self.patch(secretary, path, change)
            #expect(changed.status == 200 && !changed.text.contains("only for the doctor"), "\(changed.text)")
            // A path into it leads nowhere.
            let erase = try Self.operation("delete", "Appointment.comment")
            #expect(try await Self.patch(secretary, path, erase).status == 200)
            let after = try await doctor.get(path)
            #expect(after.json?["status"]?.string == "arrived")
            #expect(after.json?["comment"]?.string == "only for the doctor", "\(after.text)")
        }
    }

    /// What a limit withheld cannot be sent back, and would be erased.
    @Test func whatALimitWithholdsIsNotPatchedAway() async throws {
        let limits = Limits.standard.text.replacingOccurrences(
            of: "physician=150,300,2000,60,120,1200", with: "physician=150,300,2000,0,0,0")
        #expect(limits != Limits.standard.text)
        try await Installation.with(broker: limits) { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let path = "/fhir/Patient/\(patient)"
            let change = try Self.replace("Patient.birthDate", #""valueDate":"1981-01-01""#)
            #expect(try await Self.patch(caller, path, change).code == "opening-limit")
            for kind in ["transaction", "batch"] {
                let entry = Samples.entry("PATCH", "Patient/\(patient)", change)
                let reply = try await caller.post("/fhir", Samples.bundle(kind, [entry]))
                #expect(reply.text.contains("opening-limit") && reply.status == (kind == "batch" ? 200 : 429))
            }
            #expect(try await caller.get(path).headers["etag"] == ["W/\"1\""])
        }
    }
}
