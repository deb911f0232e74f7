import BrokerAPI
import Vocabulary

extension BrokerState {
    /// Applies one entry, whose RFC 6962 leaf hash is `leaf`. Throws where the entry cannot follow what went before.
    mutating func apply(_ entry: LedgerEntry, leaf: [UInt8]) throws(FoldError) {
        guard entry.time >= time else { throw FoldError(size, "time goes back") }
        if let link = entry.link {
            try applyPractice(entry, link, leaf)
        } else {
            try applyInstallation(entry)
        }
        time = entry.time
        size += 1
        if size % 4_096 == 0 { sessions = sessions.filter { $0.value.end > time } }
    }

    private mutating func applyInstallation(_ entry: LedgerEntry) throws(FoldError) {
        switch entry.event {
        case .policy(let policy): try apply(policy)
        case .freeze:
            isFrozen = true
            sessions = [:]
        case .thaw: isFrozen = false
        case .alert(let alert) where alert.name == .tripwire:
            tripwireUntil = entry.time.adding(milliseconds: BrokerState.tripwirePause)
        case .time(let body):
            isWitnessed = isWitnessed || !isSimulated || body.witness != TimeEntry.simulated
            // Time may have stood still until now: what was used then could still be shown again.
            for index in assertions.indices { assertions[index].at = entry.time }
        case .key(let body): try apply(body)
        case .request(let body): apply(body, in: nil, at: entry.time)
        case .approval(let body): apply(body, at: entry.time)
        case .carry, .index, .alert: break
        default: throw FoldError(size, "kind without practice")
        }
    }

    /// After how long it is worth asking again when no witness has answered yet.
    static let witnessPause: Int64 = 10_000
    /// How long the tripwire stays closed once it closed.
    static let tripwirePause: Int64 = 3_600_000

    private mutating func apply(_ policy: Policy) throws(FoldError) {
        switch policy.name {
        case .begin:
            guard size == 0 else { throw FoldError(size, "begin") }
            isSimulated = policy.value == "simulated"
        // What one person prepared before is asked for again, by two.
        case .live: (isLive, recipients) = (true, [])
        case .limits:
            guard let limits = Limits(text: policy.value) else { throw FoldError(size, "limits") }
            self.limits = limits
        case .recipient: recipients.insert(policy.value)
        case .mode, .export: throw FoldError(size, "policy without practice")
        }
    }

    /// A person's factor.
    private mutating func apply(_ body: KeyEntry) throws(FoldError) {
        guard case .person(let person) = body.owner else { throw FoldError(size, "holder") }
        if body.active {
            people[person, default: PersonState()].factors.insert(body.key)
        } else {
            people[person]?.factors.remove(body.key)
        }
    }

    private mutating func applyPractice(_ entry: LedgerEntry, _ link: PracticeLink, _ leaf: [UInt8]) throws(FoldError) {
        if case .practice = entry.event, practices[link.practice] == nil { practices[link.practice] = PracticeState() }
        guard var practice = practices.removeValue(forKey: link.practice) else { throw FoldError(size, "practice") }
        defer { practices[link.practice] = practice }
        guard link.n == practice.n + 1, link.previous == practice.head else { throw FoldError(size, "chain") }
        practice.n = link.n
        practice.head = leaf
        try apply(entry, in: link.practice, &practice)
    }

    private mutating func apply(
        _ entry: LedgerEntry, in id: PracticeID, _ practice: inout PracticeState
    ) throws(FoldError) {
        switch entry.event {
        case .practice(let body):
            professionals += Int(clamping: body.size) - practice.size
            practice.size = Int(clamping: body.size)
            practice.isOpen = body.open
        case .policy(let policy) where policy.name == .export: practice.export = ExportState(policy, at: entry.time)
        case .policy(let policy):
            guard policy.name == .mode else { throw FoldError(size, "policy") }
            practice.enforces = policy.value != "observe"
        case .member(let body):
            directory[.member(body.member)] = id
            people[body.person, default: PersonState()].members.insert(body.member)
            try practice.applyPeople(entry, isLive: isLive, at: size)
        case .client(let body):
            directory[.client(body.client)] = id
            try practice.applyPeople(entry, isLive: isLive, at: size)
        case .key: try practice.applyPeople(entry, isLive: isLive, at: size)
        case .emergency(let body):
            use(body.jti, of: subject(in: practice, .member(body.member), body.jti), at: entry.time)
            try practice.applyRecords(entry, at: size)
        case .session(let body):
            if let jti = body.jti { use(jti, of: subject(in: practice, body.holder, jti), at: entry.time) }
            apply(body, in: id, at: entry.time)
        case .release(let release): apply(release, at: entry.time, &practice)
        case .freeze(let freeze): apply(freeze, in: id, &practice)
        case .request(let body): apply(body, in: id, at: entry.time)
        case .approval(let body): apply(body, at: entry.time)
        case .grant(let body):
            practice[body.holder]?.grant = GrantState(body)
            sessions = sessions.filter { $0.value.practice != id || $0.value.holder != body.holder }
        case .alert, .access, .refusal, .export: break
        case .thaw(let thaw): practice.apply(thaw)
        default: try practice.applyRecords(entry, at: size)
        }
    }

    private mutating func apply(_ body: SessionEntry, in practice: PracticeID, at now: Timestamp) {
        guard body.active else {
            sessions[body.session] = nil
            return
        }
        sessions[body.session] = SessionState(
            practice: practice, holder: body.holder, sessionClass: body.sessionClass, gateway: body.gateway,
            end: Timestamp(milliseconds: body.end), key: body.key)
    }

    /// ``subject(of:_:)`` while the practice is taken out to be changed.
    private func subject(in practice: PracticeState, _ holder: Holder, _ jti: String) -> String {
        jti.contains(":") ? practice[holder]?.person?.description ?? holder.idText : holder.idText
    }

    /// Remembers an assertion for as long as it could be shown again.
    mutating func use(_ jti: String, of subject: String, at now: Timestamp) {
        if let oldest = assertions.first, oldest.at.adding(seconds: 800) < now {
            assertions.removeAll { $0.at.adding(seconds: 700) < now }
        }
        assertions.append(UsedAssertion(subject: subject, jti: jti, at: now))
    }

    private mutating func apply(_ freeze: Freeze, in id: PracticeID, _ practice: inout PracticeState) {
        practice.apply(freeze)
        sessions = sessions.filter { _, session in
            guard session.practice == id else { return true }
            return freeze.scope != .practice && freeze.holder != session.holder
        }
    }

    /// Enters an opening in every window that it counts in.
    private mutating func apply(_ release: Release, at now: Timestamp, _ practice: inout PracticeState) {
        guard let subject = release.subject, release.opening else { return }
        let holder = practice.counting(release.holder)
        let isRecent = practice[holder]?.windows[release.tier].contains(subject, within: .month, at: now) ?? false
        practice[holder]?.windows[release.tier].record(subject, at: now)
        if release.usesDormantLimit {
            practice[holder]?.windows.dormant.record(subject, at: now)
        }
        if release.expected { practice[holder]?.expected.record(subject, at: now) }
        switch release.holder {
        case .member: practice.people[release.tier].record(subject, at: now)
        case .client: practice.programs[release.tier].record(subject, at: now)
        }
        if let partner = release.partner {
            partners[partner, default: TierWindows()][release.tier].record(subject, at: now)
        }
        if !release.expected, !isRecent { unusual.record(subject, at: now) }
        let isProfessional = practice[release.holder]?.role.isProfessional ?? false
        if isProfessional, release.purpose != .search {
            practice.patients[subject]?.lastOpened[Int(release.tier.rawValue)] = now.milliseconds
        }
    }
}

extension Release {
    /// Whether it counts against the limit on dormant patients: not when the patient was expected, and not when a search showed
    /// the name only.
    var usesDormantLimit: Bool { dormant && !expected && purpose != .search }
}

/// Why a ledger cannot be folded: at which entry, and what does not follow.
public struct FoldError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Index of the entry.
    public let index: Int64
    /// What does not follow.
    public let what: String

    init(_ index: Int64, _ what: String) {
        self.index = index
        self.what = what
    }

    /// For the log.
    public var description: String { "ledger entry \(index): \(what)" }
}
