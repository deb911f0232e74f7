import BrokerAPI
import Vocabulary

/// A page between a member and the server: every answer of the member's passkey is passed on, none is worth anything to another's key.
struct RelayedSignIn: Scenario {
    let title = "a relayed sign-in"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let victim = try await Person.invited(arena, arena.world.practices[0], .physician)
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            let relays = try await relays(arena, victim)
            var sessions = 0
            for relay in relays where try await relay.browser.signIn(relay.evidence) != nil { sessions += 1 }
            let seconds = try await arena.now().seconds - start.seconds
            let opened = try arena.ledger().releases(from: mark).opened(by: [victim.account.id])
            // The same passkey on its own page, with its own key.
            guard let honest = try await victim.signIn(), honest.kind == "passkey" else {
                throw DrillError("the member's own sign-in")
            }
            return [
                ScenarioOutcome(
                    "relayed sign-in",
                    had:
                        "\(relays.count) answers of a member's passkey, passed on to the thief's client key, replayed, made on another "
                        + "page, for another purpose: \(sessions) sessions", opened: opened, containedAfter: seconds,
                    and: sessions == 0)
            ]
        }
    }

    private struct Relay {
        let browser: Browser
        let evidence: Browser.Body
    }

    private func relays(_ arena: Arena, _ victim: Person) async throws -> [Relay] {
        let thief = Browser(arena)
        func own() async throws -> Browser.Challenge { try await victim.browser.challenge("sign-in") }
        func theirs() async throws -> Browser.Challenge { try await thief.challenge("sign-in") }
        // For the member's key, sent with the thief's; and the thief's nonce beside it.
        let passedOn = try Browser.evidence(victim.passkey, try await own())
        var otherNonce = passedOn
        otherNonce["nonce"] = .string(try await theirs().nonce)
        // For the thief's key, signed on the thief's page, and sent with the member's key.
        let elsewhere = try Browser.evidence(victim.passkey, try await theirs(), origin: "https://localhost.example")
        // Signed once already.
        let used = try Browser.evidence(victim.passkey, try await own())
        guard try await victim.browser.signIn(used) != nil else { throw DrillError("the member's own sign-in") }
        // To enrol with.
        let enrolment = try Browser.evidence(victim.passkey, try await victim.browser.challenge("enrolment"))
        // Too old.
        let late = try Browser.evidence(victim.passkey, try await own())
        try await arena.advance(seconds: 301)
        // Of another passkey by the same name.
        var stranger = try Browser.evidence(try arena.installation.drawPasskey(), try await theirs())
        stranger["passkey"] = passedOn["passkey"]
        return [
            Relay(browser: thief, evidence: passedOn), Relay(browser: thief, evidence: otherNonce),
            Relay(browser: thief, evidence: elsewhere), Relay(browser: victim.browser, evidence: elsewhere),
            Relay(browser: thief, evidence: used), Relay(browser: victim.browser, evidence: used),
            Relay(browser: victim.browser, evidence: enrolment), Relay(browser: victim.browser, evidence: late),
            Relay(browser: thief, evidence: stranger),
        ]
    }
}
