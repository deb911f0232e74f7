import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// Verifies what somebody shows, outside the lock, for a session or, freshly, for an act in one. Whatever is wrong, whoever it
    /// is, the failure is the same.
    func shown(_ request: SignIn, for act: String? = nil) async throws -> Shown {
        guard configuration.accepts(audience: request.audience) else { throw BrokerFailure(.signIn) }
        let key = request.key.flatMap { try? PublicKey(text: $0) }
        if case .assertion(let text) = request.evidence {
            guard (request.key == nil) == (key == nil) else { throw BrokerFailure(.signIn) }
            return try shown(assertion: text, request.audience, key)
        }
        guard let key, let nonce = request.evidence.nonce else { throw BrokerFailure(.signIn) }
        let now = moment()
        guard nonces.isFresh(nonce, at: now) else { throw BrokerFailure(.signIn) }
        switch request.evidence {
        case .passkey(_, let answer): return try shown(answer, nonce, key, request, act, now)
        case .password(_, let answer): return try await shown(answer, key, request, now)
        case .recovery(_, let answer): return try await shown(recovery: answer, nonce, key, request, now)
        case .openID(_, let code) where act == nil: return try await shown(code: code, nonce, key, request, now)
        case .openID, .assertion: throw BrokerFailure(.signIn)
        }
    }

    /// The moment by which signatures and codes are judged.
    func moment() -> Timestamp { live.withLock { today(max(time.now(), $0.state.time), $0) } }

    private func shown(
        _ answer: PasskeyAnswer, _ nonce: [UInt8], _ key: PublicKey, _ request: SignIn, _ act: String?,
        _ now: Timestamp
    ) throws -> Shown {
        guard let party = party(of: request.audience),
            let challenge = try? SignInChallenge(
                act == nil ? .signIn : .fresh, nonce: nonce, key: key, act: act ?? ""),
            let assertion = try? PasskeyAssertion(
                credential: answer.credential, clientData: answer.clientData,
                authenticatorData: answer.authenticatorData, signature: answer.signature)
        else { throw BrokerFailure(.signIn) }
        let factor = try active(.passkey, tag(.passkey, answer.credential))
        let state: Passkey.State
        do { state = try assertion.verified(by: factor?.passkey, for: challenge, to: party) } catch {
            configuration.refused("passkey: \(error)")
            throw BrokerFailure(.signIn)
        }
        guard let factor else { throw BrokerFailure(.signIn) }
        // In the same step as the counter is compared: a clone that signs at the same moment is one of two, and one is refused.
        if state.counter > 0, try !vault.advance(factor.id, to: state.counter) { throw BrokerFailure(.signIn) }
        return Shown(
            who: .person(factor.person), sessionClass: .passkey, jti: "n:" + Base64URL.text(nonce[8..<24]),
            expires: now.adding(seconds: Nonces.length), key: key, factor: factor.id)
    }

    private func shown(
        _ answer: PasswordAnswer, _ key: PublicKey, _ request: SignIn, _ now: Timestamp
    ) async throws -> Shown {
        let login = tag(.password, Array(answer.login.utf8))
        try attempt(login, request.origin)
        let password = try active(.password, login)
        let isRight = try await matches(password, answer.password, login, request.origin)
        let totp = try password.flatMap { try factors(of: $0.person, .totp).first }
        guard isRight, let password, let totp, let code = totp.totp,
            live.withLock({ $0.failures.mayTry(code: password.person, now: now) }),
            let period = try? code.verify(answer.code, now: now, after: nil)
        else { throw BrokerFailure(.signIn) }
        live.withLock { $0.failures.forgive(code: password.person) }
        forgive(login, request.origin)
        return Shown(
            who: .person(password.person), sessionClass: .password, jti: "\(totp.id.text):\(period)",
            expires: now.adding(seconds: Nonces.length), key: key, factor: password.id)
    }

    /// A recovery code and, where the person has one, the password. Who has none types no login.
    private func shown(
        recovery answer: PasswordAnswer, _ nonce: [UInt8], _ key: PublicKey, _ request: SignIn, _ now: Timestamp
    ) async throws -> Shown {
        let login = answer.login.isEmpty ? nil : tag(.password, Array(answer.login.utf8))
        try attempt(login, request.origin)
        let recovery = try (try? RecoveryCode(typed: answer.code)).flatMap {
            try active(.recovery, $0.tag(under: factorKey))
        }
        let password = try recovery.flatMap { try factors(of: $0.person, .password).first }
        let isRight = try await matches(password, answer.password, login, request.origin)
        guard let recovery,
            isRight && password?.tag == login || look({ state, _ in !state.has(.password, recovery.person) })
        else { throw BrokerFailure(.signIn) }
        forgive(login, request.origin)
        return Shown(
            who: .person(recovery.person), sessionClass: .password, jti: "n:" + Base64URL.text(nonce[8..<24]),
            expires: now.adding(seconds: Nonces.length), key: key, factor: recovery.id, isSpent: true)
    }

    /// Whether a password is the factor's; for nobody's factor it takes as long and is not.
    private func matches(_ factor: Factor?, _ text: String, _ login: [UInt8]?, _ origin: UInt64) async throws -> Bool {
        let hash = factor.flatMap { try? PasswordHash(text: $0.text) }
        do {
            let isMatch = try await hashing.run {
                guard let typed = try? Password(typed: text) else { return false }
                return try (hash ?? .decoy).matches(typed)
            }
            return isMatch && hash != nil
        } catch {
            forgive(login, origin)
            throw error
        }
    }
}

extension Broker {
    /// Counts an attempt, which ``forgive(_:_:)`` takes back when it was right. Throws when there were too many.
    func attempt(_ login: [UInt8]?, _ origin: UInt64) throws {
        try live.withLock { live in
            let now = max(time.now(), live.state.time)
            guard live.failures.mayTry(login: login, origin: origin, now: now) else { throw BrokerFailure(.signIn) }
        }
    }

    func forgive(_ login: [UInt8]?, _ origin: UInt64) {
        live.withLock { $0.failures.forgive(login: login, origin: origin) }
    }

    /// For whom passkeys are made: the host of a token endpoint's URL, its own origin and those of pages that belong to it.
    func party(of audience: String) -> RelyingParty? {
        guard audience.hasPrefix("https://") else { return nil }
        let authority = audience.dropFirst(8).prefix { $0 != "/" }
        let host = String(authority.prefix { $0 != ":" })
        let pages = configuration.webOrigins.filter { (try? RelyingParty(id: host, origins: [$0])) != nil }
        return try? RelyingParty(id: host, origins: pages.union(["https://\(authority)"]))
    }

    /// What a factor is found by: a keyed hash of the credential's id or of the login.
    func tag(_ kind: FactorID.Kind, _ bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(kind.rawValue.utf8) + [0] + bytes, using: factorKey))
    }

    /// The factor of a tag, if the ledger says that it is active.
    func active(_ kind: FactorID.Kind, _ tag: [UInt8]) throws -> Factor? {
        let found = try stored { try vault.factors(kind, tag: tag) }
        return look { state, _ in
            found.first { state.people[$0.person]?.factors.contains($0.id.text) == true }
        }
    }

    /// A person's active factors of a kind.
    func factors(of person: PersonID, _ kind: FactorID.Kind) throws -> [Factor] {
        let active = look { state, _ in state.people[person]?.factors ?? [] }
        return try stored { try vault.factors(of: person) }.filter { $0.id.kind == kind && active.contains($0.id.text) }
    }

    /// What the key database says, or `unavailable`.
    func stored<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch { throw BrokerFailure(.unavailable, "key database") }
    }
}
