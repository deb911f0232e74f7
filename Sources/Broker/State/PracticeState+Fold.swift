import Vocabulary

extension PracticeState {
    /// Applies `member`, `client` and `key`.
    mutating func applyPeople(_ entry: LedgerEntry, isLive: Bool, at index: Int64) throws(FoldError) {
        let newcomer = isLive ? entry.time : nil
        switch entry.event {
        case .member(let body):
            var state = members[body.member] ?? HolderState(role: body.role, start: entry.time, newcomerSince: newcomer)
            state.person = body.person
            state.role = body.role
            state.start = Timestamp(milliseconds: body.start)
            state.end = body.end.map { Timestamp(milliseconds: $0) }
            state.shares = body.shares
            members[body.member] = state
        case .client(let body):
            var state = clients[body.client] ?? HolderState(role: body.role, start: entry.time, newcomerSince: newcomer)
            state.role = body.role
            state.start = Timestamp(milliseconds: body.start)
            state.end = body.end.map { Timestamp(milliseconds: $0) }
            state.partner = body.partner
            state.depositOnly = body.deposit
            clients[body.client] = state
        case .key(let body):
            guard case .holder(let holder) = body.owner, self[holder] != nil else { throw FoldError(index, "holder") }
            if body.active {
                self[holder]?.keys.insert(body.key)
            } else {
                self[holder]?.keys.remove(body.key)
            }
        default: throw FoldError(index, "kind")
        }
    }

    /// Applies the entries about patients and their records.
    mutating func applyRecords(_ entry: LedgerEntry, at index: Int64) throws(FoldError) {
        switch entry.event {
        case .patient(let body):
            guard patients[body.subject] == nil else { throw FoldError(index, "subject") }
            patients[body.subject] = made(body, at: entry.time)
        case .booking(let body): try apply(body, at: entry.time, index)
        case .deposit(let body):
            deposits[body.deposit] = OpenDeposit(holder: body.holder, at: entry.time)
            forgetDeposits(before: entry.time.adding(days: -1))
        case .stored(let body):
            guard deposits.removeValue(forKey: body.deposit) != nil else { throw FoldError(index, "deposit") }
        case .erase(let body): patients[body.subject] = nil
        case .epoch(let body): patients[body.subject]?.epochs[Int(body.tier.rawValue)] = UInt32(clamping: body.epoch)
        case .emergency(let body):
            self[counting(.member(body.member))]?.emergencies.record(body.subject, at: entry.time)
        default: throw FoldError(index, "kind")
        }
    }

    /// A patient made in a member's session counts as opened then; an imported one since the date that the import supplied.
    private func made(_ body: PatientEntry, at now: Timestamp) -> PatientState {
        var patient = PatientState()
        if case .member? = body.holder, body.clinical == nil {
            patient.lastOpened = Array(repeating: now.milliseconds, count: 4)
        } else if let clinical = body.clinical {
            patient.lastOpened = Array(repeating: max(0, min(clinical, now.milliseconds)), count: 4)
        }
        return patient
    }

    private mutating func apply(_ body: BookingEntry, at now: Timestamp, _ index: Int64) throws(FoldError) {
        guard patients[body.subject] != nil else { throw FoldError(index, "subject") }
        let booking = PatientState.Booking(professional: body.professional, day: body.day, by: body.holder)
        if body.active {
            patients[body.subject]?.book(booking, now: now)
        } else {
            let isMember = if case .member = body.holder { true } else { false }
            patients[body.subject]?.bookings.removeAll {
                $0.professional == body.professional && $0.day == body.day && (isMember || $0.by == body.holder)
            }
        }
    }

    /// A grant that nobody stored for a day is over.
    private mutating func forgetDeposits(before limit: Timestamp) {
        guard deposits.count > 4_096, deposits.count.isMultiple(of: 1_024) else { return }
        deposits = deposits.filter { $0.value.at > limit }
    }

    mutating func apply(_ freeze: Freeze) {
        switch (freeze.scope, freeze.holder) {
        case (.practice, _): isFrozen = true
        case (_, let holder?):
            if freeze.automatic { self[holder]?.isCareOnly = true } else { self[holder]?.isFrozen = true }
        default: break
        }
    }

    mutating func apply(_ thaw: Thaw) {
        switch (thaw.scope, thaw.holder) {
        case (.practice, _): isFrozen = false
        case (_, let holder?):
            self[holder]?.isFrozen = false
            self[holder]?.isCareOnly = false
        default: break
        }
    }
}
