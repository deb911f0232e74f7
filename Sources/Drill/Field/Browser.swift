import BrokerAPI
import JSONTree
import Vocabulary

/// A browser with a client key of its own: enrols and signs in over HTTPS, as docs/formats/sign-in.md says. The honest have one, and
/// the thieves.
struct Browser: Sendable {
    /// The members of a body.
    typealias Body = [String: JSONValue]

    /// A challenge for this browser's key.
    struct Challenge {
        let nonce: String
        let bytes: [UInt8]
    }

    /// A session that began.
    struct Session {
        let token: String
        let kind: String
    }

    let arena: Arena
    /// The public point of its client key, base64url.
    let key: String

    init(_ arena: Arena) {
        self.arena = arena
        key = arena.installation.drawClientKey()
    }

    private var jwk: JSONValue {
        let point = Base64URL.decode(key.utf8) ?? []
        return [
            "kty": "EC", "crv": "P-256", "x": .string(Base64URL.text(point.dropFirst().prefix(32))),
            "y": .string(Base64URL.text(point.suffix(32))),
        ]
    }

    func challenge(_ purpose: String) async throws -> Challenge {
        let answer = try await post("challenge", ["key": jwk, "purpose": .string(purpose)])
        guard let nonce = answer.json?["nonce"]?.string,
            let bytes = answer.json?["challenge"]?.string.flatMap({ Base64URL.decode($0.utf8) })
        else { throw DrillError("challenge: \(answer.status)") }
        return Challenge(nonce: nonce, bytes: bytes)
    }

    /// Enrols a passkey by an invitation; false when it is refused.
    func enrol(_ passkey: any DrillPasskey, invitation: String) async throws -> Bool {
        let challenge = try await challenge("enrolment")
        return try await enrol(
            challenge, ["invitation": .string(invitation), "passkey": Browser.made(passkey, challenge)], token: nil)
            != nil
    }

    /// Enrols a password by an invitation: the authenticator's URI.
    func enrol(login: String, password: String, invitation: String) async throws -> String {
        let typed: JSONValue = ["login": .string(login), "password": .string(password)]
        let answer = try await enrol(
            try await challenge("enrolment"), ["invitation": .string(invitation), "password": typed], token: nil)
        guard let uri = answer?["totp"]?.string else { throw DrillError("enrolment of a password") }
        return uri
    }

    /// Enrols a passkey in a session with a fresh factor; false when it is refused.
    func enrol(_ passkey: any DrillPasskey, in session: String, fresh: Body) async throws -> Bool {
        let challenge = try await challenge("enrolment")
        let body: Body = ["fresh": Browser.json(fresh), "passkey": Browser.made(passkey, challenge)]
        return try await enrol(challenge, body, token: session) != nil
    }

    private func enrol(_ challenge: Challenge, _ right: Body, token: String?) async throws -> JSONValue? {
        var body = right
        body["key"] = jwk
        body["nonce"] = .string(challenge.nonce)
        let answer = try await post("enrol", Browser.json(body), token)
        return answer.status == 200 ? answer.json : nil
    }

    private static func made(_ passkey: any DrillPasskey, _ challenge: Challenge) -> JSONValue {
        let made = passkey.registration(challenge: challenge.bytes)
        return [
            "clientDataJSON": .string(Base64URL.text(made.clientData)),
            "attestationObject": .string(Base64URL.text(made.attestation)),
        ]
    }

    /// A passkey's answer to a challenge, and the nonce that it is for.
    static func evidence(_ passkey: any DrillPasskey, _ challenge: Challenge, origin: String? = nil) throws -> Body {
        let made = try passkey.answer(challenge: challenge.bytes, origin: origin)
        let answer: JSONValue = [
            "id": .string(Base64URL.text(passkey.id)), "clientDataJSON": .string(Base64URL.text(made.clientData)),
            "authenticatorData": .string(Base64URL.text(made.authenticatorData)),
            "signature": .string(Base64URL.text(made.signature)),
        ]
        return ["nonce": .string(challenge.nonce), "passkey": answer]
    }

    /// What somebody typed, with a nonce of this browser's.
    func evidence(login: String, password: String, code: String) async throws -> Body {
        let typed: JSONValue = ["login": .string(login), "password": .string(password), "code": .string(code)]
        return ["nonce": .string(try await challenge("sign-in").nonce), "password": typed]
    }

    /// Begins a session that is bound to this browser's key; nil when it is refused.
    func signIn(_ evidence: Body) async throws -> Session? {
        var body = evidence
        body["key"] = jwk
        let answer = try await post("session", Browser.json(body))
        guard answer.status == 200, let token = answer.json?["access_token"]?.string,
            let kind = answer.json?["class"]?.string
        else { return nil }
        arena.installation.note(token: token, key: key)
        return Session(token: token, kind: kind)
    }

    private static func json(_ body: Body) -> JSONValue {
        .object(JSONObject(body.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) }))
    }

    private func post(_ route: String, _ body: JSONValue, _ token: String? = nil) async throws -> DrillAnswer {
        try await arena.installation.send(
            DrillRequest(
                "POST", "/signin/" + route, token: token, body: body.bytes, type: "application/json",
                proof: .naming(DrillNaming())))
    }
}

/// A member whom an invitation brought in, with what they sign in by.
struct Person {
    let account: DrillAccount
    let id: PersonID
    let browser: Browser
    let passkey: any DrillPasskey

    /// Invites a member and enrols a passkey.
    static func invited(_ arena: Arena, _ practice: DrillPractice, _ role: Role) async throws -> Person {
        let (account, id, code) = try await Person.invitation(arena, practice, role)
        let (browser, passkey) = (Browser(arena), try arena.installation.drawPasskey())
        guard let code, try await browser.enrol(passkey, invitation: code) else { throw DrillError("enrolment") }
        return Person(account: account, id: id, browser: browser, passkey: passkey)
    }

    /// Adds a membership: of a new person, with the code of the invitation, or of one who is known.
    static func invitation(_ arena: Arena, _ practice: DrillPractice, _ role: Role, of person: PersonID? = nil)
        async throws -> (account: DrillAccount, person: PersonID, code: String?)
    {
        let request = AdminRequest.invite(
            practice: practice.id, role: role, name: "Invité", person: person, shares: nil, end: nil)
        guard case .invited(let member, let text, let code) = try await arena.admin.admin(request),
            let person = PersonID(text)
        else { throw DrillError("invitation") }
        return (DrillAccount(practice: practice.id, id: member, role: role, key: ""), person, code)
    }

    /// Signs in as this person does.
    func signIn() async throws -> Browser.Session? {
        try await browser.signIn(try Browser.evidence(passkey, try await browser.challenge("sign-in")))
    }
}
