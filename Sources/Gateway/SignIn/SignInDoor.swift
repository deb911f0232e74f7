import BrokerAPI
import HTTPTypes
import Identity
import JSONTree
import Records
import Vocabulary

/// `/signin/…`: how people begin sessions, enrol factors and end both. The broker decides; here only JSON becomes its messages
/// and back. docs/formats/sign-in.md
struct SignInDoor: Sendable {
    let broker: any KeyBroker
    let records: RecordService
    let listening: Listening
    let clock: any WallClock

    private var audience: String { listening.url + "/oauth/token" }

    /// Answers a route. `since` is its query parameter, `origin` a hash of where the request comes from.
    func answer(
        _ route: SignInRoute, _ body: [UInt8], _ session: RecordSession?, since: String? = nil, origin: UInt64
    ) async -> Answer {
        do {
            switch route {
            case .challenge: return try await challenge(body)
            case .openID: return try await openID(body)
            case .session: return try await begin(body, origin)
            case .enrol: return try await enrol(body, session, origin)
            case .turn, .out, .factors, .removal, .acts, .notices:
                guard let session else { throw HTTPRefusal.noCredentials }
                guard session.scopes == .all else { throw HTTPRefusal.role }
                switch route {
                case .acts: return try await act(body, session, origin)
                case .notices: return try await notices(since, session)
                default: return try await person(route, body, session, origin)
                }
            }
        } catch let refusal as HTTPRefusal {
            return refusal.signInAnswer
        } catch let failure as BrokerFailure {
            return HTTPRefusal.signIn(failure).signInAnswer
        } catch {
            return HTTPRefusal.unavailable.signInAnswer
        }
    }

    private func challenge(_ bytes: [UInt8]) async throws -> Answer {
        let body = try SignInBody(bytes, ["key", "purpose", "act"])
        guard let purpose = SignInChallenge.Purpose(rawValue: try body.text("purpose")) else {
            throw HTTPRefusal.signInBody
        }
        let key = try body.key()
        let drawn = try await broker.challenge(Nothing())
        let act = body.has("act") ? try body.text("act") : ""
        guard act.utf8.count <= 256,
            let challenge = try? SignInChallenge(purpose, nonce: drawn.nonce, key: key, act: act)
        else { throw HTTPRefusal.signInBody }
        var answer = JSONObject()
        answer["nonce"] = .string(Base64URL.text(drawn.nonce))
        answer["challenge"] = .string(Base64URL.text(challenge.bytes))
        answer["rp_id"] = .string(listening.host)
        answer["dpop_nonce"] = drawn.proofNonces.first.map(JSONValue.string)
        answer["time"] = .number(JSONNumber(drawn.time.seconds))
        return Answer(.ok, .object(answer), contentType: "application/json")
    }

    private func openID(_ bytes: [UInt8]) async throws -> Answer {
        let key = try SignInBody(bytes, ["key"]).key()
        let begun = try await broker.openID(OpenIDBeginning(key: key.text))
        let answer: JSONValue = [
            "nonce": .string(Base64URL.text(begun.nonce)), "url": .string(begun.url), "state": .string(begun.state),
        ]
        return Answer(.ok, answer, contentType: "application/json")
    }

    private func begin(_ bytes: [UInt8], _ origin: UInt64) async throws -> Answer {
        let body = try SignInBody(bytes, SignInBody.evidence.union(["key", "membership"]))
        let request = SignIn(
            try body.evidence(), audience: audience, key: try body.key().text, membership: try body.membership(),
            origin: origin)
        return try await granted(try await broker.signIn(request))
    }

    private func enrol(_ bytes: [UInt8], _ session: RecordSession?, _ origin: UInt64) async throws -> Answer {
        let body = try SignInBody(bytes, ["key", "nonce", "invitation", "fresh", "passkey", "password"])
        guard body.has("invitation") != body.has("fresh") else { throw HTTPRefusal.signInBody }
        let key = try body.key().text
        let authority: Enrolment.Authority
        if body.has("invitation") {
            let code = try body.text("invitation")
            guard code.utf8.count <= 64 else { throw HTTPRefusal.signInBody }
            authority = .invitation(code, session: session.map { ($0.token, $0.proofBytes) })
        } else {
            guard let session else { throw HTTPRefusal.noCredentials }
            authority = .session(session.token, proof: session.proofBytes, fresh: try fresh(body, key, origin))
        }
        let enrolled = try await broker.enrol(
            Enrolment(
                try body.factor(), by: authority, nonce: try body.bytes("nonce"), key: key, audience: audience,
                origin: origin))
        var answer = JSONObject()
        answer["recovery_codes"] = .array(enrolled.recoveryCodes.map(JSONValue.string))
        answer["totp"] = enrolled.totp.map(JSONValue.string)
        return Answer(.ok, .object(answer), contentType: "application/json")
    }

    /// A fresh factor, shown with the client's key.
    func fresh(_ body: SignInBody, _ key: String, _ origin: UInt64) throws(HTTPRefusal) -> SignIn {
        SignIn(
            try body.object("fresh", SignInBody.evidence).evidence(), audience: audience, key: key, origin: origin)
    }

    private func person(
        _ route: SignInRoute, _ bytes: [UInt8], _ session: RecordSession, _ origin: UInt64
    ) async throws -> Answer {
        func ask(_ action: PersonRequest.Action) async throws -> PersonAnswer {
            try await broker.person(PersonRequest(token: session.token, proof: session.proofBytes, action))
        }
        switch route {
        case .turn:
            guard let member = try SignInBody(bytes, ["membership"]).membership() else { throw HTTPRefusal.signInBody }
            guard let grant = try await ask(.turn(to: member)).grant else { throw HTTPRefusal.unavailable }
            return try await granted(grant)
        case .out:
            if try SignInBody(bytes, ["everywhere"]).flag("everywhere") {
                _ = try await ask(.signOut)
            } else {
                _ = try await broker.signOut(session.token)
            }
            return Answer(.noContent)
        case .removal:
            let body = try SignInBody(bytes, ["key", "id", "fresh"])
            let id = try body.text("id")
            guard id.utf8.count <= 64 else { throw HTTPRefusal.signInBody }
            _ = try await ask(.remove(factor: id, fresh: try fresh(body, try body.key().text, origin)))
            return Answer(.noContent)
        default:
            let shown = try await ask(.show)
            let factors = shown.factors.map { id -> JSONValue in
                ["id": .string(id), "kind": .string(String(id.prefix { $0 != ":" }))]
            }
            let answer: JSONValue = [
                "factors": .array(factors), "memberships": .array(shown.memberships.map(\.json)),
            ]
            return Answer(.ok, answer, contentType: "application/json")
        }
    }

    private func granted(_ grant: SessionGrant) async throws -> Answer {
        var answer = JSONObject()
        answer["access_token"] = .string(SessionText.exposed(grant.token))
        answer["token_type"] = .string(grant.info.key == nil ? "Bearer" : "DPoP")
        answer["expires_in"] = .number(JSONNumber(max(0, grant.info.expires.seconds - clock.now().seconds)))
        answer["scope"] = .string(StandardScopes.of(grant.info))
        answer["class"] = .string(grant.info.sessionClass.rawValue)
        if case .member(let member) = grant.info.holder { answer["membership"] = .string(member.description) }
        answer["practice"] = .string(grant.info.practice.description)
        answer["role"] = .string(grant.info.role.rawValue)
        answer["memberships"] = .array(grant.memberships.map(\.json))
        answer["dpop_nonce"] = records.proofNonce.map(JSONValue.string)
        return Answer(.ok, .object(answer), contentType: "application/json")
    }
}

extension Membership {
    fileprivate var json: JSONValue {
        [
            "membership": .string(member.description), "practice": .string(practice.description),
            "role": .string(role.rawValue),
        ]
    }
}

extension HTTPRefusal {
    /// What a refused sign-in learns: that it was refused.
    fileprivate static func signIn(_ failure: BrokerFailure) -> HTTPRefusal {
        switch failure.code {
        case .signIn: HTTPRefusal(.unauthorized, "login", "sign_in_refused")
        case .frozen: HTTPRefusal(.forbidden, "suppressed", "account_frozen")
        case .invalid: .signInBody
        default: HTTPRefusal(failure)
        }
    }

    /// The refusal as these routes say it.
    fileprivate var signInAnswer: Answer {
        var answer = Answer(status, ["error": .string(reason)], contentType: "application/json")
        answer.headers.append(contentsOf: headers)
        answer.reason = reason
        return answer
    }
}
