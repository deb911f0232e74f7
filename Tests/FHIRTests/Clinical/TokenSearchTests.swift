import JSONTree
import Testing

@testable import FHIR

@Suite struct TokenSearchTests {
    private static let set = try? clinical(
        #"{"resourceType":"Condition","id":"a","code":{"coding":[{"system":"urn:s","code":"C1","display":"Grippe"},{"system":"urn:t","code":"T9"}],"text":"Une grippe"}}"#,
        #"{"resourceType":"Condition","id":"b","code":{"coding":[{"code":"C1"}]},"identifier":[{"system":"urn:i","value":"A|1"}]}"#,
        #"{"resourceType":"Condition","id":"c","code":{"text":"Rhume"},"identifier":[{"type":{"coding":[{"system":"urn:k","code":"MR"}],"text":"Dossier"},"value":"77"}]}"#,
        #"{"resourceType":"Condition","id":"d"}"#,
        #"{"resourceType":"Condition","id":"e","code":{"coding":[{"system":"urn:s","code":"c1"},{"system":"urn:s"}]}}"#)

    /// R4, search, token.
    @Test(arguments: [
        ("code=C1", "a b e"), ("code=urn:s|C1", "a e"), ("code=|C1", "b"), ("code=urn:s|", "a e"),
        ("code=urn:t|C1", ""),
        ("code=T9", "a"), ("code=C1,T9", "a b e"), ("code=C1&code=T9", "a"), ("code=urn:x|C1,|C1", "b"),
        ("code:not=C1", "c d"), ("code:not=urn:s|C1", "b c d"), ("code:not=C1,T9", "c d"), ("code:text=rhu", "c"),
        ("code:text=GRIP", "a"), ("code:text=une g", "a"), ("code:text=grippe,rhume", "a c"),
        ("code:missing=true", "d"), ("code:missing=false", "a b c e"), (#"identifier=A\|1"#, "b"),
        (#"identifier=urn:i|A\|1"#, "b"), ("identifier=|77", "c"), ("identifier:of-type=urn:k|MR|77", "c"),
        ("identifier:of-type=urn:k|MR|78", ""), ("identifier:text=doss", "c"), ("identifier:not=77", "a b d e"),
    ])
    func conditions(parameters: String, expected: String) throws {
        #expect(try #require(Self.set).ids("Condition?\(parameters)") == expected)
    }

    private static let patients = try? clinical(
        #"{"resourceType":"Patient","id":"a","active":true,"gender":"female","deceasedBoolean":false,"telecom":[{"system":"phone","value":"0612"},{"system":"email","value":"M@x.fr"}]}"#,
        #"{"resourceType":"Patient","id":"b","active":false,"gender":"male","deceasedDateTime":"2015"}"#,
        #"{"resourceType":"Patient","id":"c","deceasedBoolean":true,"meta":{"tag":[{"system":"urn:t","code":"x"}],"security":[{"code":"R"}],"profile":["http://p/1|2"],"source":"http://s/a"}}"#,
        #"{"resourceType":"Patient","id":"d","_gender":{"extension":[{"url":"urn:x","valueCode":"unknown"}]}}"#)

    @Test(arguments: [
        ("active=true", "a"), ("active:not=true", "b c d"), ("active=True", ""), ("gender=female", "a"),
        ("gender=FEMALE", ""),
        ("gender=http://hl7.org/fhir/administrative-gender|male", "b"), ("gender:missing=true", "c d"),
        ("deceased=true", "b c"),
        ("deceased=false", "a d"), ("death-date=2015", "b"), ("telecom=0612", "a"), ("phone=0612", "a"),
        ("email=0612", ""),
        ("email=m@X.FR", "a"), ("telecom=phone|0612", "a"), ("_tag=urn:t|x", "c"), ("_tag=x", "c"),
        ("_security=R", "c"),
        ("_profile=http://p/1", "c"), ("_profile=http://p/1|2", "c"), ("_profile=http://p/1|3", ""),
        ("_source=http://s/a", "c"),
        ("_source:below=http://s", "c"), ("_source:above=http://s/a/b", "c"), ("_tag:missing=true", "a b d"),
    ])
    func patients(parameters: String, expected: String) throws {
        #expect(try #require(Self.patients).ids("Patient?\(parameters)") == expected)
    }

    /// `:in` and `:not-in` know the value sets that checking knows; what has no code is in none.
    @Test(arguments: [
        ("Patient?gender:in=http://hl7.org/fhir/ValueSet/administrative-gender", "a b"),
        ("Patient?gender:in=http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1", "a b"),
        ("Patient?gender:not-in=http://hl7.org/fhir/ValueSet/administrative-gender", "c"),
        ("Patient?gender:in=http://hl7.org/fhir/ValueSet/observation-status", ""),
        ("Observation?status:in=http://hl7.org/fhir/ValueSet/observation-status", "h"),
        ("Observation?status:in=http://hl7.org/fhir/ValueSet/administrative-gender", ""),
        ("Condition?clinical-status:in=http://hl7.org/fhir/ValueSet/condition-clinical", "d"),
        ("Condition?clinical-status:not-in=http://hl7.org/fhir/ValueSet/condition-clinical", "e f g"),
        (
            "Condition?clinical-status:in=http://hl7.org/fhir/ValueSet/condition-clinical,http://hl7.org/fhir/ValueSet/condition-ver-status",
            "d"
        ),
    ])
    func codesOfValueSets(query: String, expected: String) throws {
        let clinicalSystem = "http://terminology.hl7.org/CodeSystem/condition-clinical"
        let set = try clinical(
            #"{"resourceType":"Patient","id":"a","gender":"female"}"#,
            #"{"resourceType":"Patient","id":"b","gender":"male"}"#,
            #"{"resourceType":"Patient","id":"c"}"#, #"{"resourceType":"Observation","id":"h","status":"unknown"}"#,
            #"{"resourceType":"Condition","id":"d","clinicalStatus":{"coding":[{"system":"\#(clinicalSystem)","code":"active"}]}}"#,
            #"{"resourceType":"Condition","id":"e","clinicalStatus":{"coding":[{"system":"urn:x","code":"active"}]}}"#,
            #"{"resourceType":"Condition","id":"f","clinicalStatus":{"coding":[{"code":"active"}],"text":"active"}}"#,
            #"{"resourceType":"Condition","id":"g","clinicalStatus":{"coding":[{"system":"\#(clinicalSystem)","code":"x"}]}}"#
        )
        #expect(try set.ids(query) == expected)
    }

    @Test func nothingButAccentsIsNoValue() {
        for text in ["Patient?name:contains=\u{301}", "Patient?name=\u{301}", "Patient?language:text=\u{301}"] {
            #expect(throws: ClinicalIssues.self, "\(text)") { try query(text) }
        }
    }

    @Test func urisGoUpAndDownBySegments() throws {
        let set = try clinical(
            #"{"resourceType":"ValueSet","id":"a","url":"http://acme.org/fhir/ValueSet/123"}"#,
            #"{"resourceType":"ValueSet","id":"b","url":"http://acme.org/fhir/ValueSet/1234"}"#,
            #"{"resourceType":"ValueSet","id":"c","url":"http://acme.org"}"#,
            #"{"resourceType":"ValueSet","id":"d","url":"urn:oid:1.2"}"#)
        let cases = [
            ("url=http://acme.org/fhir/ValueSet/123", "a"), ("url=http://acme.org/FHIR/ValueSet/123", ""),
            ("url=urn:oid:1.2", "d"),
            ("url:below=http://acme.org/fhir/ValueSet/123", "a"), ("url:below=http://acme.org/", "a b c"),
            ("url:above=http://acme.org/fhir/ValueSet/123/_history/5", "a c"), ("url=http://acme.org/fhir/", ""),
        ]
        for (parameters, expected) in cases {
            #expect(try set.ids("ValueSet?\(parameters)") == expected, "\(parameters)")
        }
        #expect(throws: ClinicalIssues.self) { try query("ValueSet?url:below=urn:oid:1") }
        #expect(throws: ClinicalIssues.self) { try query("ValueSet?url:below=http://") }
    }

    @Test func textsAreFoundWithoutCaseAndAccents() throws {
        let set = try clinical(
            #"{"resourceType":"Patient","id":"a","name":[{"family":"Le Goff","given":["Marie-Noëlle"],"prefix":["Mme"]}],"address":[{"line":["1 rue du Château"],"city":"Évry","use":"home"}]}"#,
            #"{"resourceType":"Patient","id":"b","name":[{"text":"Noël, Père"}]}"#)
        let cases = [
            ("name=le g", "a"), ("name=noel", "b"), ("name=marie-noelle", "a"), ("name=goff", ""),
            ("name:contains=GOFF", "a"),
            ("name:contains=noël", "a b"), ("name:exact=Le Goff", "a"), ("name:exact=le goff", ""), ("family=LE", "a"),
            ("given=marie,xavier", "a"), ("name=mme", "a"), ("address=evry", "a"), ("address-city=Évry", "a"),
            ("address=home", ""),
            ("address:contains=chateau", "a"), (#"name=noel\, p"#, "b"), ("name=le&name=marie", "a"),
            ("name:missing=true", ""),
        ]
        for (parameters, expected) in cases {
            #expect(try set.ids("Patient?\(parameters)") == expected, "\(parameters)")
        }
    }
}
