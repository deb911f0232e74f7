import BrokerAPI
import FHIR
import Sealing
import Store
import Vocabulary

extension RecordSession {
    /// Throws `forbidden` when the token's scopes do not allow it, and `notFound` for another patient than they speak of.
    func require(_ permission: Scope.Permission, _ type: String, of patient: PatientID?) throws(RecordError) {
        switch scopes.verdict(permission, type, of: patient) {
        case .granted: return
        case .noScope: throw .forbidden
        case .otherPatient: throw .notFound
        }
    }

    /// Throws `forbidden` unless the scopes allow what is not about one patient.
    func requirePracticeWide(_ permission: Scope.Permission, _ types: String...) throws(RecordError) {
        guard types.allSatisfy({ scopes.allowsPracticeWide(permission, $0) }) else { throw .forbidden }
    }

    /// The types of a list that the scopes leave; nil for all. Throws `forbidden` when none is left.
    func searchable(_ types: [String]?, of patient: PatientID?) throws(RecordError) -> [String]? {
        guard !scopes.allowsEverything(.search, of: patient) else { return types }
        let all = types ?? ResourceType.all.map(\.name)
        let left = all.filter { scopes.verdict(.search, $0, of: patient) == .granted }
        guard left.isEmpty else { return left }
        throw all.contains { scopes.verdict(.search, $0, of: patient) == .otherPatient } ? .notFound : .forbidden
    }
}

extension RecordService {
    private static let scopedContext: [[UInt8]] = [Array("scoped token".utf8)]

    /// A token for a session that may do only what the scopes say: nobody can take the session's own out of it.
    public func scopedToken(_ token: SessionToken, _ scopes: Scopes, expires: Timestamp) throws(RecordError) -> String {
        var payload = unsafe token.secret.withUnsafeBytes { unsafe Array($0) }
        payload += scopes.patient?.bytes ?? [UInt8](repeating: 0, count: 16)
        payload += Array(scopes.text.utf8)
        let sealed = payload
        return try RecordError.mapping {
            try pages.seal(sealed, context: RecordService.scopedContext, expires: expires)
        }
    }

    /// The session of a scoped token. Throws `session` for one that is none of this gateway's, or ended.
    public func session(scoped text: String) async throws(RecordError) -> RecordSession {
        guard let payload = try? pages.open(text, context: RecordService.scopedContext, now: clock.now()),
            payload.count > SessionToken.length + 16, let token = SessionToken(payload.prefix(SessionToken.length)),
            let patient = PatientID(bytes: payload.dropFirst(SessionToken.length).prefix(16))
        else { throw .session }
        let text = String(decoding: payload.dropFirst(SessionToken.length + 16), as: UTF8.self)
        let isNone = patient == PatientID(high: 0, low: 0)
        guard let scopes = Scopes(granted: text, patient: isNone ? nil : patient) else { throw .session }
        var session = try await session(token)
        session.scopes = scopes
        return session
    }
}
