import JSONTree
import Testing

@testable import FHIR

@Suite struct PatientLinkTests {
    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func everySyntheaResourceHasItsPatient() throws {
        for (name, resource) in Samples.synthea() {
            let type = resource["resourceType"]?.string.flatMap(ResourceType.init)
            switch PatientLink.find(in: resource) {
            case .itself, .one: continue
            case .none: #expect(type?.mayBePatientless ?? false, "\(name) \(type?.name ?? "")")
            case .several: Issue.record("\(name) \(type?.name ?? "")")
            }
        }
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func officialExamplesThatNameAPatientAreLinked() throws {
        var counts: [String: Int] = [:]
        for (name, resource) in Samples.examples {
            let link = PatientLink.find(in: resource)
            switch link {
            case .none: counts["none", default: 0] += 1
            case .itself: counts["itself", default: 0] += 1
            case .one(let reference, let paths):
                counts["one", default: 0] += 1
                #expect(!reference.isEmpty && !paths.isEmpty, "\(name)")
            case .several: counts["several", default: 0] += 1
            }
            // A resource with the usual element is never missed.
            let subject = resource["subject"]?["reference"]?.string ?? resource["patient"]?["reference"]?.string
            if let subject, subject.hasPrefix("Patient/"), resource["resourceType"]?.string != "Patient" {
                #expect(
                    link == .one(reference: subject, paths: [resource["patient"] == nil ? "subject" : "patient"]),
                    "\(name)")
            }
        }
        print(counts)
        #expect(counts["one"] ?? 0 > 100)
    }

    @Test func oneSeveralOrNone() throws {
        let cases: [(String, PatientLink)] = [
            (#"{"resourceType":"Patient"}"#, .itself),
            (
                #"{"resourceType":"Observation","subject":{"reference":"Patient/1"},"performer":[{"reference":"Patient/2"}]}"#,
                .one(reference: "Patient/1", paths: ["subject"])
            ),
            (
                #"{"resourceType":"Observation","subject":{"reference":"urn:uuid:1"}}"#,
                .one(reference: "urn:uuid:1", paths: ["subject"])
            ),
            (#"{"resourceType":"Observation","subject":{"reference":"Group/1"}}"#, .none),
            (##"{"resourceType":"Observation","subject":{"reference":"#p"}}"##, .none),
            (
                #"{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/1"}},{"actor":{"reference":"Practitioner/1"}}]}"#,
                .one(reference: "Patient/1", paths: ["participant.actor"])
            ),
            (
                #"{"resourceType":"Appointment","participant":[{"actor":{"reference":"Patient/1"}},{"actor":{"reference":"Patient/2"}}]}"#,
                .several(paths: ["participant.actor"])
            ),
            (#"{"resourceType":"Appointment","participant":[{"actor":{"reference":"urn:uuid:1"}}]}"#, .none),
            (
                #"{"resourceType":"Coverage","beneficiary":{"reference":"Patient/1"},"policyHolder":{"reference":"Patient/2"}}"#,
                .one(reference: "Patient/1", paths: ["beneficiary"])
            ),
            (
                #"{"resourceType":"Communication","sender":{"reference":"https://x.fr/fhir/Patient/1/_history/2"}}"#,
                .one(reference: "https://x.fr/fhir/Patient/1/_history/2", paths: ["sender"])
            ),
            (
                #"{"resourceType":"Observation","subject":{"reference":"Patient?identifier=a|b/c"}}"#,
                .one(reference: "Patient?identifier=a|b/c", paths: ["subject"])
            ),
            (#"{"resourceType":"Organization"}"#, .none),
            (
                #"{"resourceType":"Device","patient":{"reference":"Patient/1"}}"#,
                .one(reference: "Patient/1", paths: ["patient"])
            ),
        ]
        for (input, expected) in cases { #expect(PatientLink.find(in: try json(input)) == expected, "\(input)") }
        let booked = try json(
            #"{"resourceType":"Appointment","participant":[{"actor":{"reference":"urn:uuid:1"}},{"actor":{"reference":"urn:uuid:2"}}]}"#
        )
        #expect(
            PatientLink.find(in: booked) { $0 == "urn:uuid:2" }
                == .one(reference: "urn:uuid:2", paths: ["participant.actor"]))
    }

    @Test func everyTypeIsOwnedOrPatientlessOrRefused() {
        // Of the types that R4's Patient compartment names, each has its elements.
        for name in [
            "Observation", "Condition", "Appointment", "Coverage", "Task", "Provenance", "AuditEvent", "Encounter",
        ] {
            #expect(PatientPaths.byType[name]?.owners.isEmpty == false, "\(name)")
        }
        #expect(PatientPaths.byType.keys.allSatisfy { ResourceType($0) != nil })
        #expect(PatientPaths.byType.count > 65)
    }
}
