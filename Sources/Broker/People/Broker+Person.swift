import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// Carries out what the person behind a session asks about themself.
    public func person(_ request: PersonRequest) async throws -> PersonAnswer {
        try await person(request, gateway: nil)
    }

    /// The same through a gateway.
    func person(_ request: PersonRequest, gateway: GatewayID?) async throws -> PersonAnswer {
        let proven = try proven(request.token, request.proof, gateway: gateway)
        let (holder, person) = try person(of: proven)
        guard request.action.path.map(proven.allows(path:)) ?? true else { throw BrokerFailure(.proof, "path") }
        switch request.action {
        case .turn where proven.proof == nil, .administer where proven.proof == nil:
            throw BrokerFailure(.forbidden, "bearer")
        case .turn(let member): return PersonAnswer(grant: try await turn(proven.session, to: member, person))
        case .show:
            return look { state, now in
                PersonAnswer(
                    memberships: state.memberships(of: person, at: now),
                    factors: (state.people[person]?.factors ?? []).sorted())
            }
        case .signOut:
            try await enter { entering in try entering.signOut(person) }
            return PersonAnswer()
        case .remove(let text, let fresh):
            let shown = try await self.fresh(fresh, proven, person, for: "remove:\(text)")
            try await enter { entering in
                try entering.remove(text, of: person, shown, try entering.session(proven.session).holder)
            }
            if let id = FactorID(text) { try? vault.removeFactors([id]) }
            return PersonAnswer()
        case .administer(let content, nil):
            guard case .notices(let practice, let since) = try AdminRequest(text: content),
                look({ state, now in state.administers(holder, practice, at: now) })
            else { throw BrokerFailure(.forbidden, "notices") }
            let now = moment()
            guard live.withLock({ $0.waitForHistory(holder, at: now) }) == nil else {
                throw BrokerFailure(.forbidden, "notices")
            }
            return try await desk.place(holder, of: practice) {
                PersonAnswer(reply: try await notices(practice, since: since, to: holder))
            }
        case .administer(let content, let fresh?):
            guard let act = try AdminRequest(text: content).act else { throw BrokerFailure(.invalid, "act") }
            let digest = Base64URL.text(SHA256.hash(data: Array(content.utf8)))
            let shown = try await self.fresh(fresh, proven, person, for: "\(act.word):\(digest)")
            return PersonAnswer(reply: try await ask(content, signed(shown, holder)))
        }
    }

    /// The membership and the person behind a session; a client has none.
    func person(of proven: Proven) throws -> (Holder, PersonID) {
        try look { state, now in
            let session = try Broker.session(proven.session, state, now)
            guard let person = state.person(of: session.holder) else { throw BrokerFailure(.forbidden, "person") }
            return (session.holder, person)
        }
    }

    /// A fresh factor of the person of a session, shown with the session's own key for this act alone. (A password cannot say what
    /// it is for: a gateway may use it for another act, once.)
    func fresh(
        _ request: SignIn, _ proven: Proven, _ person: PersonID, for act: String
    ) async throws -> Shown {
        let shown = try await shown(request, for: act)
        let isSame = try look { state, now in
            let session = try Broker.session(proven.session, state, now)
            switch shown.who {
            case .person(let id): return id == person && shown.key?.thumbprint == session.key
            case .holder(let holder): return holder == session.holder
            }
        }
        guard isSame, act.hasPrefix("emergency:") || isStrong(shown, person) else { throw BrokerFailure(.signIn) }
        return shown
    }

    /// Whether what was shown may change factors: a passkey; of who has none, what there is. Otherwise a password and two codes that somebody
    /// saw, or a lost sheet of recovery codes, would be the account for good.
    private func isStrong(_ shown: Shown, _ person: PersonID) -> Bool {
        guard case .person = shown.who else { return false }
        return shown.sessionClass == .passkey || look { state, _ in !state.has(.passkey, person) }
    }

    private func turn(_ id: SessionID, to member: MemberID, _ person: PersonID) async throws -> SessionGrant {
        let info = try await enter { entering in
            var session = try entering.session(id)
            let holder = Holder.member(member)
            guard entering.state.person(of: holder) == person else { throw BrokerFailure(.notFound, "member") }
            let (practice, held) = try entering.mayBegin(holder)
            // What the broker froze by itself opens after a fresh factor.
            guard !held.isCareOnly else { throw BrokerFailure(.frozen) }
            guard entering.live.signIns.admit(holder, now: entering.now) else { throw BrokerFailure(.signIn) }
            (session.practice, session.holder) = (practice, holder)
            session.end = min(session.end, held.end ?? session.end)
            return try entering.begin(session, held, jti: nil)
        }
        return try grant(info)
    }
}

extension BrokerState {
    /// Whether a person has a factor of a kind, as the ledger says: what is taken out of the key database counts all the same.
    func has(_ kind: FactorID.Kind, _ person: PersonID) -> Bool {
        people[person]?.factors.contains { FactorID($0)?.kind == kind } ?? false
    }

    /// Whether a person has a way to sign in that is their own.
    func isEnrolled(_ person: PersonID) -> Bool {
        has(.passkey, person) || has(.password, person) || !keys(of: person).isEmpty
    }

    /// Whether somebody speaks for a practice; a locum does not.
    func administers(_ holder: Holder, _ id: PracticeID, at now: Timestamp) -> Bool {
        guard let practice = practices[id], let role = practice[holder]?.role else { return false }
        let isThere = practice.members.values.contains { Access.may($0.role, .administer) && $0.isActive(at: now) }
        return practice[holder]?.end == nil && (Access.may(role, .administer) || !isThere && Access.mayStandIn(role))
    }

    /// The memberships in which a person may act now.
    func memberships(of person: PersonID, at now: Timestamp) -> [Membership] {
        (people[person]?.members ?? []).sorted().compactMap { member in
            guard let id = directory[.member(member)], let practice = practices[id], practice.isOpen,
                let held = practice.members[member], held.isActive(at: now)
            else { return nil }
            return Membership(member: member, practice: id, role: held.role)
        }
    }
}

extension Entering {
    /// Ends all sessions of a person, in all practices.
    mutating func signOut(_ person: PersonID) throws {
        let holders = Set((state.people[person]?.members ?? []).map(Holder.member))
        let all = state.sessions.filter { holders.contains($0.value.holder) }
        for (id, session) in all {
            ended.append(id)
            let body = SessionEntry(
                session: id, holder: session.holder, sessionClass: session.sessionClass, gateway: session.gateway,
                end: now.milliseconds, active: false)
            try enter(.session(body), in: session.practice)
        }
    }

    /// Ends a factor of a person, and with it all sessions: one may have begun with it. The last by which the person could come back
    /// stays.
    fileprivate mutating func remove(
        _ factor: String, of person: PersonID, _ shown: Shown, _ holder: Holder
    ) throws {
        let factors = state.people[person]?.factors ?? []
        guard factors.contains(factor), FactorID(factor)?.kind != .totp else {
            throw BrokerFailure(.notFound, "factor")
        }
        let doors: Set<FactorID.Kind> = [.passkey, .password, .openID]
        let isDoor = { (text: String) in FactorID(text).map { doors.contains($0.kind) } ?? false }
        guard factors.contains(where: { $0 != factor && isDoor($0) }) else {
            throw BrokerFailure(.conflict, "last factor")
        }
        try use(shown, of: holder)
        let isPassword = FactorID(factor)?.kind == .password
        for text in factors where text == factor || isPassword && FactorID(text)?.kind == .totp {
            try enter(.key(KeyEntry(owner: .person(person), key: text, active: false)))
        }
        try signOut(person)
    }
}
