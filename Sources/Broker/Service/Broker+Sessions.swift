import BrokerAPI
import Crypto
import Foundation
import Identity
import Vocabulary

extension Broker {
    /// Introduces a gateway.
    public func hello(_ request: Hello) async throws -> Welcome {
        look { state, now in Welcome(time: now, simulated: state.isSimulated, live: state.isLive) }
    }

    /// Begins a session: the assertion's key must be the holder's, its audience this installation, its `jti` unused.
    ///
    /// A holder that the broker froze by itself gets a session again (this is its fresh factor) and with it the care floor; one
    /// frozen by a person gets none.
    public func signIn(_ request: SignIn) async throws -> SessionGrant {
        try await signIn(request, gateway: GatewayID(high: 0, low: 0))
    }

    /// Begins a session through a gateway.
    func signIn(_ request: SignIn, gateway: GatewayID) async throws -> SessionGrant {
        let (assertion, holder) = try verify(request)
        let info = try await enter { entering in
            let (id, state) = try entering.admit(assertion, of: holder)
            let session = SessionID.random()
            let sessionClass: SessionClass = state.role.isMembership ? .passkey : .client
            let seconds =
                state.role.isMembership ? configuration.memberSessionSeconds : configuration.clientSessionSeconds
            let end = entering.now.adding(seconds: seconds)
            let body = SessionEntry(
                session: session, holder: holder, sessionClass: sessionClass, gateway: gateway, end: end.milliseconds,
                active: true, jti: assertion.jti)
            try entering.enter(.session(body), in: id)
            return Broker.info(session, practice: id, holder: holder, state, sessionClass, end)
        }
        return SessionGrant(token: try token(of: info.session), info: info)
    }

    /// Says what a session is, if it lives.
    public func session(_ token: SessionToken) async throws -> SessionInfo {
        let id = try authenticate(token)
        return try look { state, now in
            let session = try Broker.session(id, state, now)
            guard let holder = state.practices[session.practice]?[session.holder] else { throw BrokerFailure(.session) }
            return Broker.info(
                id, practice: session.practice, holder: session.holder, holder, session.sessionClass, session.end)
        }
    }

    /// Ends a session.
    public func signOut(_ token: SessionToken) async throws -> Nothing {
        let id = try authenticate(token)
        return try await enter { entering in
            let session = try entering.session(id)
            entering.ended.append(id)
            let body = SessionEntry(
                session: id, holder: session.holder, sessionClass: session.sessionClass, gateway: session.gateway,
                end: entering.now.milliseconds, active: false)
            try entering.enter(.session(body), in: session.practice)
            return Nothing()
        }
    }

    /// Verifies an assertion against the active keys of whom it names. One failure for every reason.
    func verify(_ request: SignIn) throws -> (Assertion, Holder) {
        guard configuration.accepts(audience: request.audience),
            let unverified = try? UnverifiedAssertion(request.assertion)
        else { throw BrokerFailure(.signIn) }
        let claimed = unverified.claimedSubject
        let (found, now) = live.withLock { live -> ((holder: Holder, keys: Set<String>)?, Timestamp) in
            let today = today(max(time.now(), live.state.time), live)
            guard let holder = live.state.holder(claimed), let practice = live.state.directory[holder] else {
                return (nil, today)
            }
            return ((holder, live.state.practices[practice]?[holder]?.keys ?? []), today)
        }
        let keys = (found?.keys ?? [Broker.standIn]).sorted().prefix(Broker.maximumKeys).compactMap {
            try? PublicKey(text: $0)
        }
        for key in keys.isEmpty ? [PublicKey?.none] : keys.map(Optional.some) {
            let verified = try? unverified.verified(by: key, audience: [request.audience], now: now)
            if let verified, let holder = found?.holder { return (verified, holder) }
        }
        throw BrokerFailure(.signIn)
    }

    /// The key that is tried for somebody who does not exist, so that it takes as long.
    private static let standIn = Base64URL.text(P256.Signing.PrivateKey().publicKey.x963Representation)
    /// Most sign-in keys of one holder that are tried.
    static let maximumKeys = 8

    private static func info(
        _ session: SessionID, practice: PracticeID, holder: Holder, _ state: HolderState, _ sessionClass: SessionClass,
        _ end: Timestamp
    ) -> SessionInfo {
        SessionInfo(
            session: session, practice: practice, holder: holder, role: state.role, sessionClass: sessionClass,
            readable: state.depositOnly ? [] : Access.readable(state.role), writable: Access.writable(state.role),
            expires: end)
    }

    /// The live session of an id, or a failure.
    static func session(_ id: SessionID, _ state: BrokerState, _ now: Timestamp) throws -> SessionState {
        guard let session = state.sessions[id], session.end > now, let practice = state.practices[session.practice],
            practice.isOpen, let holder = practice[session.holder], holder.isActive(at: now)
        else { throw BrokerFailure(.session) }
        guard !state.isFrozen, !practice.isFrozen, !holder.isFrozen else { throw BrokerFailure(.frozen) }
        return session
    }
}

extension Broker {
    /// A session's token: its id and the broker's MAC of it. Nothing of it is stored.
    func token(of session: SessionID) throws -> SessionToken {
        let mac = tokenCode(session)
        guard let token = SessionToken(session.bytes + Array(mac)) else { throw BrokerFailure(.unavailable, "token") }
        return token
    }

    /// The session that a token stands for, if the broker made the token. Constant time in the MAC.
    func authenticate(_ token: SessionToken) throws -> SessionID {
        let bytes = unsafe token.secret.withUnsafeBytes { unsafe Array($0) }
        guard let id = SessionID(bytes: bytes.prefix(16)), tokenCode(id) == bytes.dropFirst(16) else {
            throw BrokerFailure(.session)
        }
        return id
    }

    /// A session's code, which compares in constant time.
    private func tokenCode(_ session: SessionID) -> HMAC<SHA256>.MAC {
        var code = tokenCodes
        code.update(data: Broker.tokenLabel + session.bytes)
        return code.finalize()
    }

    private static let tokenLabel = Array("colloque session v1".utf8)
}

extension BrokerState {
    /// The membership or client of an id's text.
    func holder(_ text: String) -> Holder? {
        if let id = MemberID(text), directory[.member(id)] != nil { return .member(id) }
        if let id = ClientID(text), directory[.client(id)] != nil { return .client(id) }
        return nil
    }
}

extension Entering {
    /// Takes a verified assertion once, for a holder that may sign in now.
    mutating func admit(_ assertion: Assertion, of holder: Holder) throws -> (PracticeID, HolderState) {
        guard let id = live.state.directory[holder], let practice = live.state.practices[id], practice.isOpen,
            let state = practice[holder], state.isActive(at: now)
        else { throw BrokerFailure(.signIn) }
        guard !live.state.isFrozen, !practice.isFrozen, !state.isFrozen else { throw BrokerFailure(.frozen) }
        if state.isCareOnly, case .client = holder { throw BrokerFailure(.frozen) }
        // In this order: an assertion that is shown again uses up nothing.
        guard (try? live.replay.admit(assertion, now: now)) != nil, live.signIns.admit(holder, now: now) else {
            throw BrokerFailure(.signIn)
        }
        return (id, state)
    }
}
