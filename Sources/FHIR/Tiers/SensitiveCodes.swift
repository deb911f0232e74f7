import JSONTree

/// Codes that say by themselves what HL7's sensitivity labels protect: a resource or concept with one is restricted
/// though nobody labelled it.
///
/// The list is short and reviewed (``topics``). It is a net below the labels, not in their place, and its limits are:
/// only these codes of these systems, of ICD-10 and ICPC-2 with what is below them, no other descendants; no code of a
/// medicine, since pharmacists must see prescriptions; nothing in text. Psychiatry, alcohol and tobacco are left to
/// labels: they are so common in care that hiding them from nurses and pharmacists unasked would do harm.
public enum SensitiveCodes {
    /// One matter, with its codes.
    public struct Topic: Sendable {
        /// The code of HL7's sensitivity label that stands for it (v3 ActCode).
        public let label: String
        /// Why it is restricted.
        public let reason: String
        /// Codes by system; those of ICD-10 and ICPC-2 mean all that begin so.
        let codes: [(system: System, words: String)]
    }

    /// A code system, under all the names that it goes by.
    enum System: UInt16, CaseIterable, Sendable {
        case loinc, snomed, icd10, icpc2

        /// URIs (R4, terminologies-systems) and OIDs.
        var names: [String] {
            switch self {
            case .loinc: ["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"]
            case .snomed: ["http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96"]
            case .icd10:
                [
                    "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cm",
                    "urn:oid:2.16.840.1.113883.6.3", "urn:oid:2.16.840.1.113883.6.90",
                ]
            case .icpc2: ["http://hl7.org/fhir/sid/icpc-2", "urn:oid:2.16.840.1.113883.6.139"]
            }
        }

        /// Whether a code of the list means all that begin so, dots left out.
        var isHierarchy: Bool { self == .icd10 || self == .icpc2 }
    }

    /// Group 0: the systems; then the codes of each.
    private static let table: NameTable = {
        var table = NameTable(capacity: 256)
        for system in System.allCases {
            for name in system.names { table.add(name, group: 0, place: system.rawValue) }
        }
        for (place, topic) in topics.enumerated() {
            for (system, words) in topic.codes {
                for word in DefinitionText.words(words) {
                    table.add(word, group: system.rawValue + 1, place: UInt16(place))
                }
            }
        }
        return table
    }()

    /// What makes a code sensitive; nil when it is not on the list.
    public static func topic(system: String, code: String) -> Topic? {
        table.find(system.utf8.span, group: 0).flatMap(System.init).flatMap { topic($0, code) }
    }

    private static func topic(_ system: System, _ code: String) -> Topic? {
        let group = system.rawValue + 1
        guard system.isHierarchy else {
            return table.find(code.utf8.span, group: group).map { topics[Int($0)] }
        }
        let plain = code.uppercased().filter { $0 != "." }
        for length in 3...4 {
            if let place = table.find(String(plain.prefix(length)).utf8.span, group: group) {
                return topics[Int(place)]
            }
        }
        return nil
    }

    /// Whether a Coding is on the list.
    static func raises(coding: JSONValue) -> Bool {
        guard case .object(let object) = coding else { return false }
        var system: UInt16?
        var place: Int?
        let members = object.members.span
        for index in members.indices {
            guard case .string(let text) = members[index].value else { continue }
            switch members[index].key {
            case "system":
                // Most codings are of other systems, and most of these systems' codes stand behind them.
                guard let number = table.find(text.utf8.span, group: 0) else { return false }
                system = number
            case "code": place = index
            default: continue
            }
        }
        guard let system = system.flatMap(System.init), let place, case .string(let code) = members[place].value,
            code.utf8.count <= 32
        else { return false }
        return topic(system, code) != nil
    }

    /// Whether one of a CodeableConcept's codings is.
    static func raises(concept: JSONObject) -> Bool {
        let members = concept.members.span
        for index in members.indices where members[index].key == "coding" {
            guard case .array(let codings) = members[index].value else { return false }
            return codings.contains(where: raises(coding:))
        }
        return false
    }

    /// Whether the resource is about it: its `code`, its coded value, or a component's.
    static func raises(resource: JSONObject) -> Bool {
        let members = resource.members.span
        for index in members.indices {
            switch (members[index].key.utf8.count, members[index].value) {
            case (4, .object(let concept)) where members[index].key == "code",
                (20, .object(let concept)) where members[index].key == "valueCodeableConcept":
                if raises(concept: concept) { return true }
            case (9, .array(let items)) where members[index].key == "component":
                if items.contains(where: raises(component:)) { return true }
            default: continue
            }
        }
        return false
    }

    private static func raises(component: JSONValue) -> Bool {
        component.object?.members.contains { $0.value.object.map(raises(concept:)) ?? false } ?? false
    }
}
