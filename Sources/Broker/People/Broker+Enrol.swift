import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// Adds a factor to a person: by an invitation, once, or in a session with a fresh factor.
    ///
    /// The factor is durable in the key database before the ledger says that it is active; what was never entered goes at the next start.
    public func enrol(_ request: Enrolment) async throws -> Enrolled {
        try await enrol(request, gateway: nil)
    }

    /// Adds a factor through a gateway.
    func enrol(_ request: Enrolment, gateway: GatewayID?) async throws -> Enrolled {
        let now = moment()
        guard configuration.accepts(audience: request.audience), nonces.isFresh(request.nonce, at: now) else {
            throw BrokerFailure(.signIn)
        }
        let right = try await right(request, gateway, now)
        let made = try await made(request, right.person)
        let isReset = right.invitation?.kind == .reset
        let codes = try isReset || factors(of: right.person, .recovery).isEmpty ? RecoveryCode.draw() : []
        let recovery = codes.map {
            Factor(id: FactorID(.recovery), person: right.person, tag: $0.tag(under: factorKey), text: "")
        }
        let new = made.factors + recovery
        let ended: [FactorID.Kind] =
            isReset ? [.passkey, .password, .totp, .recovery, .openID, .invitation] : made.replaces
        // As the ledger has them: a row that is hidden from the key database ends too.
        let replaced = look { state, _ in state.people[right.person]?.factors ?? [] }.compactMap { FactorID($0) }
            .filter { ended.contains($0.kind) }
        try claim(made.factors.compactMap(\.tag))
        defer { live.withLock { $0.claims.subtract(made.factors.compactMap(\.tag)) } }
        for factor in made.factors {
            // A login or credential of somebody else's; that there is one is not told.
            let known = try factor.tag.flatMap { try active(factor.id.kind, $0) }
            guard known == nil || replaced.contains(known?.id ?? factor.id) else { throw BrokerFailure(.signIn) }
        }
        try stored { try vault.addFactors(new) }
        try await enter { entering in try entering.enrol(new.map(\.id), replacing: replaced, right) }
        try? vault.removeFactors(replaced + (right.invitation.map { [$0] } ?? []))
        return Enrolled(recoveryCodes: codes.map { $0.exposedText() }, totp: made.totp)
    }

    /// Keeps others from enrolling by the same login or credential, or from approving the same act, at the same time.
    func claim(_ tags: [[UInt8]]) throws {
        try live.withLock { live in
            guard live.claims.isDisjoint(with: tags) else { throw BrokerFailure(.conflict, "at the same time") }
            live.claims.formUnion(tags)
        }
    }

    /// Most factors of one person, recovery codes included.
    static let maximumFactors = 64

    /// What gives somebody the right to enrol.
    struct EnrolmentRight: Sendable {
        let person: PersonID
        var invitation: FactorID?
        var fresh: (shown: Shown, session: SessionID)?
    }

    private func right(
        _ request: Enrolment, _ gateway: GatewayID?, _ now: Timestamp
    ) async throws -> EnrolmentRight {
        switch request.authority {
        case .invitation(let text, let session):
            try attempt(nil, request.origin)
            guard let tag = (try? RecoveryCode(typed: text))?.tag(under: factorKey),
                let invitation = try active(.invitation, tag) ?? active(.reset, tag),
                let until = Int64(invitation.text), now < Timestamp(milliseconds: until),
                invitation.id.kind == .invitation
                    || look({ $1 }).adding(days: Broker.resetDays) >= Timestamp(milliseconds: until),
                try isProven(session, invitation, gateway)
            else { throw BrokerFailure(.signIn) }
            forgive(nil, request.origin)
            return EnrolmentRight(person: invitation.person, invitation: invitation.id)
        case .session(let token, let proof, let fresh):
            let proven = try proven(token, proof, gateway: gateway)
            guard proven.allows(path: "/signin/enrol") else { throw BrokerFailure(.proof, "path") }
            let (_, person) = try person(of: proven)
            let shown = try await self.fresh(fresh, proven, person, for: "enrol:" + request.factor.digest)
            // Nobody climbs from the weaker class.
            guard shown.sessionClass == .passkey || !request.factor.isPasskey else { throw BrokerFailure(.signIn) }
            return EnrolmentRight(person: person, fresh: (shown, proven.session))
        }
    }

    /// Whether who is invited by a number shows that it is theirs: a code can be read by others, so with it goes a session that the OpenID provider's
    /// sign-in began.
    private func isProven(
        _ session: (token: SessionToken, proof: [UInt8])?, _ invitation: Factor, _ gateway: GatewayID?
    ) throws -> Bool {
        guard configuration.openID != nil, invitation.id.kind == .invitation,
            look({ state, _ in state.has(.openID, invitation.person) })
        else { return true }
        guard let session, let proven = try? proven(session.token, session.proof, gateway: gateway) else {
            return false
        }
        return try proven.proof?.path == "/signin/enrol" && person(of: proven).1 == invitation.person
    }

    /// The factors that somebody brings, and what they replace.
    private func made(
        _ request: Enrolment, _ person: PersonID
    ) async throws -> (factors: [Factor], replaces: [FactorID.Kind], totp: String?) {
        switch request.factor {
        case .passkey(let clientData, let attestation):
            guard let key = try? PublicKey(text: request.key), let party = party(of: request.audience),
                let challenge = try? SignInChallenge(.enrolment, nonce: request.nonce, key: key),
                let registration = try? PasskeyRegistration(clientData: clientData, attestationObject: attestation),
                let passkey = try? registration.verified(for: challenge, by: party)
            else { throw BrokerFailure(.signIn) }
            return ([Factor(passkey, of: person, tag: tag(.passkey, passkey.id))], [], nil)
        case .password(let login, let text):
            guard (3...128).contains(login.utf8.count), let password = try? Password(new: text),
                !Broker.isGuessable(text, login)
            else { throw BrokerFailure(.invalid, "password") }
            let hash = try await hashing.run { try PasswordHash(of: password).text }
            let (secret, totp) = try Broker.oneTimeCodes(of: person)
            let factors = [
                Factor(id: FactorID(.password), person: person, tag: tag(.password, Array(login.utf8)), text: hash),
                secret,
            ]
            return (factors, [.password, .totp], totp.exposedURI(issuer: "Colloque", account: login))
        }
    }

    /// A new secret for somebody's one-time codes.
    static func oneTimeCodes(of person: PersonID) throws -> (factor: Factor, totp: TOTP) {
        let secret = SecretBytes.random(count: 20)
        guard let totp = try? TOTP(secret: secret) else { throw BrokerFailure(.unavailable, "random") }
        let hexadecimal = unsafe secret.withUnsafeBytes { unsafe Array($0) }.hexadecimal
        return (Factor(id: FactorID(.totp), person: person, tag: nil, text: hexadecimal), totp)
    }

    /// Whether a password is one of the first that anybody tries: few different characters, or the login in it.
    private static func isGuessable(_ password: String, _ login: String) -> Bool {
        Set(password).count < 6 || password.lowercased().contains(login.lowercased())
    }
}

extension Enrolment.Factor {
    fileprivate var isPasskey: Bool { if case .passkey = self { true } else { false } }

    /// What a fresh factor approves when it adds this one: the SHA-256 of what the person sees, in base64url.
    fileprivate var digest: String {
        switch self {
        case .passkey(let clientData, let attestation): Base64URL.text(SHA256.hash(data: clientData + attestation))
        case .password(let login, let password):
            Base64URL.text(SHA256.hash(data: Array((login + "\0" + password).utf8)))
        }
    }
}

extension Entering {
    /// Enters new factors as active, and those that they replace and the invitation as used up: all or none. Of two who redeem an invitation at
    /// the same time one finds it used.
    mutating func enrol(_ new: [FactorID], replacing old: [FactorID], _ right: Broker.EnrolmentRight) throws {
        if let invitation = right.invitation {
            guard state.people[right.person]?.factors.contains(invitation.text) == true else {
                throw BrokerFailure(.signIn)
            }
        }
        if let fresh = right.fresh { try use(fresh.shown, of: try session(fresh.session).holder) }
        guard state.people[right.person]?.factors.count ?? 0 < Broker.maximumFactors else {
            throw BrokerFailure(.conflict, "factors")
        }
        let ended = (old + [right.invitation].compactMap(\.self)).filter {
            state.people[right.person]?.factors.contains($0.text) == true
        }
        let events = ended.map { ($0, false) } + new.map { ($0, true) }
        if right.invitation?.kind == .reset { try endKeys(of: right.person) }
        try enter(
            events.map { .key(KeyEntry(owner: .person(right.person), key: $0.text, active: $1)) }, in: nil)
    }
}
