import BrokerAPI
import Vocabulary

/// The vendor's helpdesk takes over a physician's account by a reset of its factors: one operator alone, then two who agree, day after day.
struct HelpdeskReset: Scenario {
    let title = "a helpdesk that resets factors"
    private static let days: Int64 = 7

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let doctor = try await Person.invited(arena, arena.world.practices[0], .physician)
            let office = try await Office(arena)
            guard let member = MemberID(doctor.account.id) else { throw DrillError("physician") }
            let reset = AdminRequest.resetFactors(practice: doctor.account.practice, member: member)
            let alone = try await alone(office, doctor, reset)
            let together = try await together(office, doctor, reset)
            return [alone, together, try await away(office, doctor, reset)]
        }
    }

    private func alone(_ office: Office, _ doctor: Person, _ reset: AdminRequest) async throws -> ScenarioOutcome {
        let arena = office.arena
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        var insider = Insider(office, [reset])
        try await insider.alone(helped: try arena.world.practices[0].account(.physician))
        try await insider.borrowing()
        try await arena.advance(to: start.adding(seconds: 2 * 86_400))
        guard try await doctor.signIn() != nil else { throw DrillError("the physician's own sign-in") }
        return ScenarioOutcome(
            "helpdesk reset, one operator",
            had:
                "an operator's key and codes, a colleague's key file and used codes, two days: \(insider.count.done) of "
                + "\(insider.count.tried) tries carried out, \(insider.codes.count) codes to enrol with",
            opened: try arena.ledger().releases(from: mark).opened(by: [doctor.account.id]),
            and: insider.count.done == 0 && insider.codes.isEmpty)
    }

    /// Each morning another reset, each day the physician signs in once, at another hour; every code of before is tried again and again.
    private func together(_ office: Office, _ doctor: Person, _ reset: AdminRequest) async throws -> ScenarioOutcome {
        let arena = office.arena
        let (start, mark) = (try await arena.now(), try arena.ledger().size())
        var (codes, tried, taken) = ([String](), 0, 0)
        func attempt() async throws {
            for code in codes {
                tried += 1
                if try await HelpdeskReset.enrol(arena, code) != nil { taken += 1 }
            }
        }
        for day in 0..<HelpdeskReset.days {
            let morning = start.adding(seconds: day * 86_400)
            try await arena.advance(to: morning)
            codes.append(try await HelpdeskReset.code(office, reset))
            let asked = try await arena.now()
            try await attempt()
            try await arena.advance(to: asked.adding(seconds: (day * 5 % 23 + 1) * 3_600))
            try await attempt()
            guard try await doctor.signIn() != nil else { throw DrillError("the physician's own sign-in") }
            try await attempt()
            // A day and more after the newest was approved.
            try await arena.advance(to: asked.adding(seconds: 86_400 + 60))
            try await attempt()
        }
        let practice = doctor.account.practice
        let told = try await office.notices(
            practice, since: start, count: codes.count, holding: #""act":"factor-reset""#)
        let approved = try await office.notices(
            practice, since: start, count: codes.count, holding: #""kind":"approval""#)
        return ScenarioOutcome(
            "helpdesk reset, two operators",
            had:
                "two operators who agree, a reset each day of \(HelpdeskReset.days), a physician who signs in once a day: \(taken) of \(tried) "
                + "enrolments by \(codes.count) codes; the practice was told of \(told.count) requests and \(approved.count) approvals",
            opened: try arena.ledger().releases(from: mark).opened(by: [doctor.account.id]),
            and: taken == 0 && told.count == codes.count && approved.count == codes.count)
    }

    /// The same once more, and nobody signs in for a day: then the account is the thief's, with its limits, and the physician's passkey ends.
    private func away(_ office: Office, _ doctor: Person, _ reset: AdminRequest) async throws -> ScenarioOutcome {
        let (arena, practice) = (office.arena, office.arena.world.practices[0])
        let code = try await HelpdeskReset.code(office, reset)
        try await arena.advance(seconds: 86_400)
        guard let (browser, passkey) = try await HelpdeskReset.enrol(arena, code),
            let session = try await browser.signIn(Browser.evidence(passkey, browser.challenge("sign-in")))
        else { throw DrillError("a reset whose day is over") }
        let isLockedOut = try await doctor.signIn() == nil
        let thief = Thief(arena, doctor.account, .session, token: session.token)
        var campaign = try await Campaign(thief, practice.crowd, dormant: practice.dormant)
        try await campaign.run(days: 1)
        return try campaign.outcome(
            "helpdesk reset, two operators, physician away",
            had:
                "two operators who agree, and a physician who does not sign in for a day after the notice: the account, 1 day",
            .day, and: isLockedOut)
    }

    private static func code(_ office: Office, _ reset: AdminRequest) async throws -> String {
        guard case .invited(_, _, let code?) = try await office.carryOut(reset) else { throw DrillError("reset") }
        return code
    }

    /// Enrols a passkey of the thief's own by a code; nil when it is refused.
    private static func enrol(_ arena: Arena, _ code: String) async throws -> (Browser, any DrillPasskey)? {
        let (browser, passkey) = (Browser(arena), try arena.installation.drawPasskey())
        return try await browser.enrol(passkey, invitation: code) ? (browser, passkey) : nil
    }
}
