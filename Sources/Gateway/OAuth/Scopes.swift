import BrokerAPI
import Vocabulary

/// What a session may do, as SMART scopes (App Launch 2.2, "Scopes and launch context").
enum Scopes {
    static let all = ["system/*.r", "system/*.cud"]

    static func of(_ info: SessionInfo) -> String {
        var scopes: [String] = []
        if !info.readable.isEmpty { scopes.append(all[0]) }
        if !info.writable.isEmpty { scopes.append(all[1]) }
        return scopes.joined(separator: " ")
    }
}
