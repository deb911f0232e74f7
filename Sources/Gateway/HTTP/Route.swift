import FHIR
import HTTPTypes

/// What a request asks for: the whole surface of the gateway.
enum Route: Sendable, Hashable {
    /// `POST /oauth/token`
    case token
    /// `GET /.well-known/smart-configuration`, also below `/fhir`
    case smartConfiguration
    /// `/signin/…`
    case signIn(SignInRoute)
    /// `GET /fhir/metadata`
    case metadata
    /// `POST /fhir`
    case bundle
    /// `POST /fhir/$import`
    case importGroups
    /// `POST /fhir/{type}`
    case create(type: String)
    /// `GET /fhir/Patient`
    case search
    /// `GET /fhir/{type}`
    case typeSearch(type: String)
    /// `POST /fhir/{type}/_search`
    case searchForm(type: String)
    /// `GET /fhir/Appointment`
    case agenda
    /// `GET /fhir/AuditEvent` and `GET /fhir/Provenance`
    case audit(AuditKind)
    /// `GET /fhir/AuditEvent/{id}` and `GET /fhir/Provenance/{id}`
    case auditRead(AuditKind, id: String)
    /// `GET /fhir/{type}/{id}`
    case read(type: String, id: String)
    /// `POST /fhir/{type}/$validate`, also below an id
    case validate(type: String)
    /// `PUT /fhir/{type}/{id}`
    case update(type: String, id: String)
    /// `PUT /fhir/{type}?…`
    case updateWhere(type: String)
    /// `PATCH /fhir/{type}?…`
    case patchWhere(type: String)
    /// `DELETE /fhir/{type}?…`
    case deleteWhere(type: String)
    /// `PATCH /fhir/{type}/{id}`
    case patch(type: String, id: String)
    /// `DELETE /fhir/{type}/{id}`
    case delete(type: String, id: String)
    /// `GET /fhir/{type}/{id}/_history`
    case history(type: String, id: String)
    /// `GET /fhir/{type}/{id}/_history/{version}`
    case version(type: String, id: String, version: String)
    /// `GET /fhir/Patient/{id}/{type}`
    case compartment(patient: String, type: String)
    /// `GET /fhir/Patient/{id}/$everything`
    case everything(patient: String)
    /// `POST /fhir/Patient/{id}/$emergency-opening`
    case emergency(patient: String)
    /// `GET /fhir/Observation/$lastn`
    case lastN
    /// `POST /fhir/Observation/$lastn`
    case lastNPosted
    /// `POST /fhir/Patient/$match`
    case match
    /// `POST /fhir/Patient/$merge`
    case merge

    /// The method and path for logs and metrics, without ids or types.
    var template: String {
        switch self {
        case .token: "POST /oauth/token"
        case .smartConfiguration: "GET /.well-known/smart-configuration"
        case .signIn(let route): "\(route.isRead ? "GET" : "POST") /signin/\(route.rawValue)"
        case .metadata: "GET /fhir/metadata"
        case .bundle: "POST /fhir"
        case .importGroups: "POST /fhir/$import"
        case .create: "POST /fhir/{type}"
        case .search: "GET /fhir/Patient"
        case .typeSearch: "GET /fhir/{type}"
        case .searchForm: "POST /fhir/{type}/_search"
        case .agenda: "GET /fhir/Appointment"
        case .audit: "GET /fhir/AuditEvent"
        case .auditRead: "GET /fhir/AuditEvent/{id}"
        case .read: "GET /fhir/{type}/{id}"
        case .validate: "POST /fhir/{type}/$validate"
        case .update: "PUT /fhir/{type}/{id}"
        case .updateWhere: "PUT /fhir/{type}"
        case .patchWhere: "PATCH /fhir/{type}"
        case .deleteWhere: "DELETE /fhir/{type}"
        case .patch: "PATCH /fhir/{type}/{id}"
        case .delete: "DELETE /fhir/{type}/{id}"
        case .history: "GET /fhir/{type}/{id}/_history"
        case .version: "GET /fhir/{type}/{id}/_history/{version}"
        case .compartment: "GET /fhir/Patient/{id}/{type}"
        case .everything: "GET /fhir/Patient/{id}/$everything"
        case .emergency: "POST /fhir/Patient/{id}/$emergency-opening"
        case .lastN: "GET /fhir/Observation/$lastn"
        case .lastNPosted: "POST /fhir/Observation/$lastn"
        case .match: "POST /fhir/Patient/$match"
        case .merge: "POST /fhir/Patient/$merge"
        }
    }

    /// Whether it needs a session: all but signing in and what describes the server.
    var needsSession: Bool {
        switch self {
        case .token, .smartConfiguration, .metadata: false
        case .signIn(let route): !route.isOpen
        default: true
        }
    }

    /// Whether it may do a lot: it reads through a whole record or log, or carries out many entries.
    var isThorough: Bool {
        switch self {
        case .bundle, .audit, .auditRead, .typeSearch, .searchForm, .compartment, .everything, .lastN, .lastNPosted,
            .match, .merge, .patch, .updateWhere, .patchWhere, .deleteWhere:
            true
        default: false
        }
    }

    /// Whether it reads what is made of the logs, which nobody writes.
    var isOfLogs: Bool {
        switch self {
        case .audit, .auditRead: true
        default: false
        }
    }

    /// Parameters that may be given twice: the bounds of a period.
    var mayRepeat: Set<String> {
        guard case .audit(let kind) = self else { return [] }
        return [kind.dateName]
    }

    /// The query parameters that it takes; nil when they are the search's own and checked there.
    var parameters: Set<String>? {
        switch self {
        case .signIn(.notices): ["since"]
        case .token, .smartConfiguration, .signIn: []
        case .search, .searchForm, .typeSearch, .compartment, .agenda, .updateWhere, .patchWhere, .deleteWhere, .lastN,
            .lastNPosted:
            nil
        case .validate: ["mode", "_format"]
        case .audit(let kind): ["patient", kind.dateName, "action", "outcome", "_count", "_page", "_format"]
        case .history: ["_count", "_page", "_format"]
        case .everything: ["_count", "_page", "_type", "_format", "start", "end", "_since"]
        default: ["_format"]
        }
    }
}
