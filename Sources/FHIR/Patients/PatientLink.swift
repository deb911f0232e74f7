import JSONTree

/// Which patient a resource is about. Every resource has exactly one, is of an allow-listed type, or is refused.
public enum PatientLink: Equatable, Sendable {
    /// It names no patient. Fine for ``ResourceType/mayBePatientless``, a refusal for others.
    case none
    /// It is a patient.
    case itself
    /// One patient: the reference as written, and the elements that hold it.
    case one(reference: String, paths: [String])
    /// More than one patient, by the elements that name them.
    case several(paths: [String])

    /// Finds the patient by the elements that own the type's resources (`subject`, `patient`, `beneficiary` …), or, if
    /// none of these names one, by the other elements of the Patient compartment.
    ///
    /// - Parameter isPatient: says of a reference that does not show its type (`urn:uuid:…`) whether it is a
    ///   patient's; nil when it does not know either: then the element decides (`subject` means a patient, `actor`
    ///   does not). References that show their type are not asked about.
    public static func find(
        in resource: JSONValue, isPatient: (String) -> Bool? = { _ in nil }
    ) -> PatientLink {
        guard let type = resource["resourceType"]?.string else { return .none }
        if type == "Patient" { return .itself }
        guard let paths = PatientPaths.byType[type] else { return .none }
        let owners = found(paths.owners, in: resource, isPatient)
        return link(owners.isEmpty ? found(paths.others, in: resource, isPatient) : owners)
    }

    private static func link(_ found: [(reference: String, path: String)]) -> PatientLink {
        guard let first = found.first else { return .none }
        var paths: [String] = []
        for (_, path) in found where !paths.contains(path) { paths.append(path) }
        guard found.allSatisfy({ JSONValue.string($0.reference) == .string(first.reference) }) else {
            return .several(paths: paths)
        }
        return .one(reference: first.reference, paths: paths)
    }

    private static func found(
        _ paths: [PatientPaths.Path], in resource: JSONValue, _ isPatient: (String) -> Bool?
    ) -> [(reference: String, path: String)] {
        var found: [(reference: String, path: String)] = []
        for path in paths {
            visit(resource, path.keys[...]) { value in
                guard let reference = value["reference"]?.string else { return }
                let type = value["type"]?.string
                guard names(reference, type, path.isAlwaysPatient, isPatient) else { return }
                found.append((reference, path.text))
            }
        }
        return found
    }

    private static func names(
        _ reference: String, _ type: String?, _ byElement: Bool, _ isPatient: (String) -> Bool?
    ) -> Bool {
        if reference.utf8.first == UInt8(ascii: "#") { return false }
        if let target = References.targetType(of: reference) { return target == "Patient" }
        return isPatient(reference) ?? type.map { $0 == "Patient" } ?? byElement
    }

    /// Shows the values at a path, lists opened.
    private static func visit(_ value: JSONValue, _ keys: ArraySlice<String>, _ body: (JSONValue) -> Void) {
        if case .array(let items) = value {
            for item in items { visit(item, keys, body) }
        } else if let key = keys.first {
            guard let next = value[key] else { return }
            visit(next, keys.dropFirst(), body)
        } else {
            body(value)
        }
    }
}
