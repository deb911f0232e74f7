import JSONTree
import Testing

@testable import Response

@Suite("The authority's form")
struct FormSheetTests {
    @Test("What is demanded and missing is said in red and never made up", arguments: DocumentLanguage.allCases)
    func missing(language: DocumentLanguage) throws {
        let facts = CaseFacts.little(language)
        let json = FormSheet(facts).json
        let missing = json["missing"]?.array?.compactMap(\.string) ?? []
        for key in ["siren", "contact_person", "legal_representative"] {
            #expect(missing.contains("controller." + key))
            #expect(json["controller"]?[key]?.isNull == true)
        }
        let html = try DocumentRenderer().html(.cnilInitial, of: facts)
        #expect(html.contains("class=\"missing\""))
        #expect(!FormSheet(.example(language)).json.bytes.isEmpty && FormSheet(.example(language)).missing.isEmpty)
    }

    @Test("Keys stand in the form's order, the same in both languages and steps")
    func order() {
        let sections = [
            "form_agreement", "missing", "step", "controller", "processor", "chronology", "breach", "data", "people",
            "consequences", "measures", "communication",
        ]
        for language in DocumentLanguage.allCases {
            let json = FormSheet(.example(language)).json
            #expect(json.object?.members.map(\.key) == sections)
            #expect(json["breach"]?.object?.members.map(\.key) == ["nature", "origin", "cause", "description"])
        }
    }

    @Test("A number keeps its bounds and reasons; unknown has no upper bound")
    func numbers() {
        let people = FormSheet(.example(.french)).json["people"]
        #expect(people?["medical"] == ["lower": 12, "upper": 30, "reasons": ["held-keys"]])
        #expect(people?["restricted"] == ["lower": 0, "upper": .null, "reasons": ["ledger-unverified-rest"]])
        #expect(people?["contact"] == ["lower": 120, "upper": 120, "reasons": []])
    }

    @Test("Late, the initial sheet demands the reasons; the complementary one demands the first one's number")
    func phases() {
        var facts = CaseFacts.little(.english)
        #expect(!FormSheet(facts).missing.contains("Reasons for the delay"))
        facts.date = facts.notification.deadline.adding(milliseconds: 1)
        #expect(FormSheet(facts).missing.contains("Reasons for the delay"))
        facts.notification.phase = .complementary
        #expect(!FormSheet(facts).missing.contains("Reasons for the delay"))
        #expect(FormSheet(facts).missing.contains("Number of the initial notification"))
    }

    @Test("Kinds of data follow from what was released for certain")
    func kinds() {
        #expect(CaseFacts.example(.french).data == [.civilStatus, .nir, .contact, .health])
        #expect(CaseFacts.little(.french).data.isEmpty)
    }
}
