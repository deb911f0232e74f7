import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// The table of tiers, and the decisions in it that must not change unnoticed.
@Suite struct TierTableTests {
    private static let rows = ResourceType.all.flatMap(TierTable.rows(of:)) + TierTable.dataTypeRows
    private static let words: [String: String] = {
        var words: [String: String] = [:]
        for row in rows where words[row.path] == nil { words[row.path] = row.word }
        return words
    }()

    @Test func everyElementHasARowAndAReason() {
        #expect(ResourceType.all.count == 146)
        #expect(TierTableTests.rows.allSatisfy { !$0.reason.isEmpty && $0.needs.contains($0.tier) })
        let listed = Set(TierTableTests.rows.map(\.path))
        let abstract: Set = ["Resource", "DomainResource"]
        for node in Schema.r4.nodes where !abstract.contains(node.path) {
            for name in node.names { #expect(listed.contains(node.path + "." + name), "\(node.path).\(name)") }
        }
        #expect(TierTable.text.split(separator: "\n").count == TierTableTests.rows.count)
    }

    /// Each row, and the part in which the element's value is found when a resource has nothing else.
    @Test func theTableSaysWhatTheSplitDoes() throws {
        for type in ResourceType.all {
            for (name, element) in zip(Schema.r4.nodes[Int(type.node)].names, Schema.r4.nodes[Int(type.node)].elements)
            {
                guard case .primitive(let kind) = element.content, kind == .string || kind == .markdown else {
                    continue
                }
                let value: JSONValue = element.isArray ? ["PLANTED"] : "PLANTED"
                let resource: JSONValue = ["resourceType": .string(type.name), "subject_": 1]
                guard case .object(var object) = resource else { continue }
                object["subject_"] = nil
                object[name] = value
                if type.mayBePatientless { continue }
                let parts = try TierSplit.split(.object(object)).parts
                let found = parts.filter { String(decoding: $0.value, as: UTF8.self).contains("PLANTED") }.map(\.key)
                let row = TierTableTests.rows.first { $0.path == "\(type.name).\(name)" }
                #expect(found == [row?.tier].compactMap(\.self), "\(type.name).\(name)")
            }
        }
    }

    @Test func decisions() {
        let cases: [(String, String)] = [
            // Who someone is, and where.
            ("Patient.name", "identity"), ("Patient.birthDate", "identity"), ("Patient.gender", "identity"),
            ("Patient.deceasedDateTime", "identity"), ("Patient.communication", "identity"),
            ("Patient.address", "contact"), ("Patient.telecom", "contact"), ("Patient.photo", "restricted"),
            ("Patient.maritalStatus", "contact"), ("Patient.contact", "contact"), ("Patient.contact.name", "contact"),
            ("RelatedPerson.name", "contact"), ("Person.address", "contact"), ("Location.position", "contact"),
            // The agenda: that someone comes, and to whom; not why.
            ("Appointment.start", "identity"), ("Appointment.serviceType", "identity"),
            ("Appointment.specialty", "identity"), ("Appointment.reasonCode", "medical"),
            ("Appointment.description", "restricted"), ("Appointment.comment", "restricted"),
            ("Appointment.cancelationReason", "medical"), ("Slot.comment", "restricted"),
            // Insurance is the desk's.
            ("Coverage.subscriberId", "contact"), ("Coverage.costToBeneficiary.exception.type", "contact"),
            ("Account.name", "restricted"), ("EnrollmentRequest.candidate", "contact"),
            // Care.
            ("Condition.code", "medical"), ("Observation.valueQuantity", "medical"), ("Encounter.class", "medical"),
            ("MedicationRequest.medicationCodeableConcept", "medical"), ("Claim.diagnosis", "medical"),
            ("FamilyMemberHistory.condition.code", "medical"), ("FamilyMemberHistory.name", "restricted"),
            ("Claim.accident.locationAddress", "medical+contact"), ("AuditEvent.agent", "medical"),
            // Free text and documents.
            ("Observation.valueString", "restricted"), ("Observation.note", "restricted"),
            ("Condition.text", "restricted"),
            ("DocumentReference.content", "restricted"), ("Communication.payload", "restricted"),
            ("Consent.sourceAttachment", "restricted"), ("Binary.data", "restricted"),
            ("Binary.contentType", "restricted"),
            // Genes, and answers that may be about anything.
            ("MolecularSequence.observedSeq", "restricted"), ("MolecularSequence.type", "restricted"),
            ("QuestionnaireResponse.item.answer", "restricted"),
            // Data types.
            ("Dosage.text", "restricted"), ("HumanName.family", "identity"), ("Extension.valueString", "restricted"),
            ("Extension.valueCodeableConcept", "medical"), ("Extension.valueBoolean", "medical"),
            ("Extension.valueQuantity", "medical"), ("Extension.valueAddress", "contact"),
            ("Extension.valueHumanName", "identity"), ("Signature.data", "restricted"),
        ]
        for (path, word) in cases { #expect(TierTableTests.words[path] == word, "\(path)") }
    }

    @Test func nationalIdentifiers() throws {
        let cases: [(String, Tier)] = [
            (#""system":"urn:oid:1.2.250.1.213.1.4.8""#, .contact),
            (#""system":"urn:oid:1.2.250.1.213.1.4.11""#, .contact),
            (#""system":"http://hl7.org/fhir/sid/us-ssn""#, .contact),
            (#""type":{"coding":[{"code":"PPN"}]}"#, .contact),
            (#""type":{"coding":[{"code":"INS-NIR"}]}"#, .contact), (#""type":{"coding":[{"code":"DL"}]}"#, .contact),
            (#""type":{"coding":[{"code":"MR"}]}"#, .identity), (#""system":"urn:ipp""#, .identity),
            (#""system":"https://rpps.esante.gouv.fr""#, .identity),
        ]
        for (members, tier) in cases {
            let patient = try json(#"{"resourceType":"Patient","identifier":[{\#(members),"value":"PLANTED"}]}"#)
            #expect(try tiers(of: "PLANTED", in: patient) == [tier], "\(members)")
        }
    }

    @Test func extensionsOfPatients() throws {
        let cases: [(String, Tier)] = [
            (
                #"{"url":"http://hl7.org/fhir/StructureDefinition/patient-religion","valueCodeableConcept":{"coding":[{"code":"PLANTED"}]}}"#,
                .medical
            ),
            (
                #"{"url":"http://hl7.org/fhir/StructureDefinition/patient-genderIdentity","valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"38628009","display":"PLANTED"}]}}"#,
                .restricted
            ),
            (
                #"{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"ombCategory","valueCoding":{"code":"PLANTED"}}]}"#,
                .medical
            ),
            (
                #"{"url":"https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability","extension":[{"url":"identityStatus","valueCoding":{"code":"PLANTED"}}]}"#,
                .identity
            ),
            (#"{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"PLANTED"}"#, .identity),
            (
                #"{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthPlace","valueAddress":{"city":"PLANTED"}}"#,
                .contact
            ),
            (#"{"url":"http://example.org/unknown","valueString":"PLANTED"}"#, .restricted),
            // What a reviewed extension may not smuggle.
            (
                #"{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueIdentifier":{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"PLANTED"}}"#,
                .contact
            ),
        ]
        for (extended, tier) in cases {
            let patient = try json(#"{"resourceType":"Patient","extension":[\#(extended)]}"#)
            #expect(try tiers(of: "PLANTED", in: patient) == [tier], "\(extended)")
            let whole = try TierSplit.split(patient)
            #expect(try TierSplit.join(base: whole.base, parts: whole.parts).resource == patient)
        }
        let place = try json(
            #"{"resourceType":"Patient","address":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/geolocation","extension":[{"url":"latitude","valueDecimal":48.00001}]}]}]}"#
        )
        #expect(try tiers(of: "48.00001", in: place) == [.contact])
    }

    @Test func codesThatSpeakForThemselves() throws {
        let whole = [
            ("http://loinc.org", "55277-8"), ("http://loinc.org", "76690-7"), ("http://snomed.info/sct", "86406008"),
            ("http://hl7.org/fhir/sid/icd-10", "B20.1"), ("http://hl7.org/fhir/sid/icd-10", "z21"),
            ("http://hl7.org/fhir/sid/icd-10-cm", "Z11.4"), ("urn:oid:2.16.840.1.113883.6.3", "F64.0"),
            ("http://hl7.org/fhir/sid/icpc-2", "B90"), ("http://loinc.org", "81247-9"),
        ]
        let ordinary = [
            ("http://loinc.org", "2339-0"), ("http://hl7.org/fhir/sid/icd-10", "B19"), ("urn:other", "86406008"),
            ("http://hl7.org/fhir/sid/icd-10", "Z11.1"), ("http://hl7.org/fhir/sid/icd-10", ""),
            ("http://loinc.org", "B20"),
            ("http://hl7.org/fhir/sid/icd-10", "F32.1"), ("http://hl7.org/fhir/sid/icd-10", "F10.2"),
        ]
        for (system, code) in whole + ordinary {
            let isWhole = whole.contains { $0 == (system, code) }
            let coding = #"{"coding":[{"code":"x"},{"system":"\#(system)","code":"\#(code)"}]}"#
            for resource in [
                #"{"resourceType":"Observation","status":"final","code":\#(coding)}"#,
                #"{"resourceType":"Observation","status":"final","valueCodeableConcept":\#(coding)}"#,
                #"{"resourceType":"Observation","status":"final","component":[{"code":\#(coding)}]}"#,
                #"{"resourceType":"Condition","code":\#(coding)}"#,
            ] {
                let parts = try TierSplit.split(json(resource)).parts
                #expect(parts.keys.sorted() == (isWhole ? [.restricted] : [.medical]), "\(resource)")
            }
            // A prescription stays visible without its reason, an appointment in the agenda.
            let prescription = try json(
                #"{"resourceType":"MedicationRequest","status":"active","reasonCode":[\#(coding)]}"#)
            #expect(
                try TierSplit.split(prescription).parts.keys.sorted()
                    == (isWhole ? [.medical, .restricted] : [.medical]))
            let appointment = try json(#"{"resourceType":"Appointment","status":"booked","reasonCode":[\#(coding)]}"#)
            let split = try TierSplit.split(appointment)
            #expect(split.base == .identity)
            #expect(split.parts.keys.contains(.restricted) == isWhole)
            #expect(try TierSplit.join(base: split.base, parts: split.parts).resource == appointment)
        }
        for topic in SensitiveCodes.topics {
            #expect(Sensitivity.codes.contains(topic.label), "\(topic.label)")
            #expect(!topic.reason.isEmpty)
        }
    }

    private func tiers(of text: String, in resource: JSONValue) throws -> [Tier] {
        try TierSplit.split(resource).parts.filter { String(decoding: $0.value, as: UTF8.self).contains(text) }.keys
            .sorted()
    }

    @Test func everyRuleNamesSomethingThatExists() {
        // Every rule names something that exists.
        let paths = Set(
            Schema.r4.nodes.flatMap { node in [node.path] + node.names.map { node.path + "." + $0 } })
        let kinds = Set(PrimitiveKind.allCases.map(\.rawValue))
        for rule in TierRules.bases + TierRules.types + TierRules.elements {
            for name in rule.names { #expect(paths.contains(name) || kinds.contains(name), "\(name)") }
        }
        for (names, _) in TierRules.plainStrings {
            for name in names.split(whereSeparator: \.isWhitespace) where name.first != "*" {
                #expect(paths.contains(String(name)), "\(name)")
            }
        }
        #expect(ResourceType.patientless.keys.allSatisfy { ResourceType($0) != nil })
    }
}
