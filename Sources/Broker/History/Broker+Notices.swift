import BrokerAPI
import Ledger
import Vocabulary

extension Broker {
    /// What the ledger has to tell a practice since a moment: emergencies, grants, freezes, alerts, keys and factors, accounts, acts of two people. It is
    /// read as a history is, so much a call.
    func notices(_ practice: PracticeID, since: Timestamp) async throws -> AdminReply {
        let people = look { state, _ in Set((state.practices[practice]?.members ?? [:]).values.compactMap(\.person)) }
        return try await desk.run { [configuration, verificationKey] in
            var (lines, next) = ([String](), Timestamp?.none)
            var reader = try LedgerReader(
                directory: configuration.ledger, verifier: try NoteVerifier(vkey: verificationKey), journal: false)
            let start = try HistoryScan.start(of: since, &reader)
            let size = reader.size
            let end = min(size, start + Broker.noticesWithin)
            try reader.forEach(from: start, to: end, verifying: false) { index, bytes in
                let bytes = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
                let entry = try LedgerEntry(bytes)
                if lines.count < 1_000, next == nil {
                    if index + 1 == end, end < size { next = entry.time }
                    guard entry.time >= since, entry.isNotice(for: practice, people) else { return }
                    lines.append(String(decoding: bytes, as: UTF8.self))
                } else if next == nil {
                    next = entry.time
                }
            }
            return .notices(lines, next: next)
        }
    }

    /// Most entries that one call looks at.
    private static let noticesWithin: UInt64 = 65_536
}

extension LedgerEntry {
    /// Whether a practice is told of it: of what is in its own chain, or in the installation's and about all or about its people's factors.
    fileprivate func isNotice(for practice: PracticeID, _ people: Set<PersonID>) -> Bool {
        if let link, link.practice != practice { return false }
        switch event {
        case .emergency, .grant, .freeze, .thaw: return true
        case .key(let body):
            if case .person(let person) = body.owner { return people.contains(person) }
            return true
        case .alert, .member, .client, .request, .approval, .erase: return link != nil
        default: return false
        }
    }
}
