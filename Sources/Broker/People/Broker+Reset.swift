import BrokerAPI
import Identity
import Vocabulary

extension Broker {
    /// Lets a person enrol anew: by a code that is good from a day later on, for a week. The entry is the notice; until then any sign-in of the person ends it.
    func resetFactors(
        _ practice: PracticeID, _ member: MemberID, by approved: Approved?
    ) async throws -> AdminReply {
        let (known, now) = look { state, now in (state.practices[practice]?.members[member], now) }
        guard let known, known.isActive(at: now), let person = known.person else {
            throw BrokerFailure(.notFound, "member")
        }
        let (reset, code) = drawCode(.reset, of: person, days: 1 + Broker.resetDays)
        try stored { try vault.addFactors([reset]) }
        try await enter { entering in
            try entering.permit(approved)
            try entering.cancel(.reset, of: person)
            try entering.enter(.key(KeyEntry(owner: .person(person), key: reset.id.text, active: true)))
        }
        return .invited(member: member.description, person: person.description, code: code)
    }

    /// Draws a code, which is good for so many days and once.
    func drawCode(_ kind: FactorID.Kind, of person: PersonID, days: Int64) -> (factor: Factor, text: String) {
        let (code, until) = (RecoveryCode(), look { $1 }.adding(days: days))
        let factor = Factor(
            id: FactorID(kind), person: person, tag: code.tag(under: factorKey), text: "\(until.milliseconds)")
        return (factor, code.exposedText())
    }

    /// Days that the code is good, after the one that it waits.
    static let resetDays: Int64 = 7
}

extension BrokerState {
    /// The key files of a person's memberships.
    func keys(of person: PersonID) -> [(holder: Holder, practice: PracticeID, key: String)] {
        (people[person]?.members.sorted() ?? []).map(Holder.member).flatMap { holder in
            guard let practice = directory[holder] else { return [(Holder, PracticeID, String)]() }
            return (practices[practice]?[holder]?.keys.sorted() ?? []).map { (holder, practice, $0) }
        }
    }
}

extension Entering {
    /// Ends the sessions of a person and the keys of all their memberships.
    mutating func endKeys(of person: PersonID) throws {
        try signOut(person)
        for item in state.keys(of: person) {
            try enter(.key(KeyEntry(holder: item.holder, key: item.key, active: false)), in: item.practice)
        }
    }

    /// Ends codes that a person has not redeemed: resets, which who signs in needs no more, or invitations that a new one replaces.
    mutating func cancel(_ kind: FactorID.Kind, of person: PersonID) throws {
        for factor in state.people[person]?.factors ?? [] where FactorID(factor)?.kind == kind {
            try enter(.key(KeyEntry(owner: .person(person), key: factor, active: false)))
        }
    }
}
