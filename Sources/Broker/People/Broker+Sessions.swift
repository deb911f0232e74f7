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

    /// Draws a nonce to sign in with, and says those that request proofs may bear.
    public func challenge(_ request: Nothing) async throws -> Challenge {
        let now = moment()
        return Challenge(nonce: nonces.draw(at: now), proofNonces: nonces.ofProofs(at: now), time: now)
    }

    /// Begins a session for who shows a factor, bound to the client's key.
    ///
    /// A holder that the broker froze by itself gets a session again (this is its fresh factor) and with it the care floor; one
    /// frozen by a person gets none.
    public func signIn(_ request: SignIn) async throws -> SessionGrant {
        try await signIn(request, gateway: GatewayID(high: 0, low: 0))
    }

    /// Begins a session through a gateway.
    func signIn(_ request: SignIn, gateway: GatewayID) async throws -> SessionGrant {
        let shown = try await shown(request)
        let info = try await enter { entering in
            let holder = try entering.holder(of: shown, request.membership)
            try entering.use(shown, of: holder)
            // Also of who is frozen: or a freeze would keep them from it. A key file is what may have been stolen.
            if case .person(let person) = shown.who { try entering.cancel(.reset, of: person) }
            let (practice, state) = try entering.mayBegin(holder)
            let sessionClass = entering.sessionClass(of: shown, state.role)
            let seconds =
                state.role.isMembership ? configuration.memberSessionSeconds : configuration.clientSessionSeconds
            let session = SessionState(
                practice: practice, holder: holder, sessionClass: sessionClass, gateway: gateway,
                end: min(entering.now.adding(seconds: seconds), state.end ?? Timestamp(milliseconds: .max)),
                key: shown.key?.thumbprint)
            return try entering.begin(session, state, jti: shown.jti)
        }
        if shown.isSpent, let spent = shown.factor { try? vault.removeFactors([spent]) }
        return try grant(info)
    }

    /// What the holder of a new session gets.
    func grant(_ info: SessionInfo) throws -> SessionGrant {
        let memberships = look { state, now in
            state.person(of: info.holder).map { state.memberships(of: $0, at: now) } ?? []
        }
        return SessionGrant(
            token: try token(of: info.session), info: info, memberships: Array(memberships.prefix(1_024)))
    }

    /// Says what a session is, if it lives.
    public func session(_ token: SessionToken) async throws -> SessionInfo {
        let id = try authenticate(token)
        return try look { state, now in
            let session = try Broker.session(id, state, now)
            guard let holder = state.practices[session.practice]?[session.holder] else { throw BrokerFailure(.session) }
            return SessionInfo(id, session, holder, at: now)
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
    func shown(assertion text: String, _ audience: String, _ key: PublicKey?) throws -> Shown {
        guard let unverified = try? UnverifiedAssertion(text) else { throw BrokerFailure(.signIn) }
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
        for signer in keys.isEmpty ? [PublicKey?.none] : keys.map(Optional.some) {
            guard let verified = try? unverified.verified(by: signer, audience: [audience], now: now),
                let holder = found?.holder
            else { continue }
            // The signature covers the key, or whoever carries the assertion could bind the session to another.
            guard verified.key == key?.thumbprint else { throw BrokerFailure(.signIn) }
            return Shown(
                who: .holder(holder), sessionClass: .passkey, jti: verified.jti, expires: verified.expires, key: key)
        }
        throw BrokerFailure(.signIn)
    }

    /// The key that is tried for somebody who does not exist, so that it takes as long.
    private static let standIn = PublicKey.nobody.text
    /// Most sign-in keys of one holder that are tried.
    static let maximumKeys = 8

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

extension SessionInfo {
    init(_ id: SessionID, _ session: SessionState, _ holder: HolderState, at now: Timestamp) {
        self.init(
            session: id, practice: session.practice, holder: session.holder, role: holder.role,
            sessionClass: session.sessionClass, readable: holder.readable(at: now),
            writable: Access.writable(holder.role), expires: session.end, key: session.key)
    }
}

extension Entering {
    /// The holder that somebody acts as: of a person's memberships the one that is named, or the first that is active.
    func holder(of shown: Shown, _ membership: MemberID?) throws -> Holder {
        switch shown.who {
        case .holder(let holder):
            guard membership == nil || holder == membership.map(Holder.member) else { throw BrokerFailure(.signIn) }
            return holder
        case .person(let person):
            let members = (state.people[person]?.members ?? []).sorted()
            let found = members.first { member in
                membership.map { $0 == member } ?? ((try? mayBegin(.member(member))) != nil)
            }
            guard let member = found ?? members.first(where: { _ in membership == nil }) else {
                throw BrokerFailure(.signIn)
            }
            return .member(member)
        }
    }

    /// Throws unless a holder may have a session now.
    func mayBegin(_ holder: Holder) throws -> (PracticeID, HolderState) {
        guard let id = state.directory[holder], let practice = state.practices[id], practice.isOpen,
            let held = practice[holder], held.isActive(at: now),
            held.role != .support || held.grant(at: now) != nil
        else { throw BrokerFailure(.signIn) }
        guard !state.isFrozen, !practice.isFrozen, !held.isFrozen else { throw BrokerFailure(.frozen) }
        if held.isCareOnly, case .client = holder { throw BrokerFailure(.frozen) }
        return (id, held)
    }

    /// Counts what was shown as used; throws when it was before. In this order: what is shown again uses up nothing.
    mutating func use(_ shown: Shown, of holder: Holder) throws {
        let use = ReplayWindow.Use(
            subject: state.subject(of: holder, shown.jti), jti: shown.jti, expires: shown.expires)
        guard (try? live.replay.admit(use, now)) != nil, live.signIns.admit(holder, now: now) else {
            throw BrokerFailure(.signIn)
        }
        guard let factor = shown.factor, case .person(let person) = shown.who else { return }
        guard state.people[person]?.factors.contains(factor.text) == true else { throw BrokerFailure(.signIn) }
        guard shown.isSpent else { return }
        try enter(.key(KeyEntry(owner: .person(person), key: factor.text, active: false)))
    }

    /// How strong a session is. A key file stands in for a passkey in simulated installations only; elsewhere it is the weaker class. What is
    /// bound to no key is a bearer's.
    func sessionClass(of shown: Shown, _ role: Role) -> SessionClass {
        guard shown.key != nil else { return .bearer }
        guard case .holder = shown.who else { return shown.sessionClass }
        guard role.isMembership else { return .client }
        return state.isSimulated ? .passkey : .password
    }

    /// Enters a session.
    mutating func begin(_ session: SessionState, _ holder: HolderState, jti: String?) throws -> SessionInfo {
        let id = SessionID.random()
        var session = session
        if holder.role == .support, let grant = holder.grant { session.end = min(session.end, grant.end) }
        let body = SessionEntry(
            session: id, holder: session.holder, sessionClass: session.sessionClass, gateway: session.gateway,
            end: session.end.milliseconds, active: true, jti: jti, key: session.key)
        try enter(.session(body), in: session.practice)
        live.use(id, at: now)
        return SessionInfo(id, session, holder, at: now)
    }
}
