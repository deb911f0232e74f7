import JSONTree
import Testing

@testable import FHIR

@Suite struct ReferenceSearchTests {
    private static let set = try? clinical(
        #"{"resourceType":"Patient","id":"p","name":[{"family":"Durand"}],"generalPractitioner":[{"reference":"Practitioner/dr"}]}"#,
        #"{"resourceType":"Practitioner","id":"dr","name":[{"family":"Knock"}]}"#,
        #"{"resourceType":"Organization","id":"dr","name":"Cabinet"}"#,
        #"{"resourceType":"Encounter","id":"e1","class":{"code":"AMB"},"subject":{"reference":"Patient/p"},"period":{"start":"2020"}}"#,
        #"{"resourceType":"Encounter","id":"e2","class":{"code":"IMP"},"subject":{"reference":"Patient/hidden"},"partOf":{"reference":"Encounter/e1"}}"#,
        #"{"resourceType":"Observation","id":"o1","code":{"coding":[{"code":"X"}]},"subject":{"reference":"Patient/p"},"encounter":{"reference":"Encounter/e1"},"performer":[{"reference":"Practitioner/dr"}]}"#,
        #"{"resourceType":"Observation","id":"o2","code":{"coding":[{"code":"Y"}]},"subject":{"reference":"https://own.example/fhir/Patient/p/_history/3"},"encounter":{"reference":"Encounter/e2"},"hasMember":[{"reference":"Observation/o1"}],"performer":[{"reference":"Organization/dr"}]}"#,
        #"{"resourceType":"Observation","id":"o3","subject":{"reference":"https://other.example/fhir/Patient/p","identifier":{"system":"urn:i","value":"7"}},"encounter":{"reference":"Encounter/hidden"}}"#,
        ##"{"resourceType":"Observation","id":"o4","contained":[{"resourceType":"Patient","id":"in","name":[{"family":"Durand"}]}],"subject":{"reference":"#in"}}"##,
        #"{"resourceType":"Observation","id":"o5","subject":{"reference":"urn:uuid:1","type":"Patient"}}"#,
        #"{"resourceType":"Provenance","id":"v","target":[{"reference":"Observation/o1"},{"reference":"Condition/hidden"}]}"#,
        #"{"resourceType":"AuditEvent","id":"au","entity":[{"what":{"reference":"Observation/o2"}}],"agent":[{"name":"X"}]}"#
    )

    @Test(arguments: [
        ("Observation?subject=Patient/p", "o1 o2"), ("Observation?subject=p", "o1 o2"),
        ("Observation?subject:Patient=p", "o1 o2"),
        ("Observation?subject:Group=p", ""), ("Observation?subject=https://own.example/fhir/Patient/p", "o1 o2"),
        ("Observation?subject=https://other.example/fhir/Patient/p", "o3"),
        ("Observation?subject=Patient/p/_history/3", "o2"),
        ("Observation?subject=urn:uuid:1", "o5"), ("Observation?subject:identifier=urn:i|7", "o3"),
        ("Observation?subject:identifier=|7", ""), ("Observation?patient=p", "o1 o2"),
        ("Observation?patient:missing=true", ""),
        ("Observation?performer=dr", "o1 o2"), ("Observation?performer:Practitioner=dr", "o1"),
        ("Observation?encounter=hidden", "o3"),
        ("Observation?encounter:missing=true", "o4 o5"), ("Observation?subject=Patient/p,Patient/q", "o1 o2"),
        // Chains follow what is there, and nothing else.
        ("Observation?subject.name=dur", "o1 o2"), ("Observation?subject:Patient.family=durand", "o1 o2"),
        ("Observation?encounter.class=AMB", "o1"), ("Observation?encounter.class:not=AMB", "o2"),
        ("Observation?encounter.class:missing=true", ""), ("Observation?encounter.subject.name=durand", "o1"),
        ("Observation?encounter.part-of.date=ge2020", "o2"), ("Observation?subject._id=p", "o1 o2"),
        ("Observation?performer.name=kno", "o1"), ("Observation?performer.name=cab,kno", "o1 o2"),
        ("Observation?has-member.code=X", "o2"), ("Observation?patient.general-practitioner.name=kn", "o1 o2"),
        ("Observation?subject.name=dur&encounter.class=IMP", "o2"),
        // Backwards.
        ("Patient?_has:Observation:patient:code=X", "p"), ("Patient?_has:Observation:patient:code=Z", ""),
        ("Encounter?_has:Observation:encounter:code=X,Y", "e1 e2"), ("Observation?_has:Provenance:target:_id=v", "o1"),
        ("Encounter?_has:Observation:encounter:_has:Provenance:target:_id=v", "e1"),
        ("Encounter?_has:Observation:encounter:subject.family=Durand", "e1 e2"),
        ("Observation?encounter._has:Encounter:part-of:class=IMP", "o1"),
        ("Observation?_has:AuditEvent:entity:agent-name=x", "o2"),
    ])
    func finds(text: String, expected: String) throws { #expect(try #require(Self.set).ids(text) == expected) }

    @Test(arguments: [
        ("Observation?_id=o1&_include=Observation:encounter", "Encounter/e1"),
        (
            "Observation?_id=o2&_include=Observation:encounter&_include:iterate=Encounter:part-of",
            "Encounter/e1 Encounter/e2"
        ),
        (
            "Observation?_id=o2&_include:iterate=Observation:has-member&_include=Observation:subject",
            "Observation/o1 Patient/p"
        ),
        ("Observation?_id=o1&_include=Observation:performer:Organization", ""),
        ("Observation?_id=o1,o2&_include=Observation:performer", "Organization/dr Practitioner/dr"),
        ("Observation?_id=o1&_include=Observation:*", "Encounter/e1 Patient/p Practitioner/dr"),
        ("Observation?_id=o1&_include=*", "Encounter/e1 Patient/p Practitioner/dr"),
        ("Observation?_id=o1&_revinclude=Provenance:target", "Provenance/v"), ("Observation?_id=o3&_include=*", ""),
        (
            "Encounter?_id=e1&_revinclude=Observation:encounter&_revinclude:iterate=Observation:has-member",
            "Observation/o1 Observation/o2"
        ),
        ("Patient?_revinclude=*", "Encounter/e1 Observation/o1 Observation/o2"),
        ("Observation?_id=o1&_include=Encounter:subject", ""),
        ("Patient?_revinclude=Observation:subject:Group", ""),
        ("Observation?_include=Observation:has-member&_id=o1,o2", ""),
    ])
    func includes(text: String, expected: String) throws {
        let set = try #require(Self.set)
        let page = set.page(try query(text))
        #expect(
            page.included.map { "\(set.records[$0].type)/\(set.records[$0].id)" }.joined(separator: " ") == expected)
    }

    @Test func whatIsHiddenLeavesNoTrace() throws {
        // The same with and without a resource that the reader may not see, wherever it is pointed to.
        let set = try #require(Self.set)
        for text in [
            "Observation?encounter:Encounter._id=hidden", "Observation?encounter._lastUpdated=gt1900",
            "Encounter?subject.name:missing=true", "Provenance?target:Condition._id=hidden",
        ] {
            #expect(!(try set.ids(text)).split(separator: " ").contains { ["o3", "e2", "v"].contains($0) }, "\(text)")
        }
    }

    @Test func codesWithValues() throws {
        func component(_ code: String, _ value: String) -> String {
            #"{"code":{"coding":[{"code":"\#(code)"}]},\#(value)}"#
        }
        let set = try clinical(
            #"{"resourceType":"Observation","id":"a","code":{"coding":[{"system":"urn:l","code":"bp"}]},"component":[\#(component("sys", #""valueQuantity":{"value":120,"unit":"mm"}"#)),\#(component("dia", #""valueQuantity":{"value":80,"unit":"mm"}"#))]}"#,
            #"{"resourceType":"Observation","id":"b","code":{"coding":[{"system":"urn:l","code":"sys"}]},"valueQuantity":{"value":80,"unit":"mm"}}"#,
            #"{"resourceType":"Observation","id":"c","code":{"coding":[{"code":"t"}]},"valueString":"a$b,c"}"#,
            #"{"resourceType":"Observation","id":"d","code":{"coding":[{"code":"t"}]},"valueDateTime":"2020-05"}"#,
            #"{"resourceType":"Observation","id":"e","code":{"coding":[{"code":"t"}]},"valueCodeableConcept":{"coding":[{"code":"neg"}]}}"#
        )
        let cases = [
            ("component-code-value-quantity=sys$gt100", "a"), ("component-code-value-quantity=dia$gt100", ""),
            ("combo-code-value-quantity=sys$80", "b"), ("combo-code-value-quantity=sys$80,dia$80", "a b"),
            ("code-value-quantity=urn:l|sys$le80||mm", "b"), ("code-value-quantity=bp$80", ""),
            (#"code-value-string=t$A\$b\,c"#, "c"), ("code-value-date=t$2020", "d"),
            ("code-value-date=t$gt2020-05", ""),
            ("code-value-concept=t$neg", "e"), ("combo-code=sys", "a b"), ("combo-value-quantity=80", "a b"),
            ("value-string=a", "c"),
        ]
        for (parameters, expected) in cases {
            #expect(try set.ids("Observation?\(parameters)") == expected, "\(parameters)")
        }
        for bad in [
            "code-value-quantity=bp", "code-value-quantity=bp$1$2", "code-value-quantity=$1",
            "code-value-quantity:missing=true", "code-value-quantity=bp$x",
        ] {
            #expect(throws: ClinicalIssues.self, "\(bad)") { try query("Observation?\(bad)") }
        }
        let sequence = try clinical(
            #"{"resourceType":"MolecularSequence","id":"m","referenceSeq":{"chromosome":{"coding":[{"code":"1"}]},"windowStart":10,"windowEnd":20},"variant":[{"start":12,"end":13}]}"#
        )
        #expect(try sequence.ids("MolecularSequence?chromosome-variant-coordinate=1$ge12$le13") == "m")
        #expect(try sequence.ids("MolecularSequence?chromosome-window-coordinate=1$10$21") == "")
    }
}
