import FHIR
import JSONTree
import Vocabulary

/// Leaves of opened resources those that match the constraints of the token's scopes; each constraint is read once.
struct ScopeFilter {
    private let session: RecordSession
    private let permission: Scope.Permission
    private let patient: PatientID?
    /// By type; nil where nothing is asked.
    private var queries: [String: [ClinicalQuery]?] = [:]

    init(_ session: RecordSession, _ permission: Scope.Permission, of patient: PatientID?) {
        self.session = session
        self.permission = permission
        self.patient = patient
    }

    /// Whether the record may be shown.
    mutating func allows(_ record: Record) -> Bool {
        guard let asked = queries(of: record.type) else { return true }
        guard let resource = record.resource,
            let clinical = ClinicalRecord(id: record.id, lastUpdated: record.lastUpdated, resource: resource)
        else { return false }
        let search = ClinicalSearch([clinical])
        return asked.contains { !search.matches($0).isEmpty }
    }

    private mutating func queries(of type: String) -> [ClinicalQuery]? {
        if let known = queries[type] { return known }
        let constraints = session.scopes.constraints(permission, type, of: patient)
        let now = session.service.clock.now()
        let read = constraints.map { constraints in
            constraints.compactMap { text -> ClinicalQuery? in
                guard let type = ResourceType(type), let parameters = QueryText.parameters(text) else { return nil }
                return try? ClinicalQuery(type, parameters, now: now)
            }
        }
        queries[type] = .some(read)
        return read
    }
}
