import Vocabulary

/// Who stands in a practice's entries.
struct PresentHolders {
    private(set) var members: Set<MemberID> = []
    private(set) var clients: Set<ClientID> = []
    private(set) var sessions: Set<SessionID> = []

    mutating func add(_ entry: ScannedEntry) {
        if let member = entry.member { members.insert(member) }
        if let client = entry.client { clients.insert(client) }
        if let session = entry.session { sessions.insert(session) }
    }
}
