import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite struct SearchTests {
    @Test func patientsAreFoundByGetAndByForm() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            for name in ["Lefèvre", "Lefebvre", "Dupont"] {
                #expect(try await caller.post("/fhir/Patient", Samples.patient(family: name)).status == 201)
            }
            let byGet = try await caller.get("/fhir/Patient?family=lefevre&birthdate=1980-05-17")
            #expect(byGet.status == 200, "\(byGet.text)")
            #expect(byGet.json?["total"]?.number?.int64 == 1)
            let byForm = try await caller.form("/fhir/Patient/_search", "family=lef")
            #expect(byForm.entries.filter { $0["search"]?["mode"]?.string == "match" }.count == 2)
            let none = try await caller.get("/fhir/Patient?family=personne")
            #expect(none.status == 200)
            #expect(none.json?["total"]?.number?.int64 == 0)
        }
    }

    @Test func moreThanTenMatchesShowNobody() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let entries = (0..<11).map { Samples.entry("POST", "Patient", Samples.patient(given: "N\($0)")) }
            let made = try await caller.post("/fhir", Samples.bundle("transaction", entries))
            #expect(made.status == 200, "\(made.text)")
            let reply = try await caller.get("/fhir/Patient?family=martin")
            #expect(reply.status == 200)
            #expect(reply.entries.count == 1)
            let outcome = reply.entries.first
            #expect(outcome?["search"]?["mode"]?.string == "outcome")
            let code = outcome?["resource"]?["issue"]?.array?.first?["details"]?["coding"]?.array?.first?["code"]?
                .string
            #expect(code == "keep-typing")
            #expect(!reply.text.contains("Martin") && reply.json?["total"] == nil)
        }
    }

    @Test func resultsAreShownAsAsked() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            for given in ["Anne", "Boris"] {
                let person = Samples.patient(family: "Dupont", given: given)
                #expect(try await caller.post("/fhir/Patient", person).status == 201)
            }
            func shown(_ query: String, _ headers: [String: String] = [:]) async throws -> Caller.Reply {
                let reply = try await caller.get("/fhir/Patient?family=dupont&\(query)", headers)
                #expect(reply.status == 200, "\(query) \(reply.text)")
                return reply
            }
            #expect(try await shown("_count=2&_total=accurate").entries.count == 2)
            let fewer = try await shown("_count=1")
            #expect(fewer.text.contains("keep-typing") && !fewer.text.contains("Dupont"))
            for query in ["_count=0", "_summary=count"] {
                let counted = try await shown(query)
                #expect(counted.entries.isEmpty && counted.json?["total"] == 2, "\(query)")
            }
            for query in ["_elements=birthDate", "_summary=data"] {
                let reply = try await shown(query)
                let tags = reply.entries.first?["resource"]?["meta"]?["tag"]?.array?.compactMap { $0["code"]?.string }
                #expect(reply.entries.count == 2 && tags == ["SUBSETTED"], "\(query)")
            }
            #expect(try await !shown("_elements=birthDate").text.contains("Boris"))
            for query in [
                "_sort=birthdate", "_include=Patient:link", "_has:Observation:patient:code=x",
                "general-practitioner.name=x",
                "gender=female", "family:exact=Dupont",
            ] {
                let refused = try await caller.get("/fhir/Patient?birthdate=1980-05-17&\(query)")
                #expect(refused.status == 400, "\(query)")
                let lenient = try await shown(query, ["prefer": "handling=lenient"])
                let outcomes = lenient.entries.filter { $0["search"]?["mode"]?.string == "outcome" }
                #expect(lenient.entries.count == 3 && outcomes.count == 1, "\(lenient.text)")
            }
            let wrong = try await caller.get("/fhir/Patient?birthdate=x", ["prefer": "handling=lenient"])
            #expect(wrong.status == 400)
        }
    }

    @Test func whatWouldListAWholeBaseIsRefusedWithTheReason() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            for (path, code) in [
                ("/fhir/_history", "history-of-one"), ("/fhir/Patient/_history", "history-of-one"),
                ("/fhir/Observation/_history?_count=5", "history-of-one"), ("/fhir/_search", "patient-required"),
                ("/fhir/Observation?code=x", "patient-required"),
            ] {
                let reply = try await caller.get(path)
                #expect(reply.status == 403 && reply.code == code, "\(path) \(reply.text)")
            }
            let sorted = try await caller.get("/fhir/Patient?family=dupont&_sort=birthdate")
            #expect(sorted.issue?["diagnostics"]?.string == "_sort: only within one patient: not across the practice")
        }
    }

    @Test func unknownParametersAreNamedAndTheirValuesAreNot() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let cases = [
                ("/fhir/Patient?gender=Zanzibar", "gender"), ("/fhir/Patient?name:exact=Zanzibar", "name"),
                ("/fhir/Patient?family=ab", "family"), ("/fhir/Patient?name=Zanzibar&name=Zanzibar", "name"),
                ("/fhir/Patient/\(PatientID.random())?_elements=Zanzibar", "_elements"),
                ("/fhir/Patient?%3Cscript%3E=Zanzibar", "?"), ("/fhir/Appointment?date=Zanzibar", "practitioner"),
                ("/fhir/Patient/\(PatientID.random())/$everything?_count=Zanzibar", "_count"),
            ]
            for (path, name) in cases {
                let reply = try await caller.get(path)
                #expect(reply.status == 400, "\(path)")
                #expect(reply.issue?["diagnostics"]?.string?.hasPrefix(name) == true, "\(reply.text)")
                #expect(!reply.text.contains("Zanzibar") && !reply.text.contains("script"))
            }
        }
    }

    @Test func theAgendaShowsTheDayAndItsPatients() async throws {
        try await Installation.with { installation in
            let practice = try await installation.practice()
            let caller = try await installation.caller(.physician, in: practice)
            let secretary = try await installation.caller(.secretary, in: practice)
            let patient = try #require(try await secretary.post("/fhir/Patient", Samples.patient()).id)
            let day = SystemClock().now().instant.prefix(10)
            let booked = try await secretary.post(
                "/fhir/Appointment", Samples.appointment(of: patient, with: caller.subject, day: String(day)))
            #expect(booked.status == 201, "\(booked.text)")
            let agenda = try await caller.get("/fhir/Appointment?practitioner=\(caller.subject)&date=\(day)")
            #expect(agenda.status == 200, "\(agenda.text)")
            #expect(agenda.json?["total"]?.number?.int64 == 1)
            #expect(agenda.entries.compactMap { $0["search"]?["mode"]?.string }.sorted() == ["include", "match"])
            let other = try await caller.get("/fhir/Appointment?practitioner=\(caller.subject)&date=2020-01-01")
            #expect(other.entries.isEmpty)
        }
    }
}
