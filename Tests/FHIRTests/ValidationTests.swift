import JSONTree
import Testing

@testable import FHIR

/// What R4 asks besides structure. Each case is a resource and what must be found in it, errors and warnings.
@Suite struct ValidationTests {
    private func found(_ text: String) throws -> [String] {
        StructureCheck.issues(try json(text)).map { "\($0.severity == .error ? "" : "warning ")\($0)" }
    }

    private func check(_ cases: [(String, [String])]) throws {
        for (text, expected) in cases { #expect(try found(text) == expected, "\(text)") }
    }

    /// An Observation that is whole, with more members.
    private func observation(_ more: String) -> String {
        #"{"resourceType":"Observation","status":"final","code":{"text":"x"}"# + (more.isEmpty ? "" : ",") + more + "}"
    }

    private func patient(_ more: String) -> String { #"{"resourceType":"Patient","# + more + "}" }

    @Test func whatMustBeThere() throws {
        try check([
            (observation(""), []),
            (
                #"{"resourceType":"Observation"}"#,
                ["missingElement at Observation.status", "missingElement at Observation.code"]
            ),
            (
                #"{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"display":"x"}}"#,
                ["missingElement at MedicationRequest.medication"]
            ),
            (
                #"{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"display":"x"},"medicationReference":{"display":"x"}}"#,
                []
            ),
            // A primitive whose value is absent with a reason is there.
            (
                #"{"resourceType":"Observation","_status":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]},"code":{"text":"x"}}"#,
                []
            ),
            (observation(#""component":[{"valueString":"x"}]"#), ["missingElement at Observation.component[0].code"]),
            (#"{"resourceType":"Bundle"}"#, ["missingElement at Bundle.type"]),
            (
                #"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","status":"final"}}]}"#,
                ["missingElement at Bundle.entry[0].resource.code"]
            ),
            (
                patient(
                    ##""contained":[{"resourceType":"Organization","id":"a"},{"resourceType":"Observation","id":"b","status":"final"}],"managingOrganization":{"reference":"#a"}"##
                ),
                [
                    "missingElement at Patient.contained[1].code", "warning dom-3 at Patient.contained[1]",
                ]
            ),
        ])
    }

    @Test func requiredBindings() throws {
        try check([
            (patient(#""gender":"female""#), []), (patient(#""gender":"F""#), ["notInValueSet at Patient.gender"]),
            (patient(#""name":[{"use":"Official","family":"x"}]"#), ["notInValueSet at Patient.name[0].use"]),
            (observation(#""valueQuantity":{"value":1,"comparator":"<="}"#), []),
            (
                observation(#""valueQuantity":{"value":1,"comparator":"=="}"#),
                ["notInValueSet at Observation.valueQuantity.comparator"]
            ),
            (patient(#""language":"fr-FR""#), []),
            (patient(#""language":"fr_FR""#), ["notInValueSet at Patient.language"]),
            (patient(#""photo":[{"contentType":"image/png","url":"urn:a"}]"#), []),
            (patient(#""photo":[{"contentType":"text/plain; charset=utf-8","url":"urn:a"}]"#), []),
            (
                patient(#""photo":[{"contentType":"picture","url":"urn:a"}]"#),
                ["notInValueSet at Patient.photo[0].contentType"]
            ),
            (
                #"{"resourceType":"ChargeItemDefinition","url":"urn:a","status":"active","propertyGroup":[{"priceComponent":[{"type":"base","amount":{"value":1,"currency":"EUR"}},{"type":"base","amount":{"value":1,"currency":"euro"}}]}]}"#,
                ["notInValueSet at ChargeItemDefinition.propertyGroup[0].priceComponent[1].amount.currency"]
            ),
            (
                #"{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}}"#,
                []
            ),
            (
                #"{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"coding":[{"code":"active"}]}}"#,
                ["notInValueSet at Condition.clinicalStatus"]
            ),
            (
                #"{"resourceType":"Condition","subject":{"display":"x"},"clinicalStatus":{"text":"active"}}"#,
                ["notInValueSet at Condition.clinicalStatus"]
            ),
        ])
    }

    @Test func everyBindingIsKnownOrExcused() {
        let rules = ElementRules(DefinitionText.rulesOne, DefinitionText.rulesTwo)
        let paths = Set(
            Schema.r4.nodes.flatMap { node in (node.names + node.places.map { $0 + "[x]" }).map { node.path + "." + $0 }
            })
        var bound = 0
        for (path, rule) in rules.all {
            #expect(paths.contains(path), "\(path)")
            guard let id = rule.valueSet else { continue }
            bound += 1
            #expect(Schema.r4.valueSets.isKnown(id) != (CodeForm.unchecked[id] != nil), "\(id)")
        }
        #expect(bound > 200)
        #expect(Schema.r4.nodes.allSatisfy { $0.places.count <= 64 })
        for rule in PresenceRule.all {
            for node in rule.nodes {
                let places = Schema.r4.nodes.first { $0.path == node }?.places ?? []
                for name in rule.condition + rule.needed + rule.forbidden {
                    #expect(places.contains(String(name)), "\(rule.code) \(node) \(name)")
                }
            }
        }
        for path in NodeDuty.Special.byPath.keys { #expect(Schema.r4.numbers[path] != nil, "\(path)") }
        for code in StructureIssue.Code.allCases { #expect(code.rawValue.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }) }
    }

    @Test func whereReferencesLead() throws {
        func subject(_ reference: String) -> String { observation(#""subject":{"# + reference + "}") }
        try check([
            (subject(#""reference":"Patient/1""#), []), (subject(#""reference":"urn:uuid:x""#), []),
            (subject(#""reference":"Patient?identifier=x""#), []),
            (subject(#""reference":"Practitioner/1""#), ["wrongTarget at Observation.subject"]),
            (
                subject(#""reference":"https://example.org/fhir/Practitioner/1/_history/2""#),
                ["wrongTarget at Observation.subject"]
            ),
            (subject(#""reference":"https://example.org/fhir/Patient/1/_history/2""#), []),
            (subject(#""reference":"Practitioner?identifier=x""#), ["wrongTarget at Observation.subject"]),
            (subject(#""type":"Practitioner","display":"x""#), ["wrongTarget at Observation.subject"]),
            (subject(#""type":"Patient","reference":"Group/1""#), ["otherTarget at Observation.subject.type"]),
            (subject(##""reference":"#a""##), ["ref-1 at Observation.subject.reference"]),
            (
                subject(
                    ##""reference":"#a"},"contained":[{"resourceType":"Patient","id":"a"}],"encounter":{"display":"x""##
                ), []
            ),
            (
                subject(
                    ##""reference":"#a"},"contained":[{"resourceType":"Location","id":"a"},{"resourceType":"Organization","id":"a"}],"encounter":{"display":"x""##
                ),
                ["warning dom-3 at Observation.contained[1]"]
            ),
            (
                subject(
                    ##""reference":"#a"},"contained":[{"resourceType":"Practitioner","id":"a"}],"encounter":{"display":"x""##
                ),
                ["wrongTarget at Observation.subject"]
            ),
            // Contained resources that refer to the container, to one another, or are named by a canonical.
            (
                observation(
                    ##""contained":[{"resourceType":"Provenance","target":[{"reference":"#"}],"recorded":"2020-01-01T00:00:00Z","agent":[{"who":{"display":"x"}}]}]"##
                ),
                []
            ),
            (
                ##"{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"#q","contained":[{"resourceType":"Questionnaire","id":"q","status":"active"}]}"##,
                []
            ),
            (
                observation(
                    ##""contained":[{"resourceType":"Patient","id":"p","meta":{"versionId":"1","security":[{"code":"R"}]}}],"subject":{"reference":"#p"}"##
                ),
                ["dom-4 at Observation.contained[0]", "dom-5 at Observation.contained[0]"]
            ),
            (
                ##"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"#a"}}}],"signature":{"type":[{"code":"x"}],"when":"2020-01-01T00:00:00Z","who":{"display":"x"}}}"##,
                ["ref-1 at Bundle.entry[0].resource.subject.reference"]
            ),
        ])
    }

    @Test func extensionsAndEmptiness() throws {
        try check([
            (patient(#""extension":[{"url":"urn:a","valueString":"x"}]"#), []),
            (patient(#""extension":[{"url":"urn:a","extension":[{"url":"b","valueString":"x"}]}]"#), []),
            (patient(#""extension":[{"valueString":"x"}]"#), ["missingElement at Patient.extension[0].url"]),
            (patient(#""extension":[{"url":"urn:a"}]"#), ["ext-1 at Patient.extension[0]"]),
            (
                patient(
                    #""extension":[{"url":"urn:a","valueString":"x","extension":[{"url":"b","valueString":"x"}]}]"#),
                ["ext-1 at Patient.extension[0]"]
            ),
            (patient(#""name":[{"id":"a"}]"#), ["ele-1 at Patient.name[0]"]),
            (patient(#""birthDate":"2000","_birthDate":{"id":"a"}"#), []),
            (patient(#""_birthDate":{"id":"a"}"#), ["ele-1 at Patient._birthDate"]),
            (patient(#""_birthDate":{"extension":[{"url":"urn:a"}]}"#), ["ext-1 at Patient._birthDate.extension[0]"]),
            (
                patient(#""name":[{"given":["a",null],"_given":[null,{"id":"x"}]}]"#),
                ["ele-1 at Patient.name[0].given[1]"]
            ),
            (patient(#""name":[{"given":[null,"a"],"_given":[null,null]}]"#), ["ele-1 at Patient.name[0].given[0]"]),
            (patient(#""name":[{"given":[null]}]"#), ["wrongKind at Patient.name[0].given[0]"]),
            (patient(#""name":[{"_given":[null]}]"#), ["wrongKind at Patient.name[0]._given[0]"]),
            (patient(#""deceasedBoolean":true,"_deceasedBoolean":{"id":"a"}"#), []),
            (
                patient(#""deceasedBoolean":true,"_deceasedDateTime":{"id":"a"}"#),
                [
                    "severalOfChoice at Patient._deceasedDateTime", "ele-1 at Patient._deceasedDateTime",
                ]
            ),
        ])
    }

    @Test func formsOfPrimitives() {
        let cases: [(PrimitiveKind, good: [String], bad: [String])] = [
            (.date, ["2000-02-29", "2023-12"], ["2001-02-29", "1900-02-29", "2023-04-31", "0000"]),
            (
                .dateTime, ["2023-01-01T00:00:00+14:00", "2023-01-01T23:59:60Z"],
                ["2023-01-01T00:00:00+14:30", "2023-01-01T24:00:00Z", "2023-01-01T00:00Z", "2023-01-01T00:00:00.Z"]
            ),
            (
                .uuid, ["urn:uuid:c757873d-ec9a-4326-a141-556f43239520"],
                ["c757873d-ec9a-4326-a141-556f43239520", "urn:uuid:C757873d-ec9a-4326-a141-556f43239520"]
            ),
            (
                .oid, ["urn:oid:1.2.3", "urn:oid:2.0.40"],
                ["urn:oid:3.1", "urn:oid:1.02", "urn:oid:1.", "1.2.3", "urn:oid:1"]
            ),
            (
                .base64Binary, ["QQ==", "QUFB", "QUFB\nQUFB", " QUFB "],
                ["Q", "QQ=", "QQ==QQ==", "QU FB", "====", "Q*==", " "]
            ),
            (.string, ["a\tb\r\n", " "], ["", "a\u{0}", "a\u{b}"]), (.code, ["a b"], [" a", "a  b", "a\tb", ""]),
            (.uri, ["urn:a", "#a"], ["a b", ""]), (.id, ["a-B.9"], ["a_b", "é"]),
        ]
        for (kind, good, bad) in cases {
            for text in good { #expect(kind.allows(.string(text)), "\(kind) \(text)") }
            for text in bad { #expect(!kind.allows(.string(text)), "\(kind) \(text)") }
        }
        #expect(!PrimitiveKind.integer.allows(.number(JSONNumber(text: "-0") ?? JSONNumber(0))))
        #expect(!PrimitiveKind.integer.allows(.number(JSONNumber(text: "1e1") ?? JSONNumber(0))))
    }

    @Test func narratives() throws {
        let space = #"xmlns="http://www.w3.org/1999/xhtml""#
        let good = [
            "<div \(space)>Anne</div>", "<div \(space)><p class='a'>x</p><br/><img src=\"a.png\" alt=\"b\"/></div>",
            "<div \(space)><a href=\"https://example.org\">x</a><a name='y'/> &lt; </div>",
            "<div \(space)><!-- a --><b>x</b></div>", "<div \(space)><img src=\"data:image/png;base64,AA\"/></div>",
            " <div \(space) >x</div > \n",
        ]
        let bad = [
            "Anne", "<div>Anne</div>", "<p \(space)>x</p>", "<div xmlns=\"urn:a\">x</div>", "<div \(space)>x",
            "<div \(space)>x</div>y", "<div \(space)>x</div><div \(space)>x</div>", "<div \(space)><p>x</div></p>",
            "<div \(space)><script>x</script></div>", "<div \(space)><p onclick=\"x\">x</p></div>",
            "<div \(space)><a href=\"javascript:x\">x</a></div>",
            "<div \(space)><a href=\"java&#115;cript:x\">x</a></div>",
            "<div \(space)><a href=\" javascript:x\">x</a></div>",
            "<div \(space)><a href=\"data:text/html,x\">x</a></div>",
            "<div \(space)><form>x</form></div>", "<div \(space)><iframe src=\"x\"/>x</div>",
            "<div \(space)>x<![CDATA[x]]></div>",
            "<!DOCTYPE a><div \(space)>x</div>", "<div \(space)><?php x ?>x</div>",
            "<div \(space)><p class=a>x</p></div>",
            "<div \(space)><p class>x</p></div>", "<div \(space)><P>x</P></div>", "<div \(space)><!-- x</div>", "<div",
            "<", "",
            "<div \(space)><", "<div \(space)><p", "<div \(space)><p class=\"", "<div \(space)></", "<div \(space)/>x",
        ]
        for text in good { #expect(NarrativeCheck.fault(in: text) == nil, "\(text)") }
        for text in bad { #expect(NarrativeCheck.fault(in: text) == .txt1, "\(text)") }
        #expect(NarrativeCheck.fault(in: "<div \(space)> <br/> </div>") == .txt2)
        #expect(NarrativeCheck.fault(in: "<div \(space)/>") == .txt2)
        let deep = String(repeating: "<p>", count: 100_000)
        #expect(NarrativeCheck.fault(in: "<div \(space)>\(deep)") == .tooDeep)
        try check([
            (patient(#""text":{"status":"generated"}"#), ["missingElement at Patient.text.div"]),
            (patient(#""text":{"status":"generated","div":"x"}"#), ["txt-1 at Patient.text.div"]),
            (
                patient(#""text":{"status":"maybe","div":"<div xmlns='http://www.w3.org/1999/xhtml'>x</div>"}"#),
                ["notInValueSet at Patient.text.status"]
            ),
        ])
        let long = String(repeating: "x", count: 1 << 20)
        #expect(
            try found(patient(#""text":{"status":"generated","div":""# + long + #"xxx"}"#)) == [
                "invalidValue at Patient.text.div"
            ])
    }

    @Test func periods() throws {
        let cases: [(String, String, Bool)] = [
            ("2020", "2021", true), ("2021", "2020", false), ("2020-05", "2020", true), ("2020", "2020-05", true),
            ("2020-06", "2020-05-31", false), ("2020-05-31", "2020-05", true), ("2020-05-02", "2020-05-01", false),
            ("2020-05-01", "2020-05-01", true), ("2020-05-01T10:00:00Z", "2020-05-01", true),
            ("2020-05-01T10:00:00+02:00", "2020-05-01T09:00:00+00:00", true),
            ("2020-05-01T10:00:00+02:00", "2020-05-01T07:59:59+00:00", false),
            ("2020-05-01T10:00:00.5Z", "2020-05-01T10:00:00.4Z", false),
            // The zone of a day without time is not known.
            ("2020-05-02", "2020-05-01T23:30:00-05:00", true), ("2020-05-03", "2020-05-01T23:30:00-05:00", false),
            ("2020-02", "2020-01-31T23:30:00-05:00", true), ("2021", "2020-12-31T23:30:00-05:00", true),
            ("2021", "2020-12-30T23:30:00-05:00", false), ("2020-01-01T00:30:00+05:00", "2019", true),
        ]
        for (start, end, isGood) in cases {
            let issues = try found(
                #"{"resourceType":"Patient","name":[{"family":"x","period":{"start":"\#(start)","end":"\#(end)"}}]}"#)
            #expect(issues == (isGood ? [] : ["per-1 at Patient.name[0].period"]), "\(start) \(end)")
        }
    }

    @Test func invariants() throws {
        let condition = #"{"resourceType":"Condition","subject":{"display":"x"},"#
        let allergy = #"{"resourceType":"AllergyIntolerance","patient":{"display":"x"}"#
        func status(_ name: String, _ system: String, _ code: String) -> String {
            "\"\(name)\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/\(system)\",\"code\":\"\(code)\"}]}"
        }
        let same = #"{"coding":[{"system":"urn:a","code":"1"}]}"#
        try check([
            (patient(#""contact":[{"gender":"male"}]"#), ["pat-1 at Patient.contact[0]"]),
            (patient(#""photo":[{"data":"QQ=="}]"#), ["att-1 at Patient.photo[0]"]),
            (patient(#""telecom":[{"value":"1"}]"#), ["cpt-2 at Patient.telecom[0]"]),
            (observation(#""valueQuantity":{"value":1,"code":"g"}"#), ["qty-3 at Observation.valueQuantity"]),
            (observation(#""valueRatio":{"numerator":{"value":1}}"#), ["rat-1 at Observation.valueRatio"]),
            (observation(#""valueString":"x","dataAbsentReason":{"text":"x"}"#), ["obs-6 at Observation"]),
            (
                observation(#""referenceRange":[{"age":{"low":{"value":1}}}]"#),
                ["obs-3 at Observation.referenceRange[0]"]
            ),
            (
                #"{"resourceType":"Observation","status":"final","code":\#(same),"valueString":"x","component":[{"code":\#(same),"valueString":"y"}]}"#,
                ["obs-7 at Observation"]
            ),
            (
                #"{"resourceType":"Observation","status":"final","code":\#(same),"component":[{"code":\#(same),"valueString":"y"}]}"#,
                []
            ),
            (
                condition + status("clinicalStatus", "condition-clinical", "active") + #","abatementString":"x"}"#,
                ["con-4 at Condition"]
            ),
            (
                condition + status("clinicalStatus", "condition-clinical", "active") + ","
                    + status("verificationStatus", "condition-ver-status", "entered-in-error") + "}",
                ["con-5 at Condition"]
            ),
            (allergy + "}", ["ait-1 at AllergyIntolerance"]),
            (
                allergy + "," + status("verificationStatus", "allergyintolerance-verification", "entered-in-error")
                    + "}", []
            ),
            (
                #"{"resourceType":"Bundle","type":"collection","total":1,"entry":[{"fullUrl":"urn:a","request":{"method":"GET","url":"x"}},{"fullUrl":"urn:a/_history/1","resource":{"resourceType":"Patient"},"search":{"mode":"match"}},{"fullUrl":"urn:a","link":[{"relation":"a","url":"urn:b"}]}]}"#,
                [
                    "bdl-5 at Bundle.entry[2]", "bdl-1 at Bundle", "bdl-3 at Bundle.entry[0]",
                    "bdl-2 at Bundle.entry[1]",
                    "bdl-8 at Bundle.entry[1].fullUrl", "bdl-7 at Bundle.entry[2].fullUrl",
                ]
            ),
            (
                #"{"resourceType":"Bundle","type":"document"}"#,
                ["bdl-9 at Bundle", "bdl-10 at Bundle", "bdl-11 at Bundle"]
            ),
            (#"{"resourceType":"Bundle","type":"message"}"#, ["bdl-12 at Bundle"]),
        ])
    }

    @Test func frenchIdentifiersWarn() throws {
        func identifier(_ system: String, _ value: String) -> String {
            patient(#""generalPractitioner":[{"identifier":{"system":"\#(system)","value":"\#(value)"}}]"#)
        }
        let place = "Patient.generalPractitioner[0].identifier.value"
        try check([
            (identifier("https://rpps.esante.gouv.fr", "79927398713"), []),
            (identifier("https://rpps.esante.gouv.fr", "79927398710"), ["warning rpps at \(place)"]),
            (identifier("urn:oid:1.2.250.1.71.4.2.1", "879927398710"), ["warning rpps at \(place)"]),
            (identifier("urn:oid:1.2.250.1.71.4.2.1", "879927398713"), []),
            (identifier("https://finess.esante.gouv.fr", "123456789"), ["warning finess at \(place)"]),
            (identifier("urn:oid:1.2.250.1.71.4.2.2", "1123456789"), ["warning finess at \(place)"]),
            (identifier("urn:oid:1.2.250.1.213.1.4.8", "255081416802538"), []),
            (identifier("urn:oid:1.2.250.1.213.1.4.8", "284052A32102552"), []),
            (identifier("urn:oid:1.2.250.1.213.1.4.10", "284052B32102579"), []),
            (identifier("urn:oid:1.2.250.1.213.1.4.8", "255081416802539"), ["warning nir at \(place)"]),
            (identifier("https://example.org/other-system", "1"), []),
        ])
    }

    @Test func warningsHideNoError() throws {
        let bad = #"{"system":"https://rpps.esante.gouv.fr","value":"1"}"#
        let many = Array(repeating: bad, count: 80).joined(separator: ",")
        let warned = StructureCheck.issues(try json(patient("\"identifier\":[\(many)]")))
        #expect(warned.count == StructureCheck.maximumIssues && warned.allSatisfy { $0.severity == .warning })
        let both = StructureCheck.issues(try json(patient("\"identifier\":[\(many)],\"birthDate\":\"x\",\"wrong\":1")))
        #expect(both.count == StructureCheck.maximumIssues)
        #expect(
            both.filter { $0.severity == .error }.map(\.description) == [
                "invalidValue at Patient.birthDate", "unknownElement at Patient.wrong",
            ])
    }
}
