import BrokerAPI
import Records
import Vocabulary

/// What a session may do when no scope is asked for, as SMART scopes (App Launch 2.2, "Scopes and launch context").
enum StandardScopes {
    /// What may be asked for; each also for one resource type, and with search parameters behind `?`.
    static let supported = ["patient/*.cruds", "user/*.cruds", "system/*.cruds"]

    static func of(_ info: SessionInfo) -> String {
        let context = if case .member = info.holder { "user" } else { "system" }
        return Scopes("\(context)/*.cruds", patient: nil, for: info)?.text ?? ""
    }
}
