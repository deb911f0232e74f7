import BrokerAPI
import Vocabulary

/// A member who signs in with a password is phished: of the password alone, of old codes, of a live code, and of two.
struct PhishedPassword: Scenario {
    let title = "a phished password"
    private static let login = "dr.martin"
    private static let password = "correct horse battery staple"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let practice = arena.world.practices[0]
            let (account, _, code) = try await Person.invitation(arena, practice, .physician)
            let victim = Browser(arena)
            let uri = try await victim.enrol(
                login: PhishedPassword.login, password: PhishedPassword.password, invitation: code ?? "")
            let alone = try await alone(arena, account, victim, uri)
            let (hour, token) = try await relayed(arena, account, practice, uri)
            return [alone, hour, try await twice(arena, account, practice, token, uri)]
        }
    }

    private func typed(_ browser: Browser, _ code: String) async throws -> Browser.Body {
        try await browser.evidence(login: PhishedPassword.login, password: PhishedPassword.password, code: code)
    }

    private func alone(_ arena: Arena, _ account: DrillAccount, _ victim: Browser, _ uri: String) async throws
        -> ScenarioOutcome
    {
        let (thief, start, mark) = (Browser(arena), try await arena.now(), try arena.ledger().size())
        func code(_ seconds: Int64) throws -> String {
            try arena.installation.code(of: uri, at: start.adding(seconds: seconds))
        }
        let used = try code(0)
        guard try await victim.signIn(try await typed(victim, used)) != nil else {
            throw DrillError("the member's own sign-in")
        }
        var sessions = 0
        for wrong in ["", "000000", "0", used, try code(-120), try code(-3_600), try code(3_600)] {
            if try await thief.signIn(try await typed(thief, wrong)) != nil { sessions += 1 }
        }
        return ScenarioOutcome(
            "phished password",
            had:
                "a physician's login and password, without a code, with wrong ones, an hour's and two minutes' old ones and the one that the "
                + "physician used: \(sessions) sessions",
            opened: try arena.ledger().releases(from: mark).opened(by: [account.id]),
            containedAfter: try await arena.now().seconds - start.seconds, and: sessions == 0)
    }

    private func relayed(_ arena: Arena, _ account: DrillAccount, _ practice: DrillPractice, _ uri: String) async throws
        -> (ScenarioOutcome, String)
    {
        try await arena.advance(seconds: 1_200)
        let browser = Browser(arena)
        let code = try arena.installation.code(of: uri, at: try await arena.now())
        guard let session = try await browser.signIn(try await typed(browser, code)) else {
            throw DrillError("a relayed code")
        }
        let thief = Thief(arena, account, .session, token: session.token)
        var campaign = try await Campaign(thief, practice.crowd, dormant: practice.dormant)
        try await campaign.run(days: 1)
        let outcome = try campaign.outcome(
            "phished password and a live code, 1 day",
            had:
                "a physician's password and one code, relayed to the thief's own client key: a session of class \(session.kind)",
            .day, bound: arena.world.bounds.password(.physician, .day))
        return (outcome, session.token)
    }

    /// A second code is a fresh factor: it may not make a stronger one.
    private func twice(
        _ arena: Arena, _ account: DrillAccount, _ practice: DrillPractice, _ ended: String, _ uri: String
    ) async throws -> ScenarioOutcome {
        try await arena.advance(seconds: 1_200)
        let (thief, start, mark) = (Browser(arena), try await arena.now(), try arena.ledger().size())
        let first = try arena.installation.code(of: uri, at: start)
        guard let session = try await thief.signIn(try await typed(thief, first)) else {
            throw DrillError("a relayed code")
        }
        let second = try arena.installation.code(of: uri, at: start.adding(seconds: 30))
        let passkey = try arena.installation.drawPasskey()
        let isEnrolled = try await thief.enrol(passkey, in: session.token, fresh: try await typed(thief, second))
        let own = try await thief.signIn(try Browser.evidence(passkey, try await thief.challenge("sign-in")))
        return ScenarioOutcome(
            "phished password and two live codes",
            had:
                "two codes relayed within a minute: a passkey of the thief's own \(isEnrolled ? "enrolled" : "refused"), "
                + "its sign-in \(own.map { "of class " + $0.kind } ?? "refused")",
            opened: try arena.ledger().releases(from: mark).opened(by: [account.id]),
            containedAfter: try await arena.now().seconds - start.seconds, and: own?.kind != "passkey")
    }
}
