import BrokerAPI
import Crypto
import Identity
import Vocabulary

extension Broker {
    /// Asks for an act with what shows who asks.
    func ask(_ content: String, _ evidence: ActEvidence) async throws -> AdminReply {
        try await ask(content, signed(evidence, .request, Array(SHA256.hash(data: Array(content.utf8)))))
    }

    /// Enters that somebody asks for an act, whose content is kept until it is approved, refused or too old. Thaws and grants need nobody else.
    func ask(_ content: String, _ signed: Signed) async throws -> AdminReply {
        guard let request = try? AdminRequest(text: content), let act = request.act, content.utf8.count <= 16_384 else {
            throw BrokerFailure(.invalid, "act")
        }
        let digest = Array(SHA256.hash(data: Array(content.utf8)))
        let (id, isOfOne) = (ActID.random(), ActState.ofOne.contains(act.word))
        let (reply, old) = try await enter { entering -> (AdminReply, [String]) in
            guard isOfOne || entering.state.mayAsk(signed.person, at: entering.now) else {
                throw BrokerFailure(.conflict, "not live, or too many acts wait")
            }
            guard entering.state.may(signed, ask: request, at: entering.now) else {
                throw BrokerFailure(.forbidden, "act")
            }
            if let practice = act.practice { try entering.require(practice) }
            try entering.use(signed)
            // Kept only of who may ask, and may not ask without end.
            if !isOfOne { try stored { try vault.setSecret(KeyVault.name(of: id.description), Array(content.utf8)) } }
            switch request {
            case .thaw(let scope, let practice, let holder, let reason):
                try entering.thaw(scope, practice, holder, reason)
            case .grant(let practice, let member, let tiers, let hours):
                try entering.grant(.member(member), tiers, hours: hours, in: practice)
            default: break
            }
            let old = entering.state.acts.filter { $0.value.until <= entering.now }.map(\.key)
            let body = RequestEntry(
                request: id.description, act: act.word, digest: digest, person: signed.person, jti: signed.jti)
            try entering.enter(.request(body), in: act.practice)
            return isOfOne ? (.done, old + [id.description]) : (.asked(id), old)
        }
        forget(old)
        return reply
    }

    /// Carries out an act for a second person; of two who approve at once one is too late.
    func approve(_ id: ActID, _ evidence: ActEvidence) async throws -> AdminReply {
        let content = try content(of: id.description)
        let digest = Array(SHA256.hash(data: Array(content.utf8)))
        let approved = Approved(act: id, digest: digest, signed: try signed(evidence, .approval(id), digest))
        _ = try look { state, now in try state.waiting(for: approved, at: now) }
        try claim([id.bytes])
        defer { live.withLock { _ = $0.claims.remove(id.bytes) } }
        let reply = try await carryOut(AdminRequest(text: content), by: approved)
        forget([id.description])
        return reply
    }

    /// Refuses an act; who asked may take it back.
    func refuse(_ id: ActID, _ evidence: ActEvidence) async throws -> AdminReply {
        let digest = try look { state, _ in
            guard let act = state.acts[id.description] else { throw BrokerFailure(.notFound, "act") }
            return act.digest
        }
        let signed = try signed(evidence, .refusal(id), digest)
        let approved = Approved(act: id, digest: digest, signed: signed, isRefusal: true)
        try await enter { entering in try entering.close(approved) }
        forget([id.description])
        return .done
    }

    /// The acts that wait, with what would be done.
    func actList() throws -> AdminReply {
        let acts = look { state, now in state.acts.filter { $0.value.until > now } }
        return .acts(
            acts.sorted { $0.key < $1.key }.compactMap { id, act in
                guard let name = ActID(id), let content = try? content(of: id) else { return nil }
                return ActItem(id: name, act: act.word, person: act.person, until: act.until, content: content)
            })
    }

    /// Verifies what somebody shows for one step of one act: the operator's key, then the one-time code.
    private func signed(_ evidence: ActEvidence, _ step: ActStep, _ digest: [UInt8]) throws -> Signed {
        if case .membership(let assertion) = evidence {
            let shown = try shown(assertion: assertion, step.audience(digest: digest), nil)
            // A key file is the weaker class: who has a passkey asks with that, but for simulated installations.
            guard case .holder(let holder) = shown.who,
                look({ state, _ in
                    state.isSimulated || state.person(of: holder).map { !state.has(.passkey, $0) } ?? false
                })
            else { throw BrokerFailure(.signIn) }
            return signed(shown, holder)
        }
        guard case .operation(let assertion, let code) = evidence,
            let unverified = try? UnverifiedAssertion(assertion), let person = PersonID(unverified.claimedSubject)
        else { throw BrokerFailure(.signIn) }
        let key = look { state, _ in state.people[person]?.operatorKey }
        let (now, audience) = (moment(), step.audience(digest: digest))
        guard let key, let signer = try? PublicKey(text: key),
            let verified = try? unverified.verified(by: signer, audience: [audience], now: now)
        else { throw BrokerFailure(.signIn) }
        let login = tag(.operation, person.bytes)
        // Counted by whom the key is: nobody else's failures keep them from approving.
        let origin = login.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        try attempt(login, origin)
        guard live.withLock({ $0.failures.mayTry(code: person, now: now) }),
            let totp = try factors(of: person, .totp).first,
            let period = try? totp.totp?.verify(code, now: now, after: nil)
        else { throw BrokerFailure(.signIn) }
        live.withLock { $0.failures.forgive(code: person) }
        forgive(login, origin)
        let uses = [
            (verified.jti, verified.expires), ("\(totp.id.text):\(period)", now.adding(seconds: Nonces.length)),
        ]
        return Signed(
            who: .operation(key: key, person: person), person: person.description,
            uses: uses.map { ReplayWindow.Use(subject: person.description, jti: $0.0, expires: $0.1) })
    }

    /// What a member showed.
    func signed(_ shown: Shown, _ holder: Holder) -> Signed {
        let name = look { state, _ in state.subject(of: holder, shown.jti) }
        return Signed(who: .membership(shown, holder), person: name)
    }

    private func content(of act: String) throws -> String {
        guard let bytes = try? vault.secret(KeyVault.name(of: act)) else { throw BrokerFailure(.notFound, "act") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func forget(_ acts: [String]) { for act in acts { try? vault.removeSecret(KeyVault.name(of: act)) } }
}

extension KeyVault {
    /// Under what an act's content is kept.
    static func name(of act: String) -> String { "act:" + act }
}

extension BrokerState {
    /// Whether so few acts of somebody wait that they may ask for another.
    func mayAsk(_ person: String, at now: Timestamp) -> Bool {
        isLive && acts.values.count { $0.person == person && $0.until > now } < 50
    }

    /// Whether somebody may ask for this: an operator, or who speaks for the practice whose chain it stands in.
    func may(_ signed: Signed, ask request: AdminRequest, at now: Timestamp) -> Bool {
        guard case .membership(_, let holder) = signed.who else { return request.isAsked.byOperators }
        guard let practice = request.act?.practice, administers(holder, practice, at: now) else { return false }
        // Nobody thaws themself, or resets the factors of who is at home in other practices too.
        switch request {
        case .thaw(_, _, let target?, _) where person(of: target) == person(of: holder): return false
        case .resetFactors(_, let member):
            let all = person(of: .member(member)).flatMap { people[$0]?.members } ?? []
            return all.allSatisfy { practices[practice]?.members[$0] != nil }
        default: return request.isAsked.byPractices
        }
    }
}
