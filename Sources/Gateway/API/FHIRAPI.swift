import BrokerAPI
import FHIR
import HTTPTypes
import Hummingbird
import Records
import Vocabulary

/// The FHIR API (R4, http): each route handed to one `RecordSession`.
///
/// A request reads and writes through its session alone; there is no other way to a resource, so the practice's own
/// boundary, the role and the audit are in force on every route alike.
struct FHIRAPI: Sendable {
    let records: RecordService
    let listening: Listening
    let limits: GatewayLimits
    let metadata: Answer
    /// Downloads that are under way.
    let downloads: HolderGate
    /// What reads through a whole record or log, or carries out many entries.
    let thorough: HolderGate

    init(records: RecordService, listening: Listening, limits: GatewayLimits) {
        self.records = records
        self.listening = listening
        self.limits = limits
        downloads = HolderGate(limit: limits.maximumDownloadsOfHolder)
        thorough = HolderGate(limit: limits.maximumThoroughOfHolder)
        metadata = Answer(.ok, Metadata.statement.json)
    }

    /// The session of an `Authorization` header, for this request: of one that is bound to a key, by the scheme `DPoP` and with a proof. Throws
    /// 401.
    func session(_ request: Request) async throws -> RecordSession {
        let authorization = request.headers[.authorization]
        let session = try await session(authorization)
        let parts = authorization.flatMap { SessionText.parts(authorization: $0) }
        guard session.info.key != nil else {
            guard parts?.isBound == false else { throw HTTPRefusal.noSession }
            return session
        }
        guard let parts, parts.isBound else { throw HTTPRefusal.proof(.wrong) }
        let shown = ShownRequest(
            method: request.method.rawValue, url: listening.url(of: request), token: String(parts.token),
            proof: HTTPField.Name.proof.flatMap { request.headers[$0] })
        return try await records.session(session, shown: shown)
    }

    private func session(_ authorization: String?) async throws -> RecordSession {
        if let scoped = SessionText.scoped(authorization: authorization) {
            return try await records.session(scoped: scoped)
        }
        return try await records.session(try SessionText.token(authorization: authorization))
    }

    /// Answers a call. Of what may do a lot each holder may have so many at once.
    func answer(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let isConditional = HTTPField.Name("If-None-Exist").map { call.headers[$0] != nil } ?? false
        guard call.route.isThorough || isConditional else { return try await answered(call, session) }
        try thorough.enter(session.info.holder)
        defer { thorough.leave(session.info.holder) }
        return try await answered(call, session)
    }

    private func answered(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        switch call.route {
        case .bundle: try await bundle(call, session)
        case .importGroups: try await importGroups(call, session)
        case .create(let type): try await create(type, call, session)
        case .search: try await search("Patient", call.target.parameters, call, session)
        case .typeSearch(let type): try await search(type, call.target.parameters, call, session)
        case .searchForm(let type): try await searchForm(type, call, session)
        case .audit(let kind): try await audit(kind, call, session)
        case .auditRead(let kind, let id): try await audit(kind, id, session)
        case .agenda: try await search("Appointment", call.target.parameters, call, session)
        case .read("Binary", let id): try await binary(id, call, session)
        case .read(let type, let id): try await read(type, id, call, session)
        case .validate(let type): validate(type, try call.json())
        case .update(let type, let id): try await update(type, id, call, session)
        case .updateWhere(let type): try await update(type, call, session)
        case .patchWhere(let type): try await patch(type, call, session)
        case .deleteWhere(let type): try await delete(type, call, session)
        case .patch(let type, let id): try await patch(type, id, call, session)
        case .delete(let type, let id): try await delete(type, id, call, session)
        case .history(let type, let id): try await history(type, id, call, session)
        case .version(let type, let id, let version): try await read(type, id, version, call, session)
        case .compartment(let patient, let type): try await compartment(patient, type, call, session)
        case .everything(let patient): try await everything(patient, call, session)
        case .emergency(let patient): try await emergency(patient, call, session)
        case .lastN: try await lastN(call.target.parameters, call, session)
        case .lastNPosted: try await lastNPosted(call, session)
        case .match: try await match(call, session)
        case .merge: try await merge(call, session)
        case .token, .smartConfiguration, .metadata, .signIn: throw HTTPRefusal.notFound
        }
    }

    /// A patient's id as it stands in a URL. What cannot be one is nobody's: 404.
    func patient(_ text: String) throws(HTTPRefusal) -> PatientID {
        guard let patient = PatientID(text) else { throw .notFound }
        return patient
    }
}
