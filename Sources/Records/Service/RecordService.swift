import BrokerAPI
import SealedParts
import Store
import Synchronization
import Vocabulary

/// What all sessions of a gateway share: broker, store, the keys that were released, the access log.
///
/// There is no cache of plaintext.
public final class RecordService: Sendable {
    let broker: any KeyBroker
    let store: any RecordStore
    let clock: any WallClock
    let accessLog: AccessLog
    let limits: RecordLimits
    let cache: SessionCache
    let pages: TokenBox
    let proofs: ProofGate
    let unsettled = Mutex<[DepositID: Unsettled]>([:])
    let claims = ImportClaims()
    let conditions = ConditionClaims()
    /// Documents that arrived in vain and are still to be removed.
    let abandoned = Mutex<[DocumentID: PracticeID]>([:])

    /// Composes a service.
    ///
    /// - Parameters:
    ///   - clock: Also stamps what is written.
    ///   - pagingKey: 32 bytes, the same in every gateway of an installation where a page may be asked of another.
    /// - Throws: `damaged` for a paging key of another length.
    public init(
        broker: any KeyBroker, store: any RecordStore, clock: any WallClock, accessLog: AccessLog,
        pagingKey: SecretBytes = .random(count: 32), limits: RecordLimits = RecordLimits()
    ) throws(RecordError) {
        self.broker = broker
        self.store = store
        self.clock = clock
        self.accessLog = accessLog
        self.limits = limits
        cache = SessionCache(limits: limits)
        proofs = ProofGate(broker: broker, clock: clock)
        pages = try RecordError.mapping { try TokenBox(key: pagingKey) }
    }

    /// The session that a token stands for: asked of the broker once, then known until it expires or is revoked.
    public func session(_ token: SessionToken) async throws(RecordError) -> RecordSession {
        if let info = cache.session(token, now: clock.now()) {
            return RecordSession(service: self, token: token, info: info)
        }
        let generation = cache.generation
        let info = try await RecordError.mapping { try await broker.session(token) }
        cache.keep(token, info, since: generation)
        return RecordSession(service: self, token: token, info: info)
    }

    /// The session for one request: what is bound to a key needs a proof, and sees what that names.
    public func session(_ session: RecordSession, shown: ShownRequest) async throws(RecordError) -> RecordSession {
        guard let key = session.info.key else { return session }
        let proof = try await proofs.verified(shown, by: key)
        var session = session
        // What a search finds shows its identity.
        let found: Tiers = proof.named.terms.isEmpty ? [] : .identity
        session.info = session.info.reading(only: proof.named.tiers.union(found))
        session.proof = (Array((shown.proof ?? "").utf8), proof.named)
        return session
    }

    /// The nonce that the next request proof should bear.
    public var proofNonce: String? { proofs.nonce }

    /// Drops sessions that ended, and their keys.
    public func revoke(_ revocation: Revocation) { cache.drop(revocation.sessions) }

    /// Drops every session and key: revocations may have been missed.
    public func dropAll() { cache.dropAll() }

    /// Does what time asks for: drops old keys, settles unfinished deposits, writes out the access log. Every few
    /// seconds.
    public func tend() async {
        cache.sweep(now: clock.now())
        try? await proofs.refresh()
        await settle()
        await dropAbandoned()
        accessLog.flush()
    }

    /// Removes a document later, from a task that nobody cancels.
    func abandon(_ document: DocumentID, in practice: PracticeID) {
        abandoned.withLock { $0[document] = practice }
    }

    private func dropAbandoned() async {
        for (document, practice) in abandoned.withLock({ $0 }) {
            guard (try? await store.dropDocument(document, in: practice)) != nil else { continue }
            abandoned.withLock { $0[document] = nil }
        }
    }

    /// Enters the heads of the access logs that grew into the ledger. Hourly, and before the end.
    public func enterAccessHeads() async {
        for head in accessLog.heads() {
            guard (try? await broker.accessHead(head)) != nil else { continue }
            accessLog.entered(head)
        }
    }

    /// Writes out the access log and drops every key.
    public func close() async {
        await enterAccessHeads()
        accessLog.flush()
        cache.dropAll()
    }
}
