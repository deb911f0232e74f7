import Crypto
import Foundation
import Vocabulary

@testable import Broker

extension BrokerState {
    /// SHA-256 of a canonical form, hexadecimal: two states that decide alike from `now` on have the same.
    func digest(at now: Timestamp) throws -> String {
        var canonical = CanonicalText()
        let state = settled(at: now)
        canonical.line(
            "installation", state.size, state.time, state.isSimulated, state.isLive, state.isFrozen, state.isWitnessed,
            state.limits.text, state.recipients.sorted())
        canonical.line("tripwire", state.tripwireUntil, state.unusual.canonical)
        for (id, windows) in state.partners.sorted(by: { $0.key < $1.key }) {
            canonical.line("partner", id, windows.canonical)
        }
        for (id, session) in state.sessions.sorted(by: { $0.key < $1.key }) {
            canonical.line(
                "session", id, session.practice, session.holder, session.sessionClass, session.gateway, session.end,
                session.key as Any)
        }
        for (id, person) in state.people.sorted(by: { $0.key < $1.key }) {
            canonical.line("person", id, person.members.sorted(), person.factors.sorted())
        }
        for (id, act) in state.acts.sorted(by: { $0.key < $1.key }) { canonical.line("act", id, act) }
        for (id, practice) in state.practices.sorted(by: { $0.key < $1.key }) { practice.write(id, to: &canonical) }
        return Array(canonical.hash.finalize()).hexadecimal
    }
}

extension PracticeState {
    fileprivate func write(_ id: PracticeID, to canonical: inout CanonicalText) {
        canonical.line("practice", id, size, isOpen, isFrozen, enforces, n, head.hexadecimal, export as Any)
        canonical.line("shared", people.canonical, programs.canonical)
        for (id, holder) in members.sorted(by: { $0.key < $1.key }) { holder.write(id.description, to: &canonical) }
        for (id, holder) in clients.sorted(by: { $0.key < $1.key }) { holder.write(id.description, to: &canonical) }
        for (id, patient) in patients.sorted(by: { $0.key < $1.key }) {
            canonical.line("patient", id, patient.lastOpened, patient.epochs, patient.bookings)
        }
        for (id, deposit) in deposits.sorted(by: { $0.key < $1.key }) { canonical.line("deposit", id, deposit) }
    }
}

extension HolderState {
    fileprivate func write(_ id: String, to canonical: inout CanonicalText) {
        canonical.line("holder", id, role, start, end as Any, shares as Any, partner as Any, depositOnly, keys.sorted())
        canonical.line(newcomerSince as Any, isFrozen, isCareOnly, grant as Any)
        canonical.line(windows.canonical, expected.canonical, emergencies.canonical)
    }
}

extension TierWindows {
    fileprivate var canonical: String {
        (Tier.allCases.map { self[$0].canonical } + [dormant.canonical]).joined(separator: "/")
    }
}

/// Lines that are hashed as they are written.
private struct CanonicalText {
    var hash = SHA256()

    mutating func line(_ items: Any...) {
        hash.update(data: Data(items.map { "\($0)" }.joined(separator: " ").utf8 + [10]))
    }
}
