import Vocabulary

/// What a ledger's entries say happened, counted as far as acknowledgements tell it apart.
struct EntryCount {
    private struct Place: Hashable {
        let session: SessionID
        let tier: Tier
    }

    private var released: [Place: Int] = [:]
    private var deposits: [DepositID: SessionID] = [:]
    private var stored: Set<DepositID> = []
    private var sessions: Set<SessionID> = []

    /// All releases.
    var releases: Int { released.values.reduce(0, +) }

    mutating func add(_ entry: LedgerEntry) {
        switch entry.event {
        case .release(let body): released[Place(session: body.session, tier: body.tier), default: 0] += 1
        case .deposit(let body): deposits[body.deposit] = body.session
        case .stored(let body): stored.insert(body.deposit)
        case .session(let body): sessions.insert(body.session)
        default: break
        }
    }

    /// What was acknowledged and has no entry.
    func missing(_ acks: [Ack]) -> [String] {
        var problems: [String] = []
        var acknowledged: [Place: Int] = [:]
        for ack in acks {
            let isThere: Bool
            switch (ack.kind, ack.tier, ack.deposit) {
            case (.release, let tier?, _):
                acknowledged[Place(session: ack.session, tier: tier), default: 0] += ack.count
                isThere = true
            case (.deposit, _, let deposit?): isThere = deposits[deposit] == ack.session
            case (.stored, _, let deposit?): isThere = stored.contains(deposit)
            case (.session, _, _): isThere = sessions.contains(ack.session)
            default: isThere = false
            }
            if !isThere { problems.append("I2: \(ack.kind.rawValue) without entry") }
        }
        for (place, count) in acknowledged where released[place] ?? 0 < count {
            problems.append("I1: \(count) releases of \(place.tier.word) acknowledged, \(released[place] ?? 0) entered")
        }
        return problems
    }
}
