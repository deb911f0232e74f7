import BrokerAPI
import Vocabulary

/// An operator of the vendor with a key and one-time codes, and with a colleague's key file, who wants everything that takes two people.
struct SingleOperator: Scenario {
    let title = "a single insider exporting"
    /// Entries that the insider may leave behind: requests, the colleague's approvals of harmless acts, and time.
    private static let expected: Set<String> = [
        "request", "approval", "practice", "time", "index", "access", "session",
    ]

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let support = try await arena.account(.support, "Assistance", in: practice.id)
            let office = try await Office(arena)
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            var insider = Insider(office, try SingleOperator.wishes(arena, practice, support, office))
            try await insider.alone(helped: try practice.account(.physician))
            try await insider.borrowing()
            let kinds = try arena.ledger().kinds(from: mark)
            let opened = try arena.ledger().releases(from: mark).opened(by: nil)
            let seconds = try await arena.now().seconds - start.seconds
            let isUntouched =
                Set(kinds.keys).isSubset(of: SingleOperator.expected)
                && kinds["approval"] == insider.waiting.count && kinds["practice"] == insider.waiting.count
            try await control(office, insider)
            return [
                ScenarioOutcome(
                    "single insider exporting",
                    had:
                        "one operator's key and codes, a colleague's key file, the colleague's used and expired codes and approvals of "
                        + "harmless acts, a physician's key file: \(insider.wishes.count) acts wanted in \(seconds / 60) minutes, "
                        + "\(insider.count.done) of \(insider.count.tried) tries carried out (\(insider.text))",
                    opened: opened, and: insider.count.done == 0 && isUntouched)
            ]
        }
    }

    /// Every act of two people, in the way that gives most. An act that is new belongs here.
    private static func wishes(
        _ arena: Arena, _ practice: DrillPractice, _ support: DrillAccount, _ office: Office
    ) throws -> [AdminRequest] {
        let key = try arena.installation.drawKey().publicKey
        guard let member = MemberID(try practice.account(.physician).id),
            let partner = ClientID(try practice.account(.partner).id), let helper = MemberID(support.id)
        else { throw DrillError("accounts") }
        let id = practice.id
        return [
            .erase(practice: id, patient: practice.crowd[0].patient),
            .allowImport(practice: id, client: partner, hours: 72),
            .setLimits(arena.world.bounds.multiplied(by: 100)), .setMode(practice: id, mode: "observe"),
            .addMember(practice: id, role: .physician, name: "Remplaçant", key: key, shares: nil, end: nil),
            .invite(practice: id, role: .physician, name: "Remplaçante", person: nil, shares: nil, end: nil),
            .addClient(practice: id, role: .partner, name: "Logiciel", key: key, partner: nil, depositOnly: false),
            .addPractice(name: "Cabinet", size: 9_999), .addOperator(name: "Opérateur 3", key: key),
            .removeOperator(person: office.second.person), .resetFactors(practice: id, member: member),
            .grant(practice: id, member: helper, tiers: [.identity, .contact, .medical], hours: 72),
        ]
    }

    /// The same acts with a colleague who agrees: the first of them is carried out.
    private func control(_ office: Office, _ insider: Insider) async throws {
        try await office.arena.advance(seconds: 86_400)
        guard let (id, wish) = insider.waiting.last else { throw DrillError("no act waits") }
        let evidence = try await office.evidence(.approval(id), try wish.text, by: office.second)
        if case .refused(let reason) = try await office.say(.approve(act: id, evidence: evidence)) {
            throw DrillError("an act of two: \(reason)")
        }
    }
}
