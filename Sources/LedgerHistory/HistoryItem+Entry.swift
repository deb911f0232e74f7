import BrokerAPI
import Vocabulary

extension HistoryItem {
    /// What may be said of an entry of a practice's chain; nil for one of another kind, practice or patient.
    init?(_ entry: LedgerEntry, of subject: SubjectID, in practice: PracticeID) {
        guard let link = entry.link, link.practice == practice else { return nil }
        func item(_ kind: Kind, _ holder: Holder?, _ session: SessionID?) -> HistoryItem {
            HistoryItem(number: link.n, time: entry.time, kind: kind, holder: holder, session: session)
        }
        switch entry.event {
        case .release(let body) where body.subject == subject:
            self = item(.release, body.holder, body.session)
            tiers = Tiers(body.tier)
            purpose = body.purpose
            (opening, dormant, expected) = (body.opening, body.dormant, body.expected)
        case .deposit(let body) where body.subject == subject:
            self = item(.deposit, body.holder, body.session)
            tiers = body.tiers
        case .emergency(let body) where body.subject == subject:
            self = item(.emergency, .member(body.member), body.session)
            reason = body.reason
        case .patient(let body) where body.subject == subject: self = item(.patient, body.holder, body.session)
        default: return nil
        }
    }
}
