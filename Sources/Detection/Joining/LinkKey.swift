/// What two findings must share to be of one incident.
///
/// An account joins whatever shares it. A host joins two findings of which one names no account (a flow, which knows
/// none), so that a busy database does not join all that its accounts do. A practice joins likewise those that name
/// neither account nor host.
struct LinkKey: Hashable, Sendable, Codable {
    enum Kind: String, Hashable, Sendable, Codable {
        case account, host, practice
    }

    let kind: Kind
    let name: String

    /// At most so many of a kind are looked at: one that names more is about none of them.
    static let maximum = 8

    /// The keys of a finding, and whether it joins others of any kind under each.
    static func keys(_ names: IncidentNames) -> [(key: LinkKey, isAnchor: Bool)] {
        func keys(_ list: [String], _ kind: Kind, _ isAnchor: Bool) -> [(key: LinkKey, isAnchor: Bool)] {
            list.count > maximum ? [] : list.map { (LinkKey(kind: kind, name: $0), isAnchor) }
        }
        let isAlone = names.accounts.isEmpty
        return keys(names.accounts, .account, true) + keys(names.hosts, .host, isAlone)
            + keys(names.practices, .practice, isAlone && names.hosts.isEmpty)
    }
}
