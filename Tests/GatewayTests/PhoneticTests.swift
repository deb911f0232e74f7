import JSONTree
import Testing
import Vocabulary

@testable import Gateway

@Suite("Patients by the sound of their names") struct PhoneticTests {
    private static func found(_ query: String, _ caller: Caller) async throws -> Set<String> {
        let reply = try await caller.get("/fhir/Patient?\(query)")
        #expect(reply.status == 200, "\(query) \(reply.text)")
        return Set(reply.entries.compactMap { $0["resource"]?["id"]?.string })
    }

    @Test func whoSoundsAlikeIsFound() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            var ids: [String: String] = [:]
            for (family, given, day) in [
                ("Dupont", "Philippe", "1980-05-17"), ("DUPOND", "Hélène", "1990-01-02"),
                ("Lefèvre", "Jean-Matthieu", "1980-05-17"), ("Lefebvre-Dumont", "Zoé", "1971-03-04"),
            ] {
                let patient = Samples.patient(family: family, given: given, birthDate: day)
                ids[family] = try await caller.post("/fhir/Patient", patient).id
            }
            for (query, names) in [
                ("phonetic=dupon", ["Dupont", "DUPOND"]), ("phonetic=Lefaivre", ["Lefèvre", "Lefebvre-Dumont"]),
                ("phonetic=Filipe", ["Dupont"]), ("phonetic=%C3%89l%C3%A8ne", ["DUPOND"]),
                ("phonetic=Mathieu%20Lef%C3%A8bvre", ["Lefèvre"]), ("phonetic=Dumond-Lefevre", ["Lefebvre-Dumont"]),
                ("phonetic=Dupont&birthdate=1990-01-02", ["DUPOND"]), ("phonetic=d'Dupont&given=phil", ["Dupont"]),
                ("phonetic=Dupont&family=dupond", ["DUPOND"]), ("phonetic=Lefevre&given=zoe", ["Lefebvre-Dumont"]),
                ("phonetic=Dupont%20Zoe", []), ("phonetic=Durand", []),
            ] {
                #expect(try await PhoneticTests.found(query, caller) == Set(names.compactMap { ids[$0] }), "\(query)")
            }
            let form = try await caller.form("/fhir/Patient/_search", "phonetic=Dupon&birthdate=1980-05-17")
            #expect(form.entries.count == 1)
            let stranger = try await installation.caller(.physician, in: try await installation.practice())
            #expect(try await PhoneticTests.found("phonetic=Dupont", stranger).isEmpty)
        }
    }

    @Test func theOldSoundEndsWithTheName() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let id = try #require(try await caller.post("/fhir/Patient", Samples.patient(family: "Dupont")).id)
            let path = "/fhir/Patient/\(id)"
            let read = try #require(try await caller.get(path).json)
            let renamed = try await caller.put(path, read.with("name", [["family": "Reynaud", "given": ["Zoé"]]]))
            #expect(renamed.status == 200, "\(renamed.text)")
            #expect(try await PhoneticTests.found("phonetic=Dupond", caller).isEmpty)
            #expect(try await PhoneticTests.found("phonetic=Renault", caller) == [id])
            #expect(try await PhoneticTests.found("phonetic=Zoe", caller) == [id])
            #expect(try await caller.delete(path).status == 204)
            #expect(try await PhoneticTests.found("phonetic=Renault", caller).isEmpty)
        }
    }

    @Test func moreThanTenShowNobodyAndWhatIsNoNameIsRefused() async throws {
        try await Installation.with { installation in
            let caller = try await installation.caller(.physician, in: try await installation.practice())
            let entries = (0..<11).map { Samples.entry("POST", "Patient", Samples.patient(given: "N\($0)")) }
            #expect(try await caller.post("/fhir", Samples.bundle("transaction", entries)).status == 200)
            let many = try await caller.get("/fhir/Patient?phonetic=Martain")
            #expect(many.status == 200 && many.entries.count == 1 && many.json?["total"] == nil)
            #expect(many.text.contains("keep-typing") && !many.text.contains("Martin"))
            for (query, why) in [
                ("phonetic=Z", "at least two letters"), ("phonetic=Zanzibar%20z", "at least two letters"),
                ("phonetic=Zanzibar%20Zanzibar%20Zanzibar%20Zanzibar%20Zanzibar", "not a value"),
                ("phonetic=17", "not a value"), ("phonetic=", "not a value"),
                ("phonetic=Zanzibar,Zanzibar", "one value"), ("phonetic:contains=Zanzibar", "modifiers"),
                ("phonetic=Zanzibar&phonetic=Zanzibar", "given more than once"),
                ("_id=\(PatientID.random())&phonetic=Zanzibar", "names are compared by sound only to find a patient"),
            ] {
                let reply = try await caller.get("/fhir/Patient?\(query)")
                #expect(reply.status == 400, "\(query)")
                #expect(reply.issue?["diagnostics"]?.string?.contains(why) == true, "\(reply.text)")
                #expect(!reply.text.contains("Zanzibar"))
            }
            let condition = ["if-none-exist": "phonetic=Martain"]
            #expect(try await caller.post("/fhir/Patient", Samples.patient(), condition).status == 400)
            #expect(try await caller.delete("/fhir/Patient?phonetic=Martain").status == 400)
        }
    }

    @Test func theStatementTellsWhatFindsPatients() throws {
        let resources = Metadata.statement.json["rest"]?.array?.first?["resource"]?.array ?? []
        let patient = try #require(resources.first { $0["type"]?.string == "Patient" })
        let parameters = patient["searchParam"]?.array ?? []
        let names = parameters.compactMap { $0["name"]?.string }
        #expect(names == names.sorted() && Set(names).count == names.count && names.contains("gender"))
        let finding = Set(parameters.filter { $0["documentation"] == nil }.compactMap { $0["name"]?.string })
        #expect(
            finding
                == Set(["name", "family", "given", "birthdate", "identifier", "phone", "email", "telecom"])
                .union(["phonetic", "_id"]))
        #expect(parameters.first { $0["name"]?.string == "phonetic" }?["type"]?.string == "string")
        let others = parameters.compactMap { $0["documentation"]?.string }
        #expect(!others.isEmpty && others.allSatisfy { $0.contains("_id") })
        let practitioner = try #require(resources.first { $0["type"]?.string == "Practitioner" })
        let text = String(decoding: practitioner.bytes, as: UTF8.self)
        #expect(!text.contains("phonetic") && !text.contains("documentation"))
    }
}
