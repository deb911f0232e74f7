import JSONTree
import Records
import Testing
import Vocabulary

@testable import Gateway

@Suite("SMART scopes") struct ScopeTests {
    static func scoped(
        _ caller: Caller, _ scope: String, patient: String? = nil
    ) async throws -> (reply: Caller.Reply, caller: Caller) {
        let form =
            Caller.tokenForm(try caller.assertion()) + "&scope=\(scope.replacing(" ", with: "+"))"
            + (patient.map { "&patient=\($0)" } ?? "")
        var signedOut = caller
        signedOut.token = ""
        let reply = try await signedOut.form("/oauth/token", form)
        var other = caller
        other.token = reply.json?["access_token"]?.string ?? ""
        return (reply, other)
    }

    @Test func aNarrowTokenDoesWhatItSaysAndNoMore() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let observation = try #require(
                try await caller.post("/fhir/Observation", Samples.observation(of: patient)).id)
            let (reply, reader) = try await ScopeTests.scoped(caller, "user/Observation.rs user/Patient.r openid")
            #expect(reply.json?["scope"]?.string == "user/Observation.rs user/Patient.r")
            #expect(try await reader.get("/fhir/Observation/\(observation)").status == 200)
            #expect(try await reader.get("/fhir/Patient/\(patient)").status == 200)
            #expect(try await reader.get("/fhir/Observation?patient=\(patient)").entries.count == 1)
            #expect(try await reader.get("/fhir/Patient/\(patient)/$everything").entries.count == 1)
            #expect(try await reader.get("/fhir/Patient?family=Martin&birthdate=1980-05-17").status == 403)
            #expect(try await reader.get("/fhir/Condition?patient=\(patient)").status == 403)
            #expect(try await reader.post("/fhir/Observation", Samples.observation(of: patient)).status == 403)
            #expect(try await reader.delete("/fhir/Observation/\(observation)").status == 403)
            let day = String(SystemClock().now().instant.prefix(10))
            let audit = "/fhir/AuditEvent?patient=\(patient)&date=ge\(day)&date=le\(day)"
            #expect(try await reader.get(audit).status == 403)
            #expect(try await caller.get(audit).status == 200)
        }
    }

    @Test func scopesOfOnePatient() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let mine = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let other = try #require(try await caller.post("/fhir/Patient", Samples.patient(given: "Ada")).id)
            let (reply, confined) = try await ScopeTests.scoped(caller, "patient/*.read", patient: mine)
            #expect(reply.json?["patient"]?.string == mine)
            #expect(reply.json?["scope"]?.string == "patient/*.rs")
            #expect(try await confined.get("/fhir/Patient/\(mine)").status == 200)
            let refused = try await confined.get("/fhir/Patient/\(other)")
            #expect(refused.status == 404)
            #expect(refused.body == (try await confined.get("/fhir/Patient/\(PatientID.random())")).body)
            #expect(try await confined.get("/fhir/Observation?patient=\(other)").status == 404)
            for path in [
                "/fhir/Patient/\(other)/$everything", "/fhir/Patient/\(other)/Observation",
                "/fhir/Patient/\(other)/_history",
                "/fhir/Patient?_id=\(other)",
            ] {
                #expect(try await confined.get(path).status == 404, "\(path)")
            }
            #expect(try await confined.get("/fhir/Patient/\(mine)/$everything").entries.count == 1)
            // Who is called so, and whom a day expects, is not about one patient.
            #expect(try await confined.get("/fhir/Patient?family=Martin&birthdate=1980-05-17").status == 403)
            let agenda = "/fhir/Appointment?practitioner=\(caller.subject)&date=2026-11-26"
            #expect(try await confined.get(agenda).status == 403)
            #expect(try await ScopeTests.scoped(caller, "patient/*.read").reply.status == 400)
            // Another scope beside it takes nothing of the confinement away.
            let (_, mixed) = try await ScopeTests.scoped(caller, "patient/*.cruds user/Practitioner.r", patient: mine)
            #expect(try await mixed.get("/fhir/Patient/\(other)").status == 404)
            #expect(try await mixed.post("/fhir/Observation", Samples.observation(of: other)).status == 404)
            #expect(try await mixed.post("/fhir/Observation", Samples.observation(of: mine)).status == 201)
            let organization: JSONValue = ["resourceType": "Organization", "name": "Labo"]
            #expect(try await mixed.post("/fhir/Organization", organization).status == 404)
            #expect(try await caller.post("/fhir/Organization", organization).status == 201)
        }
    }

    @Test func constraintsAreSearchParameters() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let patient = try #require(try await caller.post("/fhir/Patient", Samples.patient()).id)
            let pulse = try #require(try await caller.post("/fhir/Observation", Samples.observation(of: patient)).id)
            let other = Samples.observation(of: patient)
                .with("code", ["coding": [["system": "http://loinc.org", "code": "8310-5"]]])
            let temperature = try #require(try await caller.post("/fhir/Observation", other).id)
            let (reply, narrow) = try await ScopeTests.scoped(
                caller, "user/Observation.rs?code=8867-4".replacing("?", with: "%3F").replacing("=", with: "%3D"))
            #expect(reply.json?["scope"]?.string == "user/Observation.rs?code=8867-4")
            #expect(try await narrow.get("/fhir/Observation/\(pulse)").status == 200)
            #expect(try await narrow.get("/fhir/Observation/\(temperature)").status == 404)
            #expect(try await narrow.get("/fhir/Observation?patient=\(patient)").entries.count == 1)
            #expect(try await narrow.get("/fhir/Observation/\(temperature)/_history").entries.isEmpty)
            #expect(try await narrow.get("/fhir/Observation/\(pulse)/_history").entries.count == 1)
            // A constraint says what may be seen, not what may be written.
            let (writing, _) = try await ScopeTests.scoped(caller, "user/Observation.cruds%3Fcode%3D8867-4")
            #expect(writing.json?["scope"]?.string == "user/Observation.rs?code=8867-4")
            #expect(try await narrow.get("/fhir/Patient/\(patient)/$everything").entries.count == 1)
        }
    }

    @Test func roleAndTierNarrowThem() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let secretary = try await installation.caller(.secretary, in: practice)
            let partner = try await installation.caller(.partner, in: practice)
            let (reply, _) = try await ScopeTests.scoped(secretary, "user/Observation.cruds user/Patient.cruds")
            #expect(reply.json?["scope"]?.string == "user/Patient.cruds")
            #expect(try await ScopeTests.scoped(secretary, "user/Observation.rs").reply.status == 400)
            #expect(try await ScopeTests.scoped(secretary, "system/*.rs").reply.status == 400)
            #expect(try await ScopeTests.scoped(partner, "user/*.rs").reply.status == 400)
            #expect(try await ScopeTests.scoped(partner, "system/*.rs").reply.status == 200)
            for scope in ["user/*.sr", "user/*.", "user/Nothing.r", "user/*.rs?", "user", "Patient.r", "user/*.rx"] {
                let asked = scope.replacing("?", with: "%3F")
                #expect(try await ScopeTests.scoped(secretary, asked).reply.status == 400, "\(scope)")
            }
        }
    }

    @Test func aNarrowTokenIsSealed() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let (_, reader) = try await ScopeTests.scoped(caller, "user/Patient.r")
            #expect(reader.token.hasPrefix("s."))
            for index in stride(from: 2, to: reader.token.utf8.count, by: 9) {
                var altered = Array(reader.token.utf8)
                altered[index] = altered[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                var forged = reader
                forged.token = String(decoding: altered, as: UTF8.self)
                #expect(try await forged.get("/fhir/Patient/\(PatientID.random())").status == 401)
            }
        }
    }
}
