import BrokerAPI
import Crypto
import Foundation
import Identity
import Ledger
import LedgerMap
import Vocabulary

extension Broker {
    /// Carries out what the command line asks. Acts that the design gives to two people are refused here once the installation is live, unless a second one approves them.
    public func admin(_ request: AdminRequest) async -> AdminReply {
        do {
            return try await carryOut(request)
        } catch let failure as BrokerFailure {
            return .refused(failure.description)
        } catch {
            return .refused("\(error)")
        }
    }

    func carryOut(_ request: AdminRequest, by approved: Approved? = nil) async throws -> AdminReply {
        // Before anything is prepared: Entering.permit(_:) says it again where it is entered.
        if approved == nil, request.act != nil, look({ state, _ in state.isLive }) { throw Broker.needsTwo }
        switch request {
        case .status: return .status(try status())
        case .addPractice(let name, let size):
            let row = Onboarding(name: name, size: size)
            return .added(try await onboard([row], by: approved)[0].practice.description)
        case .onboard(let rows): return .onboarded(try await onboard(rows, by: approved))
        case .addMember(let practice, let role, let name, let key, let shares, let end):
            return try await addMember(practice, role, name, try publicKey(key), shares, end, by: approved)
        case .invite(let practice, let role, let name, let person, let shares, let end, let rpps):
            return try await invite(practice, role, name, person, shares, end, rpps, by: approved)
        case .addClient(let practice, let role, let name, let key, let partner, let depositOnly):
            return try await addClient(practice, role, name, key, partner, depositOnly, by: approved)
        case .practices: return try practiceList()
        case .holders(let practice): return try holderList(practice)
        case .live:
            // Else nobody could approve anything.
            guard look({ state, _ in state.isSimulated || state.operators.count >= 2 }) else {
                throw BrokerFailure(.conflict, "two operators first")
            }
            return try await policy(Policy(name: .live, value: "live"), in: nil)
        case .setLimits(let text):
            guard Limits(text: text) != nil else { throw BrokerFailure(.invalid, "limits") }
            return try await policy(Policy(name: .limits, value: text), in: nil, ofTwo: true, by: approved)
        case .setMode(let practice, let mode):
            guard mode == "observe" || mode == "enforce" else { throw BrokerFailure(.invalid, "mode") }
            return try await policy(
                Policy(name: .mode, value: mode), in: practice, ofTwo: mode == "observe", by: approved)
        case .freeze(let scope, let practice, let holder, let reason):
            return try await freeze(scope, practice, holder, reason)
        case .thaw(let scope, let practice, let holder, let reason):
            return try await enter { entering in
                try entering.permit(approved)
                try entering.thaw(scope, practice, holder, reason)
                return .done
            }
        case .erase(let practice, let patient): return try await erase(patient, in: practice, by: approved)
        case .advanceEpochs(let practice, let subjects, let tiers):
            return .advanced(try await advanceEpochs(of: subjects, tiers, in: practice))
        case .restoreKeys(let practice, let copies): return .restored(try restoreKeys(copies, in: practice))
        case .advance(let moment): return try await advance(to: moment)
        case .index: return try await enterIndex()
        case .bounds: return .bounds(look { state, _ in state.limits.bounds })
        case .addOperator(let name, let key): return try await addOperator(name, key, by: approved)
        case .removeOperator(let person): return try await removeOperator(person, by: approved)
        case .operators: return try operatorList()
        case .grant: throw BrokerFailure(.forbidden, "the practice's physicians grant")
        case .allowImport(let practice, let client, let hours):
            guard (1...GrantState.maximumHours).contains(hours) else { throw BrokerFailure(.invalid, "hours") }
            return try await enter { entering in
                _ = try entering.mayBegin(.client(client))
                try entering.permit(approved)
                try entering.grant(.client(client), [], hours: hours, in: practice)
                return .done
            }
        case .notices(let practice, let since): return try await notices(practice, since: since)
        case .resetFactors(let practice, let member): return try await resetFactors(practice, member, by: approved)
        case .markCanary(let practice, let patient): return try await markCanary(patient, in: practice)
        case .addRecipient(let name):
            return try await policy(Policy(name: .recipient, value: name), in: nil, ofTwo: true, by: approved)
        case .export(let practice, let name):
            return try await policy(Policy(name: .export, value: name), in: practice, ofTwo: true, by: approved)
        case .exportKeys(let practice, let key, let after): return try await exportKeys(practice, key, after)
        case .ask(let content, let evidence): return try await ask(content, evidence)
        case .acts: return try actList()
        case .approve(let act, let evidence): return try await approve(act, evidence)
        case .refuse(let act, let evidence): return try await refuse(act, evidence)
        }
    }

    private func status() throws -> AdminStatus {
        let (state, now) = look { state, now in (state, now) }
        let checkpoint = ledger.checkpoint
        let counts = [
            "practices": state.practices.count,
            "members": state.practices.values.reduce(0) { $0 + $1.members.count },
            "clients": state.practices.values.reduce(0) { $0 + $1.clients.count },
            "patients": state.practices.values.reduce(0) { $0 + $1.patients.count },
            "patients without key": try patientsWithoutKey(),
            "sessions": state.sessions.values.filter { $0.end > now }.count,
        ]
        return AdminStatus(
            size: Int64(checkpoint.size), root: checkpoint.root.bytes.hexadecimal, verificationKey: verificationKey,
            time: now,
            simulated: state.isSimulated, live: state.isLive, counts: counts,
            witnessed: configuration.isWitnessed, confirmed: live.withLock { $0.isConfirmed })
    }

    /// Enters a policy; one `ofTwo` people, once the installation is live, only when it is approved.
    private func policy(
        _ policy: Policy, in practice: PracticeID?, ofTwo: Bool = false, by approved: Approved? = nil
    ) async throws -> AdminReply {
        try await enter { entering in
            if let practice { try entering.require(practice) }
            if ofTwo { try entering.permit(approved) }
            try entering.enter(.policy(policy), in: practice)
            return .done
        }
    }
}

extension Broker {
    private func addMember(
        _ practice: PracticeID, _ role: Role, _ name: String, _ key: String?, _ shares: MemberID?, _ end: Int64?,
        _ person: PersonID = .random(), factors: [FactorID] = [], by approved: Approved?
    ) async throws -> AdminReply {
        guard role.isMembership, AdminRequest.isName(name) else { throw BrokerFailure(.invalid, "role") }
        let member = MemberID.random()
        let reply = try await enter { entering -> AdminReply in
            try entering.require(practice)
            if let shares {
                guard let replaced = entering.live.state.practices[practice]?.members[shares] else {
                    throw BrokerFailure(.notFound, "member")
                }
                guard replaced.shares == nil, replaced.role == role else { throw BrokerFailure(.invalid, "shares") }
            }
            try entering.permit(approved)
            let body = MemberEntry(
                member: member, person: person, role: role, start: entering.now.milliseconds, end: end,
                shares: shares)
            try entering.enter(.member(body), in: practice)
            if let key {
                try entering.enter(.key(KeyEntry(holder: .member(member), key: key, active: true)), in: practice)
            }
            for factor in factors {
                try entering.enter(.key(KeyEntry(owner: .person(person), key: factor.text, active: true)))
            }
            return .added(member.description)
        }
        try vault.setName(name, of: .member(member), in: practice)
        return reply
    }

    /// Adds a membership without a key. A new person gets an invitation, good for seven days and once; one who is known signs in as before.
    private func invite(
        _ practice: PracticeID, _ role: Role, _ name: String, _ known: PersonID?, _ shares: MemberID?, _ end: Int64?,
        _ rpps: String?, by approved: Approved?
    ) async throws -> AdminReply {
        let factors = try known.map { id in
            try look { state, _ in
                guard let person = state.people[id], person.operatorKey == nil else {
                    throw BrokerFailure(.notFound, "person")
                }
                // Once live another way into an account that there is comes from its person, or a reset, a day later.
                guard state.isLive else { return person.factors }
                guard rpps == nil else { throw BrokerFailure(.conflict, "rpps of a known person") }
                return person.factors.union(state.keys(of: id).map(\.key))
            }
        }
        // Who is known and has nothing to sign in with gets an invitation as a new person does.
        let isNew = !(factors ?? []).contains { !$0.hasPrefix("recovery:") && !$0.hasPrefix("totp:") }
        let person = known ?? .random()
        let (invitation, code) = drawCode(.invitation, of: person, days: Broker.invitationDays)
        let new = try (isNew ? [invitation] : []) + (rpps.map { [try openIDFactor($0, of: person)] } ?? [])
        try stored { try vault.addFactors(new) }
        let reply = try await addMember(
            practice, role, name, nil, shares, end, person, factors: new.map(\.id), by: approved)
        guard case .added(let member) = reply else { return reply }
        return .invited(member: member, person: person.description, code: isNew ? code : nil)
    }

    /// By which number the OpenID provider knows a person; nobody else may have it.
    func openIDFactor(_ rpps: String, of person: PersonID) throws -> Factor {
        let tag = tag(.openID, Array(rpps.utf8))
        guard rpps.utf8.count == 11, rpps.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            try active(.openID, tag) == nil
        else { throw BrokerFailure(.invalid, "rpps") }
        return Factor(id: FactorID(.openID), person: person, tag: tag, text: "")
    }

    static let invitationDays: Int64 = 7

    private func addClient(
        _ practice: PracticeID, _ role: Role, _ name: String, _ key: String, _ partner: PartnerID?, _ depositOnly: Bool,
        by approved: Approved?
    ) async throws -> AdminReply {
        guard !role.isMembership, AdminRequest.isName(name) else { throw BrokerFailure(.invalid, "role") }
        let key = try publicKey(key)
        let client = ClientID.random()
        let reply = try await enter { entering -> AdminReply in
            try entering.require(practice)
            try entering.permit(approved)
            let body = ClientEntry(
                client: client, role: role, partner: partner, deposit: depositOnly || role == .laboratory,
                start: entering.now.milliseconds)
            try entering.enter(.client(body), in: practice)
            try entering.enter(.key(KeyEntry(holder: .client(client), key: key, active: true)), in: practice)
            return .added(client.description)
        }
        try vault.setName(name, of: .client(client), in: practice)
        return reply
    }

    func publicKey(_ text: String) throws -> String {
        guard let key = try? PublicKey(text: text) else { throw BrokerFailure(.invalid, "key") }
        return key.text
    }

    private func practiceList() throws -> AdminReply {
        let names = try vault.practiceNames()
        let state = look { state, _ in state }
        let items = state.practices.sorted { $0.key < $1.key }.map { id, practice in
            let word = practice.isFrozen || state.isFrozen ? "frozen" : practice.isOpen ? "active" : "ended"
            return AdminItem(id: id.description, name: names[id] ?? "", role: nil, state: word)
        }
        return .list(items)
    }

    private func holderList(_ id: PracticeID) throws -> AdminReply {
        let (practice, now) = look { state, now in (state.practices[id], now) }
        guard let practice else { throw BrokerFailure(.notFound, "practice") }
        let holders =
            practice.members.map { (Holder.member($0), $1) } + practice.clients.map { (Holder.client($0), $1) }
        let items = try holders.map { holder, state in
            let word =
                state.isFrozen
                ? "frozen" : state.isCareOnly ? "care-only" : state.isActive(at: now) ? "active" : "ended"
            let name = try vault.name(of: holder, in: id) ?? ""
            return AdminItem(id: holder.idText, name: name, role: state.role, state: word)
        }
        return .list(items.sorted { $0.id < $1.id })
    }
}

extension Broker {
    private func freeze(
        _ scope: FreezeScope, _ practice: PracticeID?, _ holder: Holder?, _ reason: String
    ) async throws -> AdminReply {
        guard Broker.isCode(reason) else { throw BrokerFailure(.invalid, "reason") }
        return try await enter { entering in
            let place = try entering.place(scope, practice, holder)
            entering.endSessions { session in
                switch scope {
                case .installation: true
                case .practice: session.practice == practice
                case .member, .client: session.practice == practice && session.holder == holder
                }
            }
            try entering.enter(
                .freeze(Freeze(scope: scope, holder: holder, automatic: false, reason: reason)), in: place)
            return .done
        }
    }

    /// The entry first, then the keys: a crash between the two is finished at the next start.
    private func erase(_ patient: PatientID, in practice: PracticeID, by approved: Approved?) async throws -> AdminReply
    {
        guard let found = try patientKeys(patient, practice) else { throw BrokerFailure(.notFound, "patient") }
        let reply = try await enter { entering -> AdminReply in
            try entering.require(practice)
            guard entering.live.state.practices[practice]?.patients[found.subject] != nil else {
                throw BrokerFailure(.notFound, "patient")
            }
            try entering.permit(approved)
            try entering.enter(.erase(Erase(subject: found.subject)), in: practice)
            return .done
        }
        try vault.erase(patient, in: practice)
        return reply
    }

    private func advance(to moment: Timestamp) async throws -> AdminReply {
        guard look({ state, _ in state.isSimulated }) else { throw BrokerFailure(.forbidden, "not simulated") }
        guard moment <= Broker.latestMoment, time.advance(to: moment) else {
            throw BrokerFailure(.invalid, "time goes forward only")
        }
        return try await enter { entering in
            try entering.enter(.time(TimeEntry(witness: TimeEntry.simulated, time: moment.milliseconds)))
            return .done
        }
    }

    static let needsTwo = BrokerFailure(.forbidden, "an act of two people once the installation is live")

    /// The end of the year 9999.
    private static let latestMoment = Timestamp(seconds: 253_402_300_799)

    /// Enters the root of the map practice → (n, head) over all that is in the ledger before, and keeps the map beside it.
    func enterIndex() async throws -> AdminReply {
        let map = try await enter { entering in
            let size = entering.live.state.size
            let map = PracticeMap(size: UInt64(size), heads: try entering.live.state.heads())
            try entering.enter(.index(IndexEntry(size: size, root: map.root.bytes)))
            return map
        }
        try Data(map.encode()).write(to: URL(fileURLWithPath: configuration.mapFile), options: .atomic)
        return .done
    }
}

extension Entering {
    /// Ends a freeze.
    mutating func thaw(
        _ scope: FreezeScope, _ practice: PracticeID?, _ holder: Holder?, _ reason: String
    ) throws {
        guard Broker.isCode(reason) else { throw BrokerFailure(.invalid, "reason") }
        let place = try place(scope, practice, holder)
        if let holder { live.refusals.forget(holder) }
        try enter(.thaw(Thaw(scope: scope, holder: holder, reason: reason)), in: place)
    }

    /// Throws unless the practice exists.
    func require(_ practice: PracticeID) throws {
        guard live.state.practices[practice] != nil else { throw BrokerFailure(.notFound, "practice") }
    }

    /// The practice in whose chain a freeze or thaw of this scope stands; nil for the installation.
    func place(_ scope: FreezeScope, _ practice: PracticeID?, _ holder: Holder?) throws -> PracticeID? {
        switch (scope, practice, holder) {
        case (.installation, nil, nil): return nil
        case (.practice, let practice?, nil):
            try require(practice)
            return practice
        case (.member, let practice?, .member?), (.client, let practice?, .client?):
            try require(practice)
            guard let holder, live.state.practices[practice]?[holder] != nil else {
                throw BrokerFailure(.notFound, "holder")
            }
            return practice
        default: throw BrokerFailure(.invalid, "scope")
        }
    }
}

extension BrokerState {
    /// The head of each practice's chain.
    fileprivate func heads() throws -> [PracticeKey: PracticeHead] {
        var heads: [PracticeKey: PracticeHead] = [:]
        for (id, practice) in practices where practice.n > 0 {
            guard let head = Hash(practice.head) else { throw BrokerFailure(.unavailable, "head") }
            heads[PracticeKey(high: id.high, low: id.low)] = PracticeHead(n: practice.n, head: head)
        }
        return heads
    }
}
