import BrokerAPI
import Vocabulary

/// What is entered of one row.
private struct Place: Sendable {
    let row: Onboarding
    var done: Onboarded
    var person = PersonID.random()
    var isNewMember = false
    var factors: [Factor] = []
}

extension Broker {
    /// Makes it so that practices are there with those who are first to administer them; what is there already stays as it is. Somebody new gets an invitation; so
    /// does who is first in a practice already and has nothing but an RPPS number, and earlier invitations of theirs end.
    func onboard(_ rows: [Onboarding], by approved: Approved?) async throws -> [Onboarded] {
        guard Onboarding.areSound(rows) else { throw BrokerFailure(.invalid, "practice") }
        let numbers = Set(rows.compactMap(\.first?.rpps)).map { tag(.openID, Array($0.utf8)) }
        try claim(numbers)
        defer { live.withLock { $0.claims.subtract(numbers) } }
        var people: [String: PersonID] = [:]
        let places = try rows.map { try place(of: $0, &people) }
        try stored { try vault.addFactors(places.flatMap(\.factors)) }
        return try await enter { entering in
            for case let practice? in rows.map(\.practice) { try entering.require(practice) }
            // Who is first is nobody's second: once live another is invited by the practice's own act.
            for place in places where place.isNewMember && entering.state.isLive {
                guard entering.state.practices[place.done.practice]?.members.isEmpty ?? true else {
                    throw BrokerFailure(.conflict, "administered already: \(place.done.practice)")
                }
            }
            // A practice's size raises the tripwire's number.
            try entering.permit(approved)
            for place in places { try entering.enter(place) }
            return places.map(\.done)
        }
    }

    /// Prepares a row: keys, names and factors, which count once they are entered.
    private func place(of row: Onboarding, _ people: inout [String: PersonID]) throws -> Place {
        let (id, until) = (row.practice ?? .random(), moment().adding(days: Broker.invitationDays))
        var place = Place(row: row, done: Onboarded(practice: id, until: until))
        if row.practice == nil { try vault.addPractice(id, name: row.name) }
        guard let first = row.first else { return place }
        let known = try people[first.rpps] ?? active(.openID, tag(.openID, Array(first.rpps.utf8)))?.person
        if let known { place.person = known }
        let held = look { state, now in
            (known.map { state.memberships(of: $0, at: now) } ?? []).first { $0.practice == id }?.member
        }
        let member = held ?? .random()
        (place.done.member, place.isNewMember) = (member, held == nil)
        if held == nil { try vault.setName(first.name, of: .member(member), in: id) }
        let person = place.person
        guard known == nil || held != nil, look({ state, _ in !state.isEnrolled(person) }),
            people.updateValue(person, forKey: first.rpps) == nil
        else { return place }
        let (invitation, code) = drawCode(.invitation, of: place.person, days: Broker.invitationDays)
        place.done.code = code
        place.factors = try [invitation] + (known == nil ? [openIDFactor(first.rpps, of: place.person)] : [])
        return place
    }
}

extension Entering {
    fileprivate mutating func enter(_ place: Place) throws {
        let (id, row) = (place.done.practice, place.row)
        if row.practice == nil { try enter(.practice(PracticeEntry(size: row.size, open: true)), in: id) }
        // Looked at again: who enrolled meanwhile gets no other way in. Before the membership: without one, the next run begins anew.
        if !place.factors.isEmpty, !state.isEnrolled(place.person) {
            try cancel(.invitation, of: place.person)
            try enter(
                place.factors.map { .key(KeyEntry(owner: .person(place.person), key: $0.id.text, active: true)) },
                in: nil)
        }
        guard place.isNewMember, let member = place.done.member, let role = row.first?.role else { return }
        let body = MemberEntry(
            member: member, person: place.person, role: role, start: now.milliseconds, end: nil, shares: nil)
        try enter(.member(body), in: id)
    }
}
