import BrokerAPI
import FHIR
import JSONTree
import Vocabulary

/// What a token was asked for: the broker's role and tiers say what a session may do at most, scopes only take away.
public struct Scopes: Hashable, Sendable {
    /// Scopes that one token may have.
    public static let maximumCount = 64
    /// Bytes of a scope parameter.
    public static let maximumBytes = 2_048

    private let scopes: [Scope]?
    /// The patient whom `patient/` scopes speak of.
    public let patient: PatientID?

    /// Whatever the session may do.
    public static let all = Scopes(scopes: nil, patient: nil)

    private init(scopes: [Scope]?, patient: PatientID?) {
        self.scopes = scopes
        self.patient = patient
    }

    /// Reads a scope parameter (RFC 6749 §3.3), narrowed to what the session may do; what remains is granted.
    ///
    /// Unknown scopes are passed over, as RFC 6749 allows; nil when nothing remains, or for one that is too long.
    public init?(_ text: String, patient: PatientID?, for info: SessionInfo) {
        let words = text.split(separator: " ").map(String.init)
        guard text.utf8.count <= Scopes.maximumBytes, words.count <= Scopes.maximumCount else { return nil }
        let scopes = words.compactMap { Scope($0) }.compactMap { Scopes.narrowed($0, info, patient) }
        guard !scopes.isEmpty else { return nil }
        self.init(scopes: scopes, patient: patient)
    }

    /// What was granted before, as ``text`` wrote it.
    init?(granted text: String, patient: PatientID?) {
        let scopes = text.split(separator: " ").compactMap { Scope(String($0)) }
        guard !scopes.isEmpty else { return nil }
        self.init(scopes: scopes, patient: patient)
    }

    /// A membership is a user, a client a system; `patient/` needs a patient. Reading needs the tier of the type's structure.
    private static func narrowed(_ scope: Scope, _ info: SessionInfo, _ patient: PatientID?) -> Scope? {
        let isUser = if case .member = info.holder { true } else { false }
        switch scope.context {
        case .patient: guard patient != nil else { return nil }
        case .user: guard isUser else { return nil }
        case .system: guard !isUser else { return nil }
        }
        var permissions = scope.permissions
        let canRead = scope.type.map { info.readable.contains(TierTable.base(of: $0)) } ?? !info.readable.isEmpty
        if !canRead { permissions.subtract([.read, .search]) }
        let canWrite = scope.type.map { info.writable.contains(TierTable.base(of: $0)) } ?? !info.writable.isEmpty
        if !canWrite { permissions.subtract([.create, .update, .delete]) }
        // A constraint says what may be seen. Of the logs, and of writing, it would say more than is looked at.
        if scope.constraint != nil { permissions.subtract([.create, .update, .delete]) }
        guard !permissions.isEmpty, scope.hasKnownConstraint else { return nil }
        return Scope(context: scope.context, type: scope.type, permissions: permissions, constraint: scope.constraint)
    }

    /// The scopes as text, for the token's answer.
    public var text: String { scopes?.map(\.text).joined(separator: " ") ?? "" }

    /// Whether nothing was taken away.
    public var isAll: Bool { scopes == nil }

    /// What the scopes say of dealing so with a patient's resources of a type, or with the practice's own.
    func verdict(_ permission: Scope.Permission, _ type: String, of patient: PatientID?) -> Verdict {
        guard let scopes else { return .granted }
        let matching = scopes.filter { $0.allows(permission, type) }
        guard !matching.isEmpty else { return .noScope }
        return matching.contains { covers($0, permission, patient) } ? .granted : .otherPatient
    }

    /// The answers of ``verdict(_:_:of:)``.
    enum Verdict { case granted, noScope, otherPatient }

    /// Whether every type of a patient may be dealt with so, without a constraint.
    func allowsEverything(_ permission: Scope.Permission, of patient: PatientID?) -> Bool {
        scopes?.contains {
            $0.type == nil && $0.constraint == nil && $0.permissions.contains(permission)
                && covers($0, permission, patient)
        } ?? true
    }

    /// Whether what is not about one patient may be asked: who is called so, whom a day expects, an import.
    func allowsPracticeWide(_ permission: Scope.Permission, _ type: String) -> Bool {
        scopes?.contains { $0.context != .patient && $0.constraint == nil && $0.allows(permission, type) } ?? true
    }

    /// The constraints of which a patient's resource of a type must match one; nil when a scope asks for none, and nothing
    /// matches none.
    func constraints(_ permission: Scope.Permission, _ type: String, of patient: PatientID?) -> [String]? {
        guard let scopes else { return nil }
        let matching = scopes.filter { $0.allows(permission, type) && covers($0, permission, patient) }
        guard matching.allSatisfy({ $0.constraint != nil }) else { return nil }
        return matching.compactMap(\.constraint)
    }

    /// `patient/` scopes speak of one patient, and let the practice's own resources be read whose ids the patient's name.
    private func covers(_ scope: Scope, _ permission: Scope.Permission, _ patient: PatientID?) -> Bool {
        guard scope.context == .patient else { return true }
        guard let patient else { return permission == .read }
        return patient == self.patient
    }
}

extension Scope {
    /// Whether its constraint, if it has one, is a query that is understood.
    fileprivate var hasKnownConstraint: Bool {
        guard let constraint else { return true }
        guard let type, !["AuditEvent", "Provenance"].contains(type.name) else { return false }
        guard let parameters = QueryText.parameters(constraint) else { return false }
        return (try? ClinicalQuery(type, parameters, now: Timestamp(milliseconds: 0))) != nil
    }

    fileprivate func allows(_ permission: Permission, _ type: String) -> Bool {
        permissions.contains(permission) && (self.type?.name ?? type) == type
    }
}
