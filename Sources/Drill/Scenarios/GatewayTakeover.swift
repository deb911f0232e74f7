import BrokerAPI
import JSONTree
import Vocabulary

/// The gateway in an attacker's hands for ten minutes among honest users: it holds the broker's socket and sees every token, proof and
/// fresh factor. What it opens beyond what the proofs name is to be nothing but a bearer session's limits.
struct GatewayTakeover: Scenario {
    let title = "a gateway taken over among honest users"
    private static let minutes: Int64 = 10

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            var siege = try await Siege(arena)
            let before = try await siege.before()
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            for minute in 0..<GatewayTakeover.minutes {
                try await arena.advance(to: start.adding(seconds: minute * 60))
                try await siege.pass(Int(minute))
            }
            try await siege.enrolItself()
            await siege.leave()
            try await arena.advance(seconds: 60)
            try await siege.comeBack()
            let releases = try arena.ledger().releases(from: mark)
            return [try await siege.outcome(releases, before: before)]
        }
    }
}

/// What the attacker has and got during a takeover.
private struct Siege {
    /// A request as it came in.
    private struct Seen {
        let token: SessionToken
        let proof: [UInt8]
        let naming: DrillNaming
    }

    private let arena: Arena
    private let practice: DrillPractice
    /// The attacker's other gateway.
    private let other: BrokerClient
    private let users: [(account: DrillAccount, token: String)]
    private let person: Person
    private let bearer: (account: DrillAccount, token: SessionToken)
    private let elsewhere: MemberID
    /// What proofs named, and what was got.
    private var named: Set<Released> = []
    private var got: Set<Released> = []
    /// What could be done beside: by its name, how often it was tried and how often it went through.
    private var tries: [String: (tried: Int, done: Int)] = [:]
    private var proofs = 0
    private var seenFresh: Browser.Body?
    private var own: (any DrillPasskey)?

    init(_ arena: Arena) async throws {
        self.arena = arena
        practice = arena.world.practices[0]
        other = BrokerClient(path: arena.installation.brokerSocket)
        person = try await Person.invited(arena, practice, .physician)
        let second = try await Person.invitation(arena, arena.world.practices[1], .physician, of: person.id)
        guard let member = MemberID(second.account.id), let session = try await person.signIn() else {
            throw DrillError("a person of two practices")
        }
        elsewhere = member
        var users = [(person.account, session.token)]
        for role in [Role.physician, .nurse, .secretary, .partner] {
            let account = try practice.account(role)
            users.append((account, try await arena.honestToken(account)))
        }
        self.users = users
        let last = practice.accounts(.physician).last
        guard let last, let token = try await arena.session(last, bound: false) else { throw DrillError("a bearer") }
        bearer = (last, token)
    }

    /// A quarter of an hour of honest work; whose keys an honest gateway still holds: distinct patients by tier.
    mutating func before() async throws -> [Tier: Int] {
        let mark = try arena.ledger().size()
        for minute in 0..<5 {
            for (number, user) in users.enumerated() {
                let patient = practice.crowd[1_000 + number * 20 + minute].patient
                _ = try await arena.get("/fhir/Patient/\(patient)", user.token)
            }
            try await arena.advance(seconds: 180)
        }
        return try arena.ledger().releases(from: mark).opened(by: nil)
    }

    /// A minute: every honest user reads, searches and, where the role may, books; the attacker holds each request and asks on.
    mutating func pass(_ minute: Int) async throws {
        for (number, user) in users.enumerated() {
            let place = number * 100 + minute * 8
            let (own, sought) = (practice.crowd[place].patient, practice.crowd[place + 1])
            let tiers: Tiers = minute.isMultiple(of: 2) ? [.identity, .contact] : .all
            let token = try SessionToken(text: user.token)
            let reading = try await see(token, DrillNaming([own], tiers))
            let terms = [SearchTerm.typed(family: sought.family), SearchTerm(.birthdate, sought.birthDate)]
            let searching = try await see(token, DrillNaming(terms: terms.compactMap(\.self)))
            let victims = practice.crowd[(place + 2)..<(place + 8)].map(\.patient)
            try await read(reading, victims)
            try await search(searching, victims)
            try await book(reading, victims[0])
            try await borrow(reading, own)
        }
        try await useBearer(minute)
    }

    private mutating func see(_ token: SessionToken, _ naming: DrillNaming) async throws -> Seen {
        proofs += 1
        for patient in naming.patients { for tier in naming.tiers.tiers { named.insert(Released(patient, tier)) } }
        return Seen(token: token, proof: try await arena.proof(naming, token), naming: naming)
    }

    private mutating func count(_ name: String, _ keys: [Released]) {
        got.formUnion(keys)
        note(name, !keys.allSatisfy(named.contains))
    }

    private mutating func note(_ name: String, _ isDone: Bool) {
        let so = tries[name] ?? (0, 0)
        tries[name] = (so.tried + 1, so.done + (isDone ? 1 : 0))
    }

    private func release(
        _ seen: Seen, _ patients: [PatientID], _ tiers: Tiers, _ purpose: Purpose = .read, token: SessionToken? = nil
    ) async throws -> [Released] {
        try await arena.attempt {
            ReleaseRequest(
                token: token ?? seen.token, proof: seen.proof, patients: patients, tiers: tiers, purpose: purpose)
        }
    }

    /// What the proof names, then others, other tiers, other purposes.
    private mutating func read(_ seen: Seen, _ victims: [PatientID]) async throws {
        got.formUnion(try await release(seen, Array(seen.naming.patients), seen.naming.tiers))
        count("other patients", try await release(seen, victims, .all))
        count("other tiers", try await release(seen, Array(seen.naming.patients), .all))
        for purpose in [Purpose.condition, .emergency] {
            count("other purposes", try await release(seen, victims + seen.naming.patients, .all, purpose))
        }
        for victim in victims.prefix(2) {
            let request = HistoryRequest(
                token: seen.token, proof: seen.proof, patient: victim, from: Timestamp(milliseconds: 0),
                through: try await arena.now(), limit: 16)
            if case .page? = try? await arena.gateway.history(request) {
                note("histories of others", true)
            } else {
                note("histories of others", false)
            }
        }
    }

    /// The terms of a search with rows that the broker wrote for others, fewer, more and other terms.
    private mutating func search(_ seen: Seen, _ victims: [PatientID]) async throws {
        let terms = Array(seen.naming.terms)
        count("release by a search's proof", try await release(seen, victims, .identity))
        let rows = victims.flatMap { victim in terms.map { NewRow(patient: victim, ordinal: 0, term: $0) } }
        let part = NewPart(
            patient: victims[0], type: "Observation", id: "\(victims[0]).900", version: 1, tier: .contact)
        let deposit = DepositRequest(token: seen.token, proof: seen.proof, parts: [part], rows: rows)
        let written = (try? await arena.gateway.deposit(deposit).rows) ?? []
        let candidates = victims.enumerated().map { place, victim in
            let own = written.dropFirst(place * terms.count).prefix(terms.count)
            let macs = own.compactMap { $0?.mac }
            return Candidate(
                patient: victim, ordinal: 0, macs: macs.count == terms.count ? macs : terms.map { _ in .random() })
        }
        count("rows made up for a search", try await matches(seen, terms, candidates))
        let other = SearchTerm(.familyPrefix, "dup")
        for wrong in [[terms[0]], terms + [other], [other]] {
            let shown = candidates.map { candidate in
                Candidate(
                    patient: candidate.patient, ordinal: 0, macs: wrong.map { _ in candidate.macs.first ?? .random() })
            }
            count("other terms", try await matches(seen, wrong, shown))
        }
        let names = practice.crowd.prefix(30).map { SearchTerm(.family, $0.family) }
        let tokens = TokensRequest(token: seen.token, proof: seen.proof, terms: names)
        note("tokens of other terms", (try? await arena.gateway.tokens(tokens)) != nil)
    }

    private func matches(_ seen: Seen, _ terms: [SearchTerm], _ candidates: [Candidate]) async throws -> [Released] {
        do {
            let request = MatchesRequest(
                token: seen.token, proof: seen.proof, terms: terms, candidates: candidates, purpose: .search)
            return try await arena.gateway.matches(request).answers.compactMap(Released.init)
        } catch is BrokerFailure { return [] }
    }

    /// A patient is made expected whom nobody booked.
    private mutating func book(_ seen: Seen, _ victim: PatientID) async throws {
        guard let member = MemberID(users[1].account.id) else { return }
        let part = NewPart(patient: victim, type: "Appointment", id: "\(victim).901", version: 1, tier: .identity)
        let request = DepositRequest(
            token: seen.token, proof: seen.proof, parts: [part],
            bookings: [NewBooking(patient: victim, professional: member, day: try await arena.now().day)])
        note("bookings of others", (try? await arena.gateway.deposit(request)) != nil)
    }

    /// The same proof with others' tokens, in another practice of the same person, through another gateway.
    private mutating func borrow(_ seen: Seen, _ patient: PatientID) async throws {
        for user in users where user.token != seen.token.text {
            let token = try SessionToken(text: user.token)
            note("with others' tokens", try await !release(seen, [patient], .identity, token: token).isEmpty)
        }
        let again = ReleaseRequest(
            token: seen.token, proof: seen.proof, patients: [patient], tiers: .identity, purpose: .read)
        let keys = (try? await other.release(again).answers.compactMap(Released.init)) ?? []
        note("through another gateway", !keys.isEmpty)
        guard seen.token.text == users[0].token else { return }
        let turn = PersonRequest(token: seen.token, proof: seen.proof, .turn(to: elsewhere))
        let turned = try? await arena.gateway.person(turn)
        note("a session elsewhere", turned?.grant != nil)
    }

    private mutating func useBearer(_ minute: Int) async throws {
        let victims = practice.crowd[(2_000 + minute * 20)..<(2_020 + minute * 20)].map(\.patient)
        for first in stride(from: 0, to: 20, by: 5) {
            let request = ReleaseRequest(
                token: bearer.token, patients: Array(victims[first..<first + 5]), tiers: .all, purpose: .read)
            let answers = try? await arena.gateway.release(request).answers
            guard let answers, answers.allSatisfy({ Released($0) != nil }) else { return }
        }
    }

    /// Tells a person that the session has ended, and takes the next sign-in for an enrolment.
    mutating func enrolItself() async throws {
        let token = try SessionToken(text: users[0].token)
        let seen = try await see(token, DrillNaming())
        let fresh = try Browser.evidence(person.passkey, try await person.browser.challenge("sign-in"))
        guard case .string(let nonce)? = fresh["nonce"], let answer = PasskeyAnswer(fresh["passkey"]) else {
            throw DrillError("a fresh factor")
        }
        let (passkey, thief) = (try arena.installation.drawPasskey(), Browser(arena))
        let challenge = try await thief.challenge("enrolment")
        let made = passkey.registration(challenge: challenge.bytes)
        let audience = try arena.installation.assertion(of: users[1].account, bound: false, now: try await arena.now())
            .audience
        let evidence = Evidence.passkey(nonce: Base64URL.decode(nonce.utf8) ?? [], answer)
        let enrolment = Enrolment(
            .passkey(clientData: made.clientData, attestation: made.attestation),
            by: .session(
                token, proof: seen.proof, fresh: SignIn(evidence, audience: audience, key: person.browser.key)),
            nonce: Base64URL.decode(challenge.nonce.utf8) ?? [], key: thief.key, audience: audience)
        note("a passkey of its own", (try? await arena.gateway.enrol(enrolment)) != nil)
        own = passkey
    }

    func leave() async { await other.close() }

    /// After the takeover, from outside.
    mutating func comeBack() async throws {
        guard let own else { return }
        let thief = Browser(arena)
        let session = try await thief.signIn(try Browser.evidence(own, try await thief.challenge("sign-in")))
        note("a session of its own afterwards", session != nil)
    }

    func outcome(_ releases: Releases, before: [Tier: Int]) async throws -> ScenarioOutcome {
        let beyond = got.subtracting(named)
        let bearers = releases.opened(by: [bearer.account.id])
        let bounds = arena.world.bounds.bearer(bearer.account.role, .hour)
        let isBearerBound = Tier.allCases.allSatisfy { bearers[$0] ?? 0 <= bounds[$0] ?? 0 }
        // What the ledger says of the honest users' sessions is what the attacker holds, and no more.
        let opened = releases.byHolder().filter { $0.key != bearer.account.id }
        let entered = opened.values.reduce(0) { $0 + $1.values.reduce(0, +) }
        let ways = tries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.done) of \($0.value.tried)" }
        func figures(_ tiers: [Tier: Int]) -> String {
            Tier.allCases.map { "\(tiers[$0] ?? 0)" }.joined(separator: "/")
        }
        return ScenarioOutcome(
            "gateway takeover for ten minutes among honest users",
            had:
                "the broker's socket, \(users.count) users' tokens and \(proofs) proofs: \(named.count) patients' tiers named, \(got.count) got, "
                + "\(entered) entered; keys of the 15 minutes before \(figures(before)); a bearer session \(figures(bearers)) of \(figures(bounds)); "
                + "went through: " + ways.joined(separator: ", "), opened: Siege.tiers(beyond), containedAfter: 0,
            and: beyond.isEmpty && isBearerBound && entered <= got.count && tries.values.allSatisfy { $0.done == 0 })
    }

    private static func tiers(_ keys: Set<Released>) -> [Tier: Int] {
        Dictionary(grouping: keys, by: \.tier).mapValues(\.count)
    }
}

extension PasskeyAnswer {
    /// Reads one as it came over HTTPS.
    fileprivate init?(_ json: JSONValue?) {
        func bytes(_ name: String) -> [UInt8]? { json?[name]?.string.flatMap { Base64URL.decode($0.utf8) } }
        guard let credential = bytes("id"), let client = bytes("clientDataJSON"), let data = bytes("authenticatorData"),
            let signature = bytes("signature")
        else { return nil }
        self.init(credential: credential, clientData: client, authenticatorData: data, signature: signature)
    }
}
