import FHIR
import HTTPTypes

extension Route {
    /// Finds the route of a method and path: of HEAD that of GET, whose head is answered (RFC 9110 §9.3.2).
    /// Throws 404 for no such path and 405 for no such method on it.
    init(_ method: HTTPRequest.Method, _ segments: [String]) throws(HTTPRefusal) {
        let routes = try Route.at(segments[...])
        let method = method == .head ? .get : method
        guard let match = routes.first(where: { $0.method == method }) else {
            throw routes.contains { $0.route.isOfLogs } ? .neverWritten : .methodNotAllowed(routes.map(\.method))
        }
        self = match.route
    }

    private typealias Choice = (method: HTTPRequest.Method, route: Route)

    private static func at(_ segments: ArraySlice<String>) throws(HTTPRefusal) -> [Choice] {
        switch segments {
        case ["oauth", "token"]: return [(.post, .token)]
        case [".well-known", "smart-configuration"]: return [(.get, .smartConfiguration)]
        default:
            if segments.first == "signin" {
                let path = segments.dropFirst().joined(separator: "/")
                let routes = SignInRoute.allCases.filter { $0.rawValue == path }
                guard !routes.isEmpty else { throw .notFound }
                return routes.map { ($0.isRead ? .get : .post, .signIn($0)) }
            }
            guard segments.first == "fhir" else { throw .notFound }
            return try below(segments.dropFirst())
        }
    }

    /// What lies below `/fhir`.
    private static func below(_ segments: ArraySlice<String>) throws(HTTPRefusal) -> [Choice] {
        switch segments {
        case []: return [(.post, .bundle)]
        case ["metadata"]: return [(.get, .metadata)]
        case ["_history"]: throw .historyOfOne
        case ["_search"]: throw .patientRequired
        case ["$import"]: return [(.post, .importGroups)]
        case [".well-known", "smart-configuration"]: return [(.get, .smartConfiguration)]
        default:
            guard let type = segments.first, ResourceType(type) != nil else { throw .notFound }
            return try below(type, Array(segments.dropFirst()))
        }
    }

    /// What lies below `/fhir/{type}`.
    private static func below(_ type: String, _ rest: [String]) throws(HTTPRefusal) -> [Choice] {
        if let kind = AuditKind(rawValue: type) {
            guard rest.count <= 1, rest.first?.hasPrefix("$") != true else { throw .notFound }
            return [(.get, rest.first.map { .auditRead(kind, id: $0) } ?? .audit(kind))]
        }
        switch rest.count {
        case 0:
            let search = type == "Patient" ? Route.search : type == "Appointment" ? .agenda : .typeSearch(type: type)
            return [
                (.get, search), (.post, .create(type: type)), (.put, .updateWhere(type: type)),
                (.patch, .patchWhere(type: type)), (.delete, .deleteWhere(type: type)),
            ]
        case 1 where rest[0] == "$validate": return [(.post, .validate(type: type))]
        case 2 where rest[1] == "$validate": return [(.post, .validate(type: type))]
        case 1 where rest[0].hasPrefix("$"): return try operation(rest[0], of: type)
        case 1 where rest[0] == "_history": throw .historyOfOne
        case 1 where rest[0] == "_search": return [(.post, .searchForm(type: type))]
        case 1:
            let id = rest[0]
            return [
                (.get, .read(type: type, id: id)), (.put, .update(type: type, id: id)),
                (.patch, .patch(type: type, id: id)), (.delete, .delete(type: type, id: id)),
            ]
        case 2 where rest[1] == "_history": return [(.get, .history(type: type, id: rest[0]))]
        case 2 where type == "Patient": return try below(patient: rest[0], rest[1])
        case 3 where rest[1] == "_history": return [(.get, .version(type: type, id: rest[0], version: rest[2]))]
        default: throw .notFound
        }
    }

    /// The operations of a type, but for `$validate`, which all have.
    private static func operation(_ name: String, of type: String) throws(HTTPRefusal) -> [Choice] {
        switch (type, name) {
        case ("Observation", "$lastn"): return [(.get, .lastN), (.post, .lastNPosted)]
        case ("Patient", "$match"): return [(.post, .match)]
        case ("Patient", "$merge"): return [(.post, .merge)]
        default: throw .notFound
        }
    }

    /// What lies below `/fhir/Patient/{id}`.
    private static func below(patient: String, _ name: String) throws(HTTPRefusal) -> [Choice] {
        switch name {
        case "$everything": return [(.get, .everything(patient: patient))]
        case "$emergency-opening": return [(.post, .emergency(patient: patient))]
        default:
            guard ResourceType(name) != nil else { throw .notFound }
            return [(.get, .compartment(patient: patient, type: name))]
        }
    }
}
