import JSONTree

/// The links of a Patient to other records of the same person (R4, Patient.link).
public enum RelatedPatients {
    /// What the other record is to this one.
    public enum Kind: String, Sendable, CaseIterable {
        /// It is used in place of this one.
        case replacedBy = "replaced-by"
        /// It is no longer used, this one is.
        case replaces
        /// It has more about the person.
        case refer
        /// It has something about the person.
        case seeAlso = "seealso"
    }

    /// One link that names a resource.
    public struct Link: Sendable, Equatable {
        /// Its place in the list.
        public let index: Int
        /// What the other record is to this one; nil for a code that is none of R4's.
        public let kind: Kind?
        /// The reference as written.
        public let reference: String
    }

    /// The links that name a resource; one by an identifier alone leads nowhere here.
    public static func links(of patient: JSONValue) -> [Link] {
        (patient["link"]?.array ?? []).enumerated().compactMap { index, link in
            link["other"]?["reference"]?.string.map { reference in
                Link(index: index, kind: link["type"]?.string.flatMap(Kind.init), reference: reference)
            }
        }
    }

    /// The type and id of a reference to a Patient or RelatedPerson here, its version left out; nil for another text.
    public static func local(_ reference: String) -> (type: String, id: String)? {
        let segments = reference.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard segments.count == 2 || segments.count == 4 && segments[2] == "_history" else { return nil }
        guard segments[0] == "Patient" || segments[0] == "RelatedPerson" else { return nil }
        return (segments[0], segments[1])
    }

    /// The ids of the patients to whom a patient has links of a kind.
    public static func ids(_ kind: Kind, of patient: JSONValue) -> [String] {
        links(of: patient).filter { $0.kind == kind }.compactMap { link in
            local(link.reference).flatMap { $0.type == "Patient" ? $0.id : nil }
        }
    }

    /// The patient with a link to another; the same when it has it.
    static func linked(_ patient: JSONValue, _ kind: Kind, to id: String) -> JSONValue {
        guard var object = patient.object, !ids(kind, of: patient).contains(id) else { return patient }
        let link: JSONValue = [
            "other": ["reference": .string("Patient/\(id)")], "type": .string(kind.rawValue),
        ]
        object["link"] = .array((object["link"]?.array ?? []) + [link])
        return .object(object)
    }
}
