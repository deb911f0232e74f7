import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// The session of a token, and what its request proof names. Every call that opens, finds, writes or changes something comes
    /// through here; the signature is verified outside the lock and once a request.
    ///
    /// Method and URL of the request are the gateway's word: the broker holds it to the session, path, patients and terms that are signed.
    func proven(_ token: SessionToken, _ proof: [UInt8], gateway: GatewayID?) throws -> Proven {
        let id = try authenticate(token)
        let (key, now) = try live.withLock { live in
            let now = max(time.now(), live.state.time)
            let session = try Broker.session(id, live.state, now)
            guard live.rests(id, lessThan: configuration.idleSeconds[session.sessionClass], at: now) else {
                throw BrokerFailure(.session)
            }
            if session.key == nil { live.use(id, at: now) }
            return (session.key, today(now, live))
        }
        guard let key else { return Proven(session: id, proof: nil) }
        guard let text = String(validating: proof, as: UTF8.self), let unverified = try? UnverifiedRequestProof(text)
        else { throw BrokerFailure(.proof, "malformed") }
        let gateway = gateway ?? GatewayID(high: 0, low: 0)
        let digest = Array(SHA256.hash(data: proof))
        let name = ProofBook.Name(thumbprint: key, jti: unverified.claimedID)
        if let page = live.withLock({ $0.proofs.page(name) }) {
            guard page.digest == digest, page.session == id, page.gateway == gateway, now < page.expires else {
                throw BrokerFailure(.proof, "replayed")
            }
            return Proven(session: id, proof: (name, page.path, page.named, page.matched))
        }
        let verified: RequestProof
        do {
            verified = try unverified.verified(
                by: key, tokenHash: RequestProof.hash(ofToken: token.text.utf8),
                nonces: Set(nonces.ofProofs(at: now)), now: now)
        } catch { throw BrokerFailure(.proof, "\(error)") }
        let page = ProofBook.Page(
            digest: digest, session: id, gateway: gateway, expires: verified.expires, path: verified.path,
            named: verified.named)
        let admitted = live.withLock { live in
            live.use(id, at: max(time.now(), live.state.time))
            return live.proofs.admit(page, name, bytes: proof.count, now: now)
        }
        guard admitted.isNew else { throw BrokerFailure(.proof, "replayed") }
        return Proven(session: id, proof: (name, verified.path, verified.named, []))
    }
}
