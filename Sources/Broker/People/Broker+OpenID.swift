import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// Begins a sign-in at the OpenID provider. Nothing of it is kept: the verifier follows from the nonce and the client's key.
    public func openID(_ request: OpenIDBeginning) async throws -> OpenIDBegun {
        guard let key = try? PublicKey(text: request.key) else { throw BrokerFailure(.invalid, "key") }
        let nonce = nonces.draw(at: moment())
        let begun = try openIDRequest(nonce, key)
        return OpenIDBegun(nonce: nonce, url: begun.url, state: begun.state)
    }

    /// Who came back from the provider: the person who was entered with the RPPS number. It is the weaker class, as whoever begins a
    /// sign-in can have somebody else approve it.
    func shown(code: String, _ nonce: [UInt8], _ key: PublicKey, _ request: SignIn, _ now: Timestamp) async throws
        -> Shown
    {
        try attempt(nil, request.origin)
        let begun = try openIDRequest(nonce, key)
        let identity: OpenIDIdentity
        do {
            guard let client = configuration.openID?.client else { throw BrokerFailure(.signIn) }
            identity = try await client.identity(code: code, for: begun) { [self] in moment() }
        } catch {
            configuration.refused("openid: \(error)")
            throw BrokerFailure(.signIn)
        }
        guard let factor = try active(.openID, tag(.openID, Array(identity.rpps.utf8))) else {
            configuration.refused("openid: unknown person")
            throw BrokerFailure(.signIn)
        }
        forgive(nil, request.origin)
        return Shown(
            who: .person(factor.person), sessionClass: .password, jti: "n:" + Base64URL.text(nonce[8..<24]),
            expires: now.adding(seconds: Nonces.length), key: key, factor: factor.id)
    }

    private func openIDRequest(_ nonce: [UInt8], _ key: PublicKey) throws -> OpenIDRequest {
        guard let provider = configuration.openID?.provider else { throw BrokerFailure(.notFound, "openid") }
        guard let verifier = BearerToken(text: Base64URL.text(nonces.verifier(of: nonce, key.thumbprint))),
            let request = try? OpenIDRequest(to: provider, nonce: nonce, key: key, verifier: verifier)
        else { throw BrokerFailure(.signIn) }
        return request
    }
}
