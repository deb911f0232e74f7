import Foundation
import Identity
import Synchronization
import Vocabulary

/// Asks a provider over HTTPS. Its keys are kept for an hour, and asked for once more, at most once a minute, when an ID token
/// names one that is not among them. When the provider is down or slow, whoever wants to sign in is refused and nobody waits.
final class OpenIDOverHTTP: OpenIDClient {
    private let settings: OpenIDSettings
    private let kept = Mutex<(keys: OpenIDKeySet, since: ContinuousClock.Instant)?>(nil)

    init(_ settings: OpenIDSettings) { self.settings = settings }

    /// What is read of the answer for a code. Of two members of one name one counts: what matters is signed.
    private struct Answer: Decodable {
        let id_token: String
        let access_token: String
        let token_type: String
    }

    func exchange(code: String, for request: OpenIDRequest) async throws -> (idToken: String, accessToken: String) {
        guard (1...2048).contains(code.utf8.count) else { throw OpenIDFailure.code }
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.provider.redirectURI),
            ("code_verifier", request.verifier.exposedText()),
        ]
        let body = try await OpenIDFetch(
            address: settings.tokenEndpoint, form: OpenIDRequest.form(form), authorization: authorization
        ).run()
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)),
            answer.token_type.lowercased() == "bearer"
        else { throw OpenIDFailure.answer }
        return (answer.id_token, answer.access_token)
    }

    func keySet(isRefreshed: Bool) async throws -> OpenIDKeySet {
        let now = ContinuousClock.now
        let limit: Duration = isRefreshed ? .seconds(60) : .seconds(3600)
        if let kept = kept.withLock({ $0 }), now - kept.since < limit { return kept.keys }
        let keys = try OpenIDKeySet(try await OpenIDFetch(address: settings.keysAddress).run())
        kept.withLock { $0 = (keys, now) }
        return keys
    }

    /// The field `Authorization` of `client_secret_basic` (RFC 6749 §2.3.1).
    private var authorization: String {
        let secret = unsafe settings.secret.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        let pair = PercentEncoding.encoded(settings.provider.clientID) + ":" + PercentEncoding.encoded(secret)
        return "Basic " + Data(pair.utf8).base64EncodedString()
    }
}
