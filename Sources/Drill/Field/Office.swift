import BrokerAPI
import Vocabulary

/// The vendor's office: two operators, of an installation that they declared live.
struct Office: Sendable {
    /// Seconds after which an authenticator shows another code.
    static let period: Int64 = 30
    let arena: Arena
    let first: DrillOperator
    let second: DrillOperator

    init(_ arena: Arena) async throws {
        self.arena = arena
        first = try await DrillOperator.added(arena, "Opérateur 1")
        second = try await DrillOperator.added(arena, "Opérateur 2")
        guard case .done = try await arena.admin.admin(.live) else { throw DrillError("live") }
    }

    /// What an operator signs for one step of an act, with the code of this moment or another.
    func evidence(_ step: ActStep, _ content: String, by one: DrillOperator, code: String? = nil) async throws
        -> ActEvidence
    {
        let now = try await arena.now()
        let assertion = try arena.installation.assertion(
            step, content, of: one.person.description, key: one.key, now: now)
        return .operation(assertion: assertion, code: try code ?? arena.installation.code(of: one.codes, at: now))
    }

    /// What a membership signs for one step of an act with its key file.
    func evidence(_ step: ActStep, _ content: String, by account: DrillAccount) async throws -> ActEvidence {
        .membership(
            assertion: try arena.installation.assertion(
                step, content, of: account.id, key: account.key, now: try await arena.now()))
    }

    /// Asks the broker, and waits for the authenticators' next codes.
    func say(_ request: AdminRequest) async throws -> AdminReply {
        let reply = try await arena.admin.admin(request)
        try await arena.advance(seconds: Office.period)
        return reply
    }

    /// Asks for an act as the first operator.
    func ask(_ request: AdminRequest) async throws -> ActID {
        let content = try request.text
        let evidence = try await evidence(.request, content, by: first)
        guard case .asked(let id) = try await say(.ask(content: content, evidence: evidence)) else {
            throw DrillError("an operator's request")
        }
        return id
    }

    /// Has an act done that the first operator asks for and the second approves.
    func carryOut(_ request: AdminRequest) async throws -> AdminReply {
        let id = try await ask(request)
        let evidence = try await evidence(.approval(id), try request.text, by: second)
        let reply = try await say(.approve(act: id, evidence: evidence))
        if case .refused(let reason) = reply { throw DrillError("an act of two: \(reason)") }
        return reply
    }

    /// Lets support see a practice's patients, as the practice's physician says: what the physician signed.
    func grant(_ request: AdminRequest, by physician: DrillAccount) async throws -> ActEvidence {
        let content = try request.text
        let evidence = try await evidence(.request, content, by: physician)
        guard case .done = try await say(.ask(content: content, evidence: evidence)) else { throw DrillError("grant") }
        return evidence
    }

    /// The entries of a practice's notices since a moment, once the ledger has published them.
    func notices(_ practice: PracticeID, since: Timestamp, count: Int, holding text: String) async throws -> [String] {
        var found: [String] = []
        for _ in 0..<100 {
            guard case .notices(let lines, _) = try await arena.admin.admin(.notices(practice: practice, since: since))
            else { throw DrillError("notices") }
            found = lines.filter { $0.contains(text) }
            if found.count >= count { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        return found
    }
}

extension Arena {
    /// Adds an account with a key of its own to a practice of an installation that is not live yet.
    func account(_ role: Role, _ name: String, in practice: PracticeID) async throws -> DrillAccount {
        let key = try installation.drawKey()
        let request: AdminRequest =
            role.isMembership
            ? .addMember(practice: practice, role: role, name: name, key: key.publicKey, shares: nil, end: nil)
            : .addClient(
                practice: practice, role: role, name: name, key: key.publicKey, partner: nil, depositOnly: false)
        guard case .added(let id) = try await admin.admin(request) else { throw DrillError("account") }
        return DrillAccount(practice: practice, id: id, role: role, key: key.path)
    }
}
