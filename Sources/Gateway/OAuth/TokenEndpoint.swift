import BrokerAPI
import HTTPTypes
import JSONTree
import Vocabulary

/// `POST /oauth/token`: client credentials (RFC 6749 §4.4) with a signed assertion (RFC 7523 §2.2).
///
/// Whatever is wrong with an assertion, its signature, its key, its time or its use, the answer is the same; only who
/// signed in rightly is told of a freeze.
struct TokenEndpoint: Sendable {
    private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    private static let known: Set<String> = [
        "grant_type", "client_assertion_type", "client_assertion", "client_id", "scope",
    ]

    let broker: any KeyBroker
    let listening: Listening
    let clock: any WallClock
    let limits: GatewayLimits

    /// The URL that an assertion names as its audience.
    var url: String { listening.url + "/oauth/token" }

    /// Answers a token (RFC 6749 §5.1) or an error (§5.2).
    func answer(_ body: [UInt8], contentType: String?) async -> Answer {
        do {
            let assertion = try assertion(body, contentType)
            return granted(try await broker.signIn(SignIn(assertion: assertion, audience: url)))
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

    private func granted(_ grant: SessionGrant) -> Answer {
        let seconds = max(0, grant.info.expires.seconds - clock.now().seconds)
        return Answer(
            .ok,
            [
                "access_token": .string(SessionText.exposed(grant.token)), "token_type": "Bearer",
                "expires_in": .number(JSONNumber(seconds)), "scope": .string(Scopes.of(grant.info)),
            ], contentType: "application/json")
    }

    private func assertion(_ body: [UInt8], _ contentType: String?) throws -> String {
        guard (try? MediaTypes.requireForm(contentType)) != nil,
            let pairs = try? FormText.parameters(body, limits: limits)
        else { throw TokenError.request }
        var form: [String: String] = [:]
        for (name, value) in pairs {
            guard TokenEndpoint.known.contains(name), form.updateValue(value, forKey: name) == nil else {
                throw TokenError.request
            }
        }
        guard let grant = form["grant_type"] else { throw TokenError.request }
        guard grant == "client_credentials" else { throw TokenError.grant }
        guard form["client_assertion_type"] == TokenEndpoint.assertionType, let assertion = form["client_assertion"],
            assertion.utf8.count <= 4_096
        else { throw TokenError.client }
        return assertion
    }
}
