import Vocabulary

/// Asks a provider over the network; whoever implements it bounds time and size of the answers.
public protocol OpenIDClient: Sendable {
    /// Trades a code for the texts of an ID token and of an access token (OpenID Connect Core 1.0 §3.1.3). Neither is believed,
    /// and the access token is good for nothing but `at_hash`.
    func exchange(code: String, for request: OpenIDRequest) async throws -> (idToken: String, accessToken: String)

    /// The provider's keys; with `isRefreshed`, newer ones than before if there may be any.
    func keySet(isRefreshed: Bool) async throws -> OpenIDKeySet
}

extension OpenIDClient {
    /// Finishes a sign-in: who came back with this code. It asks for keys once more if the token names one that is unknown.
    ///
    /// - Parameters:
    ///   - code: As the browser brought it.
    ///   - request: The one with the `state` that came with it, taken out of where it was kept before this is called.
    ///   - now: The verifier's clock, asked after the provider has answered.
    /// - Throws: ``IdentityError``, or what the implementation throws.
    public func identity(
        code: String, for request: OpenIDRequest, now: @Sendable () -> Timestamp
    ) async throws -> OpenIDIdentity {
        let (text, accessToken) = try await exchange(code: code, for: request)
        let token = try UnverifiedIDToken(text)
        for isRefreshed in [false, true] {
            let keys = try await keySet(isRefreshed: isRefreshed)
            do { return try token.verified(for: request, accessToken: accessToken, by: keys, now: now()) } catch {
                guard error == .unknownKey else { throw error }
            }
        }
        throw IdentityError.unknownKey
    }
}
