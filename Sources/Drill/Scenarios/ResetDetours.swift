import BrokerAPI
import JSONTree
import Vocabulary

/// Two operators who agree and do not want to wait a day for a reset: they give a known person another way to sign in.
struct ResetDetours: Scenario {
    let title = "ways around a helpdesk's day"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let (practice, other) = (arena.world.practices[0], arena.world.practices[1])
            let doctor = try await Person.invited(arena, practice, .physician)
            let filed = try practice.account(.physician)
            let office = try await Office(arena)
            let (start, mark) = (try await arena.now(), try arena.ledger().size())
            let number = try await invite(office, other, doctor.id, rpps: "10003456789")
            let doors = try arena.ledger().doors(of: doctor.id, from: mark)
            let code = try await invite(office, other, try arena.ledger().person(of: filed), rpps: nil)
            let sessions = try await takeOver(arena, filed, practice, code)
            let opened = try arena.ledger().releases(from: mark).opened(by: [doctor.account.id, filed.id])
            return [
                ScenarioOutcome(
                    "helpdesk, two operators around the reset",
                    had:
                        "two operators who agree, and a membership elsewhere for who is known: with another RPPS number \(doors) ways to sign in "
                        + "were added at once (\(number == nil ? "no code" : "a code")), for who signs by a key file "
                        + "\(code == nil ? "no code" : "a code") and \(sessions) sessions",
                    opened: opened, containedAfter: try await arena.now().seconds - start.seconds,
                    and: doors == 0 && sessions == 0)
            ]
        }
    }

    /// Adds a membership for a known person; the code to enrol with, if there is one.
    private func invite(_ office: Office, _ practice: DrillPractice, _ person: PersonID, rpps: String?) async throws
        -> String?
    {
        let request = AdminRequest.invite(
            practice: practice.id, role: .nurse, name: "Remplaçante", person: person, shares: nil, end: nil, rpps: rpps)
        let id = try await office.ask(request)
        let evidence = try await office.evidence(.approval(id), try request.text, by: office.second)
        let reply = try await office.say(.approve(act: id, evidence: evidence))
        if case .invited(_, _, let code) = reply { return code }
        return nil
    }

    /// Enrols by the code, signs in, turns to the account, and opens.
    private func takeOver(_ arena: Arena, _ account: DrillAccount, _ practice: DrillPractice, _ code: String?)
        async throws -> Int
    {
        guard let code else { return 0 }
        let (browser, passkey) = (Browser(arena), try arena.installation.drawPasskey())
        guard try await browser.enrol(passkey, invitation: code),
            let session = try await browser.signIn(Browser.evidence(passkey, browser.challenge("sign-in")))
        else { return 0 }
        let body: JSONValue = ["membership": .string(account.id)]
        let answer = try await arena.installation.send(
            DrillRequest(
                "POST", "/signin/switch", token: session.token, body: body.bytes, type: "application/json",
                proof: .naming(DrillNaming())))
        guard let token = answer.json?["access_token"]?.string else { return 1 }
        arena.installation.note(token: token, key: browser.key)
        var thief = Thief(arena, account, .session, token: token)
        _ = try await thief.take(Array(practice.crowd.prefix(5)), .record)
        return 2
    }
}

extension LedgerView {
    /// The person of a membership.
    fileprivate func person(of account: DrillAccount) throws -> PersonID {
        var person: PersonID?
        try forEach { entry in
            if case .member(let body) = entry.event, body.member.description == account.id { person = body.person }
        }
        guard let person else { throw DrillError("no such membership") }
        return person
    }

    /// Factors by which somebody may sign in that were entered for a person from an index on.
    fileprivate func doors(of person: PersonID, from index: UInt64) throws -> Int {
        var doors = 0
        try forEach(from: index) { entry in
            if case .key(let body) = entry.event, body.owner == .person(person), body.active { doors += 1 }
        }
        return doors
    }
}
