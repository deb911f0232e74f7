import BrokerAPI
import JSONTree
import Vocabulary

/// Somebody of the vendor's support with keys of two practices, one of which lets them in for a day: takes what the grant gives, and tries
/// what it does not give.
struct MaliciousSupport: Scenario {
    let title = "malicious support"
    /// What the practice grants, for how long.
    fileprivate static let tiers: Tiers = [.identity, .contact]
    private static let hours: Int64 = 24

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let desk = try await SupportDesk(arena)
            var outside = Outside(desk)
            try await outside.ungranted()
            let request = desk.request(desk.inside, MaliciousSupport.tiers, MaliciousSupport.hours)
            let (mark, granted) = (try arena.ledger().size(), try await arena.now())
            let signed = try await desk.office.grant(request, by: desk.physician)
            try await outside.beyond()
            try await outside.prolong(signed, of: request)
            let within = try await within(desk)
            try await outside.afterwards(try arena.ledger().grantEnd(from: mark), signed, of: request)
            try await outside.endedEarly()
            let seconds = try await arena.now().seconds - granted.seconds
            return [within, try outside.outcome(from: mark, tiers: MaliciousSupport.tiers, seconds: seconds)]
        }
    }

    /// As fast as the limits let through, with emergencies.
    private func within(_ desk: SupportDesk) async throws -> ScenarioOutcome {
        let (arena, crowd) = (desk.arena, desk.practice.crowd)
        let thief = try await Thief(arena, desk.inside, .key)
        var campaign = try await Campaign(thief, Array(crowd.dropLast(12)), dormant: desk.practice.dormant)
        _ = try await campaign.thief.take(Array(desk.practice.dormant.suffix(4)), .contact)
        try await campaign.run(days: 1) { thief, _ in
            guard try await thief.signIn(), let token = thief.token else { return }
            for victim in crowd.suffix(12) {
                let answer = try await StolenPhysicianKey.declare(arena, desk.inside, victim.patient, token)
                guard answer.status == 200 else { return }
                _ = try await thief.take([victim], .contact)
            }
        }
        let bounds = arena.world.bounds.session(.support, .day)
        return try campaign.outcome(
            "malicious support, within a grant",
            had:
                "a support account's key and a practice's grant of identity and contact for \(MaliciousSupport.hours) hours; "
                + "ten emergencies tried", .day, bound: bounds.filter { MaliciousSupport.tiers.contains($0.key) })
    }
}

/// Who is who: a support account in each of two practices, a person with a passkey who is in both, two operators.
private struct SupportDesk {
    let arena: Arena
    let practice: DrillPractice
    let other: DrillPractice
    let inside: DrillAccount
    let outside: DrillAccount
    let person: Person
    /// The person's membership in the other practice.
    let elsewhere: MemberID
    let physician: DrillAccount
    let office: Office

    init(_ arena: Arena) async throws {
        self.arena = arena
        (practice, other) = (arena.world.practices[0], arena.world.practices[1])
        physician = try practice.account(.physician)
        inside = try await arena.account(.support, "Assistance 1", in: practice.id)
        outside = try await arena.account(.support, "Assistance 2", in: other.id)
        person = try await Person.invited(arena, practice, .support)
        let second = try await Person.invitation(arena, other, .support, of: person.id)
        guard let member = MemberID(second.account.id) else { throw DrillError("support") }
        elsewhere = member
        office = try await Office(arena)
    }

    func request(_ account: DrillAccount, _ tiers: Tiers, _ hours: Int64) -> AdminRequest {
        .grant(practice: account.practice, member: MemberID(account.id) ?? .random(), tiers: tiers, hours: hours)
    }
}

/// What a support account tries beyond its grant.
private struct Outside {
    private let desk: SupportDesk
    private var token: String?
    private var session: SessionToken?
    private var tries: [String: (tried: Int, done: Int)] = [:]
    /// Keys that were got beyond the grant.
    private var got: Set<Released> = []
    private var arena: Arena { desk.arena }

    init(_ desk: SupportDesk) { self.desk = desk }

    private mutating func note(_ name: String, _ isDone: Bool) {
        let so = tries[name] ?? (0, 0)
        tries[name] = (so.tried + 1, so.done + (isDone ? 1 : 0))
    }

    private mutating func note(_ name: String, _ reply: AdminReply) {
        if case .refused = reply { note(name, false) } else { note(name, true) }
    }

    /// Before there is a grant: nobody of support signs in anywhere.
    mutating func ungranted() async throws {
        for account in [desk.inside, desk.outside] {
            note("signed in without a grant", try await arena.token(account) != nil)
            note("signed in without a grant", try await arena.session(account) != nil)
        }
        note("signed in without a grant", try await desk.person.signIn() != nil)
    }

    /// While there is one: tiers that it does not name, other practices, and the patients of those.
    mutating func beyond() async throws {
        (token, session) = (try await arena.honestToken(desk.inside), try await arena.session(desk.inside))
        guard let session else { throw DrillError("support's sign-in") }
        try await take("other tiers", session, desk.practice.crowd.suffix(6), [.medical, .restricted])
        try await take("other practices' patients", session, desk.other.crowd.prefix(12), .all)
        for victim in desk.other.crowd.prefix(12) {
            let answer = try await arena.get("/fhir/Patient/\(victim.patient)", token)
            note("other practices' patients", answer.status != 404)
        }
        note("signed in elsewhere", try await arena.token(desk.outside) != nil)
        note("signed in elsewhere", try await arena.session(desk.outside) != nil)
        let request = desk.request(
            DrillAccount(practice: desk.practice.id, id: desk.person.account.id, role: .support, key: ""), .identity, 1)
        _ = try await desk.office.grant(request, by: desk.physician)
        guard let own = try await desk.person.signIn() else { throw DrillError("support's own sign-in") }
        let body: JSONValue = ["membership": .string("\(desk.elsewhere)")]
        let answer = try await arena.installation.send(
            DrillRequest(
                "POST", "/signin/switch", token: own.token, body: body.bytes, type: "application/json",
                proof: .naming(DrillNaming())))
        note("turned to another practice", answer.status == 200)
    }

    private mutating func take(
        _ name: String, _ session: SessionToken, _ victims: ArraySlice<Victim>, _ tiers: Tiers
    ) async throws {
        for victim in victims {
            let proof = try await arena.proof(DrillNaming([victim.patient], tiers), session)
            let keys = try await arena.attempt {
                ReleaseRequest(
                    token: session, proof: proof, patients: [victim.patient], tiers: tiers, purpose: .read)
            }
            got.formUnion(keys)
            note(name, !keys.isEmpty)
        }
    }

    /// Grants that support, or an operator alone, makes; and what a physician signed, again and for more.
    mutating func prolong(_ signed: ActEvidence, of request: AdminRequest) async throws {
        let wishes = [
            desk.request(desk.inside, MaliciousSupport.wanted, 72), desk.request(desk.outside, .identity, 1), request,
        ]
        for wish in wishes {
            let text = try wish.text
            note("grants without a signature", try await desk.office.say(wish))
            let theirs = [desk.inside, desk.outside]
            for account in theirs {
                let own = try await desk.office.evidence(.request, text, by: account)
                note("grants by support", try await desk.office.say(.ask(content: text, evidence: own)))
            }
            let alone = try await desk.office.evidence(.request, text, by: desk.office.first)
            note("grants by an operator", try await desk.office.say(.ask(content: text, evidence: alone)))
            note("grants by what was signed before", try await desk.office.say(.ask(content: text, evidence: signed)))
        }
        let notices = AdminRequest.setMode(practice: desk.practice.id, mode: "observe")
        let own = try await desk.office.evidence(.request, try notices.text, by: desk.inside)
        note("acts by support", try await desk.office.say(.ask(content: try notices.text, evidence: own)))
    }

    /// The moment the grant ends: the session that it let in, and every key again, that day and the next.
    mutating func afterwards(_ end: Timestamp, _ signed: ActEvidence, of request: AdminRequest) async throws {
        try await arena.advance(to: end.adding(seconds: -60))
        let (known, session) = (desk.practice.crowd[0], try await arena.session(desk.inside))
        let token = try await arena.honestToken(desk.inside)
        guard let session, try await arena.get("/fhir/Patient/\(known.patient)", token).status == 200 else {
            throw DrillError("support's last minute")
        }
        for seconds in [0, 900, 86_400] {
            try await arena.advance(to: end.adding(seconds: Int64(seconds)))
            for victim in [known] + desk.practice.crowd.suffix(5) {
                // The gateway follows time by its own clock, which nobody moves here: it still holds what it held a minute before.
                for open in [token, self.token] where victim != known {
                    let answer = try await arena.get("/fhir/Patient/\(victim.patient)", open)
                    note("read after the end", answer.status == 200)
                }
                for open in [session, self.session].compactMap(\.self) {
                    try await take("opened after the end", open, [victim], MaliciousSupport.wanted)
                }
            }
            note("signed in after the end", try await arena.token(desk.inside) != nil)
            note("signed in after the end", try await arena.session(desk.inside) != nil)
            note("signed in after the end", try await desk.person.signIn() != nil)
            try await prolong(signed, of: request)
        }
    }

    /// A grant that the physician ends before its time: what the gateway holds of it is gone at once, too.
    mutating func endedEarly() async throws {
        let known = desk.practice.crowd[0].patient
        for isPhysician in [true, false] {
            _ = try await desk.office.grant(
                desk.request(desk.inside, MaliciousSupport.tiers, 4), by: desk.physician)
            let open = try await arena.honestToken(desk.inside)
            guard try await arena.get("/fhir/Patient/\(known)", open).status == 200 else {
                throw DrillError("support within a second grant")
            }
            let end = desk.request(desk.inside, MaliciousSupport.tiers, 0)
            let content = try end.text
            let signed =
                isPhysician
                ? try await desk.office.evidence(.request, content, by: desk.physician)
                : try await desk.office.evidence(.request, content, by: desk.office.first)
            guard case .done = try await desk.office.say(.ask(content: content, evidence: signed)) else {
                throw DrillError("the end of a grant")
            }
            note("read after an early end", try await arena.get("/fhir/Patient/\(known)", open).status == 200)
            note("signed in after the end", try await arena.token(desk.inside) != nil)
        }
    }

    /// What was got beyond the grant, and what the ledger says of it.
    func outcome(from mark: UInt64, tiers: Tiers, seconds: Int64) throws -> ScenarioOutcome {
        let releases = try arena.ledger().releases(from: mark)
        let names = [desk.inside.id, desk.outside.id, desk.person.account.id, "\(desk.elsewhere)"]
        let all = releases.opened(by: Set(names)), elsewhere = releases.opened(in: desk.other.id, by: Set(names))
        var opened = Dictionary(grouping: got, by: \.tier).mapValues(\.count)
        for tier in Tier.allCases {
            opened[tier, default: 0] += elsewhere[tier] ?? 0
            if !tiers.contains(tier) { opened[tier, default: 0] += all[tier] ?? 0 }
        }
        let ways = tries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.done) of \($0.value.tried)" }
        return ScenarioOutcome(
            "malicious support, beyond the grant",
            had:
                "keys of support in two practices, one grant, one operator's key and codes, what a physician signed; in \(seconds / 3_600) hours: "
                + ways.joined(separator: ", "), opened: opened, and: tries.values.allSatisfy { $0.done == 0 })
    }
}

extension MaliciousSupport {
    /// All that the role may see.
    fileprivate static let wanted: Tiers = [.identity, .contact, .medical]
}
