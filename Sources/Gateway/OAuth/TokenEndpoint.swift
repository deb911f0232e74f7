import BrokerAPI
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// `POST /oauth/token`: client credentials (RFC 6749 §4.4) with a signed assertion (RFC 7523 §2.2).
///
/// Whatever is wrong with an assertion, its signature, its key, its time or its use, the answer is the same; only who
/// signed in rightly is told of a freeze.
struct TokenEndpoint: Sendable {
    private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    private static let known: Set<String> = [
        "grant_type", "client_assertion_type", "client_assertion", "client_id", "scope", "patient", "dpop_key",
    ]

    let broker: any KeyBroker
    let records: RecordService
    let listening: Listening
    let clock: any WallClock
    let limits: GatewayLimits

    /// The URL that an assertion names as its audience.
    var url: String { listening.url + "/oauth/token" }

    /// Answers a token (RFC 6749 §5.1) or an error (§5.2).
    func answer(_ body: [UInt8], contentType: String?) async -> Answer {
        do {
            let form = try form(body, contentType)
            let assertion = try TokenEndpoint.assertion(form)
            let patient = try TokenEndpoint.patient(form)
            let grant = try await broker.signIn(SignIn(assertion: assertion, audience: url, key: form["dpop_key"]))
            return try granted(grant, form["scope"], patient)
        } catch let error as TokenError {
            return error.answer
        } catch let failure as BrokerFailure {
            switch failure.code {
            case .unavailable: return HTTPRefusal.unavailable.answer
            case .frozen: return TokenError.frozen.answer
            default: return TokenError.client.answer
            }
        } catch {
            return HTTPRefusal.unavailable.answer
        }
    }

    /// The session's own token; when scopes were asked for, one that is narrowed to what of them can be granted.
    private func granted(_ grant: SessionGrant, _ scope: String?, _ patient: PatientID?) throws -> Answer {
        let seconds = max(0, grant.info.expires.seconds - clock.now().seconds)
        var answer: JSONObject = JSONObject()
        answer["access_token"] = .string(SessionText.exposed(grant.token))
        answer["scope"] = .string(StandardScopes.of(grant.info))
        if let scope, !scope.isEmpty {
            // A bound session's proofs are for its own token, which the broker knows: what is narrowed here has another text.
            guard grant.info.key == nil, let scopes = Scopes(scope, patient: patient, for: grant.info) else {
                throw TokenError.scope
            }
            let token = try records.scopedToken(grant.token, scopes, expires: grant.info.expires)
            answer["access_token"] = .string(SessionText.scopedPrefix + token)
            answer["scope"] = .string(scopes.text)
            answer["patient"] = scopes.patient.map { .string($0.description) }
        }
        answer["token_type"] = grant.info.key == nil ? "Bearer" : "DPoP"
        answer["expires_in"] = .number(JSONNumber(seconds))
        return Answer(.ok, .object(answer), contentType: "application/json")
    }

    /// The patient whom `patient/` scopes shall speak of: until there is a launch that chooses one, the client names them.
    private static func patient(_ form: [String: String]) throws(TokenError) -> PatientID? {
        guard let text = form["patient"] else { return nil }
        guard let patient = PatientID(text) else { throw .request }
        return patient
    }

    private func form(_ body: [UInt8], _ contentType: String?) throws -> [String: String] {
        guard (try? MediaTypes.requireForm(contentType)) != nil,
            let pairs = try? FormText.parameters(body, limits: limits)
        else { throw TokenError.request }
        var form: [String: String] = [:]
        for (name, value) in pairs {
            guard TokenEndpoint.known.contains(name), form.updateValue(value, forKey: name) == nil else {
                throw TokenError.request
            }
        }
        return form
    }

    private static func assertion(_ form: [String: String]) throws(TokenError) -> String {
        guard let grant = form["grant_type"] else { throw TokenError.request }
        guard grant == "client_credentials" else { throw TokenError.grant }
        guard form["client_assertion_type"] == TokenEndpoint.assertionType, let assertion = form["client_assertion"],
            assertion.utf8.count <= 4_096
        else { throw TokenError.client }
        return assertion
    }
}
