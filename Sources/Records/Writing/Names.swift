import FHIR
import JSONTree
import Vocabulary

/// What resources are called where they come from, and what they are called here.
struct Names: Sendable {
    private var references: [String: String] = [:]
    private let outer: [String: String]

    /// - Parameter known: names from before.
    init(known: [String: String] = [:]) { outer = known }

    /// Our reference for a name from outside; nil for one that is not known. A name from before may stand for another name.
    subscript(name: String) -> String? {
        get { references[name] ?? outer[name].map { references[$0] ?? $0 } }
        set { references[name] = newValue }
    }

    /// Gives all names of a resource the reference.
    mutating func add(_ names: [String], _ reference: String) {
        for name in names { references[name] = reference }
    }

    /// What a resource may be called in references: its `fullUrl`, and type and id when it has one or the URL ends so.
    static func of(_ resource: JSONValue, fullURL: String?) -> [String] {
        let type = resource["resourceType"]?.string ?? ""
        var names: [String] = []
        if let fullURL {
            names.append(fullURL)
            let segments = fullURL.split(separator: "/")
            if fullURL.contains("://"), segments.count > 2, String(segments[segments.count - 2]) == type {
                names.append("\(type)/\(segments[segments.count - 1])")
            }
        }
        if let id = resource["id"]?.string, !names.contains("\(type)/\(id)") { names.append("\(type)/\(id)") }
        return names
    }

    /// The resource with references as they are here.
    func rewritten(_ resource: JSONValue) -> JSONValue {
        guard !references.isEmpty || !outer.isEmpty else { return resource }
        return References.rewrite(resource) { self[$0] }
    }

    /// Whose a resource is: a patient by our id, or nobody's. Throws what is wrong with it.
    func patient(of resource: JSONValue, type: ResourceType) throws(RecordIssue) -> PatientID? {
        let link = PatientLink.find(in: resource) { self[$0].map { $0.hasPrefix("Patient/") } }
        switch link {
        case .none:
            guard type.mayBePatientless else { throw .noPatient }
            return nil
        case .itself: throw .noPatient
        case .several(let paths): throw RecordIssue(RecordIssue.severalPatients.code, located(type, paths))
        case .one(let reference, let paths):
            let ours = self[reference] ?? reference
            guard ours.hasPrefix("Patient/"), let patient = PatientID(ours.dropFirst(8)) else {
                throw RecordIssue(RecordIssue.unknownPatient.code, located(type, paths))
            }
            return patient
        }
    }

    private func located(_ type: ResourceType, _ paths: [String]) -> String {
        paths.map { "\(type.name).\($0)" }.joined(separator: " ")
    }
}
