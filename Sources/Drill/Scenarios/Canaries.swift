import BrokerAPI
import JSONTree
import Vocabulary

/// A thief who walks through a practice's patients, of whom one in fifty is made up: the first of those that is opened is an alarm.
struct Canaries: Scenario {
    let title = "canaries"
    /// Which of the practice's patients, in the order in which the thief takes them.
    private static let (first, every) = (37, 50)
    /// Answers of as many canaries are compared with as many others'.
    private static let compared = 12

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let places = Array(stride(from: Canaries.first, to: practice.crowd.count, by: Canaries.every))
            var twins = try await Twins(arena, practice, Array(places.suffix(Canaries.compared)))
            try await twins.before()
            for place in places {
                let canary = AdminRequest.markCanary(practice: practice.id, patient: practice.crowd[place].patient)
                guard case .done = try await arena.admin.admin(canary) else { throw DrillError("canary") }
            }
            let differing = try await twins.differences()
            let walk = try await walk(arena, practice, places, differing, twins.times.text)
            return [walk, try await gateway(arena, practice, places.map { practice.crowd[$0] })]
        }
    }

    /// Searches first, then opens one after the other until the alarm.
    private func walk(
        _ arena: Arena, _ practice: DrillPractice, _ places: [Int], _ differing: Int, _ times: String
    ) async throws -> ScenarioOutcome {
        let account = try practice.account(.physician)
        var thief = try await Thief(arena, account, .session)
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        for place in places.dropFirst().prefix(5) { _ = try await thief.take([practice.crowd[place]], .identity) }
        let listed = try arena.ledger().canaryAlerts(from: mark).count
        let listing = try arena.ledger().releases(from: mark).opened(by: [account.id])
        let walkMark = try arena.ledger().size()
        var alert: LedgerView.CanaryAlert?
        for victim in practice.crowd {
            guard try await thief.take([victim], .record) else { break }
            alert = try arena.ledger().canaryAlerts(from: walkMark).first
            if alert != nil { break }
        }
        let opened = try arena.ledger().releases(from: walkMark).opened(by: [account.id])
        let (told, others) = try await notices(arena, practice, account, since: start)
        // Nobody is frozen by it: whoever is told decides.
        let next = practice.crowd[places[0] + 1]
        let goesOn = try await thief.take([next], .record)
        let isNamed = alert?.holder == account.id && alert?.sinceOpening == 0 && others > 0
        return ScenarioOutcome(
            "canaries, a session walks the patients",
            had:
                "a physician's session with its key; one patient in \(Canaries.every) made up: \(listed) alarms at a search of five canaries "
                + "(\(listing[.identity] ?? 0) shown), one at the first that was opened, \(alert?.sinceOpening ?? -1) ms after it, which names "
                + "account and tier \(alert?.tier ?? "-"); the session \(goesOn ? "goes on" : "ends"), finds \(told) of \(others) alarms in the practice's notices; \(differing) answers differ from ordinary patients' in anything but data; "
                + "median time \(times)", opened: opened,
            bound: Dictionary(uniqueKeysWithValues: Tier.allCases.map { ($0, places[0] + 1) }),
            containedAfter: alert.map { $0.time.seconds - start.seconds },
            and: listed == 0 && isNamed && differing == 0 && told == 0
        )
    }

    /// How many alarms of canaries the practice's notices tell the thief in a session, and how many the practice.
    private func notices(_ arena: Arena, _ practice: DrillPractice, _ account: DrillAccount, since: Timestamp)
        async throws
        -> (thief: Int, practice: Int)
    {
        let request = AdminRequest.notices(practice: practice.id, since: since)
        let name = #""name":"canary""#
        var lines: [String] = []
        // They tell what is published, which takes a second.
        for _ in 0..<100 where lines.isEmpty {
            try await Task.sleep(for: .milliseconds(100))
            guard case .notices(let all, _) = try await arena.admin.admin(request) else { throw DrillError("notices") }
            lines = all.filter { $0.contains(name) }
        }
        guard let token = try await arena.session(account) else { throw DrillError("physician's sign-in") }
        let challenge = try await arena.gateway.challenge(Nothing())
        let proof = try arena.installation.proof(
            DrillNaming(), "GET", "/signin/notices", token: token.text, signer: token.text,
            nonce: challenge.proofNonces.first, now: challenge.time)
        let answer = try await arena.gateway.person(
            PersonRequest(
                token: token, proof: Array((proof ?? "").utf8), .administer(try request.text, fresh: nil)))
        guard case .notices(let told, _)? = answer.reply else { throw DrillError("a physician's notices") }
        return (told.filter { $0.contains(name) }.count, lines.count)
    }

    /// Asks first what only depends on a patient, then for the name alone: in three requests, over HTTPS.
    private func quietly(_ arena: Arena, _ account: DrillAccount, _ canary: Victim, _ token: String) async throws
        -> (seen: Bool, alarms: Int)
    {
        let before = try arena.ledger().size()
        let path = "/fhir/Patient/\(canary.patient)"
        _ = try await arena.get(path + "/Condition?_summary=count", token)
        let naming = DrillNaming([canary.patient], .identity)
        let answer = try await arena.installation.send(
            DrillRequest("GET", path, token: token, proof: .naming(naming)))
        return (Loot.tiers(in: answer).contains(.identity), try arena.ledger().canaryAlerts(from: before).count)
    }

    /// A hostile gateway asks the broker itself, and says for which purpose: each canary for another.
    private func gateway(_ arena: Arena, _ practice: DrillPractice, _ canaries: [Victim]) async throws
        -> ScenarioOutcome
    {
        guard let account = practice.accounts(.physician).last, let session = try await arena.session(account) else {
            throw DrillError("physician's sign-in")
        }
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        var told: [String] = []
        var (opened, unseen) = ([Tier: Int](), [Tier: Int]())
        for (place, purpose) in [Purpose.read, .emergency, .condition, .search, .agenda].enumerated() {
            let before = try arena.ledger().size()
            let canary = canaries[canaries.count / 2 + place].patient
            let proof = try await arena.proof(DrillNaming([canary], .all), session)
            let keys = try await arena.attempt {
                ReleaseRequest(token: session, proof: proof, patients: [canary], tiers: .all, purpose: purpose)
            }
            let alerts = try arena.ledger().canaryAlerts(from: before).count
            for key in keys {
                opened[key.tier, default: 0] += 1
                if alerts == 0 { unseen[key.tier, default: 0] += 1 }
            }
            told.append("\(purpose.rawValue) \(keys.count) keys, \(alerts == 0 ? "no alarm" : "an alarm")")
        }
        let alarms = try arena.ledger().canaryAlerts(from: mark)
        let quiet = try await quietly(arena, account, canaries[canaries.count / 2 - 1], arena.honestToken(account))
        if quiet.seen, quiet.alarms == 0 { unseen[.identity, default: 0] += 1 }
        told.append(
            "a name after a count \(quiet.seen ? "seen" : "not seen"), \(quiet.alarms == 0 ? "no alarm" : "an alarm")")
        return ScenarioOutcome(
            "canaries, opened quietly",
            had:
                "the broker's socket, a physician's session and its proofs, a canary for each purpose: "
                + told.joined(separator: "; "),
            opened: unseen, containedAfter: alarms.first.map { $0.time.seconds - start.seconds })
    }
}

/// Canaries beside ordinary patients: whether anything but their data tells them apart.
private struct Twins {
    private let arena: Arena
    private let account: DrillAccount
    private let canaries: [Victim]
    private let others: [Victim]
    /// What was answered for the canaries before they were any.
    private var earlier: [[DrillAnswer]] = []
    private(set) var times = TimeComparison()

    init(_ arena: Arena, _ practice: DrillPractice, _ places: [Int]) async throws {
        self.arena = arena
        guard let account = practice.accounts(.physician).last else { throw DrillError("physician") }
        self.account = account
        canaries = places.map { practice.crowd[$0] }
        others = places.map { practice.crowd[$0 - 1] }
    }

    private func answers(_ victim: Victim, _ token: String) async throws -> [DrillAnswer] {
        let path = "/fhir/Patient/\(victim.patient)"
        let paths = [
            path, path + "/Condition", path + "/$everything", path + "/_history", path + "/_history/1",
            path + "/Condition?_summary=count",
        ]
        var answers: [DrillAnswer] = []
        for path in paths + Loot.identity.paths(victim) { answers.append(try await arena.get(path, token)) }
        return answers
    }

    /// Asks for half of the canaries before they are any; a day later an opening is one again.
    mutating func before() async throws {
        let token = try await arena.honestToken(account)
        for victim in canaries.prefix(canaries.count / 2) { earlier.append(try await answers(victim, token)) }
        try await arena.advance(seconds: 86_460)
    }

    /// How many answers differ: from those of before, and, but for data, from ordinary patients'.
    mutating func differences() async throws -> Int {
        let token = try await arena.honestToken(account)
        var (count, times) = (0, times)
        defer { self.times = times }
        for (place, (canary, other)) in zip(canaries, others).enumerated() {
            let (one, two) = try await times.compare {
                try await answers(canary, token)
            } with: {
                try await answers(other, token)
            }
            guard one.filter({ $0.status == 200 }).count == one.count else { throw DrillError("a patient's answers") }
            if place < earlier.count { count += zip(one, earlier[place]).count { Shape($0) != Shape($1) } }
            // Of whom else a search finds by a name, the name decides.
            count += zip(one, two).dropLast().count { Shape($0) != Shape($1) }
        }
        return count
    }
}
