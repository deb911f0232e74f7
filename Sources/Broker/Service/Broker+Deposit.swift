import BrokerAPI
import Foundation
import Identity
import Ledger
import Sealing
import Vocabulary

extension Broker {
    /// Releases the keys of new parts. Nothing existing can be opened with them: the deposit id is drawn here, per call.
    ///
    /// Keys of new patients are durable before their entry; the `deposit` entry is durable and covered before any part key leaves.
    public func deposit(_ request: DepositRequest) async throws -> DepositGrant {
        try await deposit(request, gateway: nil)
    }

    /// Releases the keys of new parts through a gateway. Whoever a booking makes expected, and whoever a row lets searches find, is named by
    /// the proof.
    func deposit(_ request: DepositRequest, gateway: GatewayID?) async throws -> DepositGrant {
        let proven = try proven(request.token, request.proof, gateway: gateway)
        let id = proven.session
        let new = Set(request.patients.map(\.patient))
        guard request.bookings.allSatisfy({ new.contains($0.patient) || proven.allows($0) }) else {
            throw BrokerFailure(.proof, "book")
        }
        let practice = try live.withLock { live in
            try Broker.check(request, id, live, max(time.now(), live.state.time))
        }
        let subjects = try subjects(of: request, in: practice)
        try checkRows(request, proven, subjects)
        let created = request.patients.map { (patient: $0.patient, subject: SubjectID.random()) }
        let wrapped = try add(created, in: practice)
        let deposit = DepositID.random()
        let granted = try await enter { entering in
            try entering.deposit(request, deposit, id, practice, created.map(\.subject), subjects)
            return request.parts.map { part in
                part.patient.flatMap { subjects[$0] }.map { entering.live.state.epoch(of: $0, part.tier, in: practice) }
                    ?? 1
            }
        }
        let keys = try partKeys(request.parts, deposit, granted, practice)
        return DepositGrant(deposit: deposit, wrapped: wrapped, keys: keys, rows: try rows(request.rows, practice))
    }

    /// Enters that a deposit's parts are in the store.
    public func stored(_ request: StoredRequest) async throws -> Nothing {
        let id = try authenticate(request.token)
        return try await enter { entering in
            let session = try entering.session(id)
            let open = entering.live.state.practices[session.practice]?.deposits[request.deposit]
            guard open?.holder == session.holder else { throw BrokerFailure(.notFound, "deposit") }
            let body = Stored(deposit: request.deposit, digest: request.digest, count: Int64(request.count))
            try entering.enter(.stored(body), in: session.practice)
            return Nothing()
        }
    }

    /// Says which deposits have a `stored` entry: looked up in the ledger itself, since a gateway asks only at its start.
    public func depositStates(_ request: DepositStatesRequest) async throws -> DepositStates {
        let open = look { state, _ in Set(state.practices[request.practice]?.deposits.keys.map { $0 } ?? []) }
        let asked = Set(request.deposits).subtracting(open)
        guard !asked.isEmpty else { return DepositStates(request.deposits.map { _ in false }) }
        var stored = Set<DepositID>()
        try forEachEntry { _, entry in
            if entry.link?.practice == request.practice, case .stored(let body) = entry.event,
                asked.contains(body.deposit)
            {
                stored.insert(body.deposit)
            }
        }
        return DepositStates(request.deposits.map(stored.contains))
    }

    /// Walks the durable ledger.
    func forEachEntry(_ body: (Int64, LedgerEntry) throws -> Void) throws {
        do {
            var reader = try LedgerReader(
                directory: configuration.ledger, verifier: try NoteVerifier(vkey: verificationKey))
            try reader.forEach(from: 0, to: reader.size) { index, bytes in
                try body(Int64(index), try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }))
            }
        } catch let failure as BrokerFailure {
            throw failure
        } catch { throw BrokerFailure(.unavailable, "ledger cannot be read") }
    }

    /// What can be said before anything is made: session, role, sizes, how much the holder deposited lately.
    private static func check(
        _ request: DepositRequest, _ id: SessionID, _ live: Live, _ now: Timestamp
    ) throws -> PracticeID {
        let session = try Broker.session(id, live.state, now)
        guard let holder = live.state.practices[session.practice]?[session.holder] else {
            throw BrokerFailure(.session)
        }
        guard !request.parts.isEmpty, request.parts.count <= DepositRequest.maximumItems,
            request.patients.count <= DepositRequest.maximumPatients,
            request.bookings.count <= DepositRequest.maximumBookings
        else { throw BrokerFailure(.invalid, "parts") }
        let tiers = request.parts.reduce(into: Tiers()) { $0.insert(Tiers($1.tier)) }
        guard Access.tiers(holder.role, .deposit).isSuperset(of: tiers) else { throw BrokerFailure(.forbidden, "tier") }
        let entries = 1 + request.patients.count + request.bookings.count
        guard live.mayDeposit(session.holder, entries: entries, at: now) else {
            throw BrokerFailure(.forbidden, "deposits")
        }
        return session.practice
    }

    /// Who may say by what an existing patient is found: a proof that names the patient, or the booking; without one, once the installation is
    /// live, who opened the patient in the last 30 days. Otherwise a gateway could put its victims among what another's search finds.
    private func checkRows(
        _ request: DepositRequest, _ proven: Proven, _ subjects: [PatientID: SubjectID]
    ) throws {
        let bookings = Set(request.bookings.compactMap(\.signed).map { "\($0.patient)|\($0.professional)|\($0.day)" })
        let rows = request.rows.filter { row in
            switch row.term.field {
            case .entry: false
            case .booking: !bookings.contains("\(row.patient)|\(row.term.value)")
            default: true
            }
        }
        for patient in Set(rows.map(\.patient)) {
            guard let subject = subjects[patient] else { continue }
            let isNamed = proven.proof != nil && proven.allows(patient, .identity)
            let isKnown = proven.proof == nil && look { $0.knows(subject, proven.session, at: $1) }
            guard isNamed || isKnown else { throw BrokerFailure(.proof, "rows") }
        }
    }

    /// Subjects of the patients that exist already; every patient named must exist or be new.
    private func subjects(of request: DepositRequest, in practice: PracticeID) throws -> [PatientID: SubjectID] {
        let new = Set(request.patients.map(\.patient))
        guard new.count == request.patients.count else { throw BrokerFailure(.invalid, "patients") }
        let named = Set(
            request.parts.compactMap(\.patient) + request.rows.map(\.patient) + request.bookings.map(\.patient))
        var subjects: [PatientID: SubjectID] = [:]
        for patient in named.subtracting(new) {
            guard let found = try patientKeys(patient, practice) else { throw BrokerFailure(.notFound, "patient") }
            subjects[patient] = found.subject
        }
        return subjects
    }

    private func add(_ created: [(patient: PatientID, subject: SubjectID)], in practice: PracticeID) throws -> [[UInt8]]
    {
        guard !created.isEmpty else { return [] }
        do {
            return try vault.addPatients(created, in: practice)
        } catch let error as VaultError where error.code == .exists {
            throw BrokerFailure(.conflict, "patient")
        } catch { throw BrokerFailure(.unavailable, "key database") }
    }

    private func partKeys(
        _ parts: [NewPart], _ deposit: DepositID, _ epochs: [UInt32], _ practice: PracticeID
    ) throws -> [EpochKey] {
        let keys = try keys(of: practice)
        var tierKeys: [TierScope: TierKey] = [:]
        return try zip(parts, epochs).map { part, epoch in
            let scope = TierScope(practice: practice, patient: part.patient, tier: part.tier, epoch: epoch)
            let tierKey = try tierKeys[scope] ?? tierKey(scope, keys)
            tierKeys[scope] = tierKey
            do {
                let name = try PartName(
                    scope: scope, type: part.type, id: part.id, version: UInt64(part.version), deposit: deposit)
                return EpochKey(epoch: epoch, key: try tierKey.partKey(name).secret)
            } catch { throw BrokerFailure(.invalid, "part") }
        }
    }

    private func tierKey(_ scope: TierScope, _ keys: PracticeKeys) throws -> TierKey {
        guard let patient = scope.patient else { return keys.practice.ownTierKey(scope.tier, epoch: scope.epoch) }
        guard let found = try patientKeys(patient, scope.practice) else { throw BrokerFailure(.notFound, "patient") }
        return found.key.tierKey(scope.tier, epoch: scope.epoch)
    }

    private func rows(_ rows: [NewRow], _ practice: PracticeID) throws -> [SealedRow?] {
        let keys = try keys(of: practice)
        return rows.map { row in
            guard let folded = row.term.folded else { return nil }
            let key = keys.index(row.term.field)
            let sealed = key.row(key.token(folded), patient: row.patient, ordinal: row.ordinal)
            guard let token = sealed.token.bits, let mac = RowMACBits(bytes: sealed.macBytes) else { return nil }
            return SealedRow(token: token, mac: mac)
        }
    }
}

extension Proven {
    /// Whether a booking may be made, or one of the same patient and professional be cancelled: an appointment that is moved is both.
    fileprivate func allows(_ booking: NewBooking) -> Bool {
        guard let named = proof?.named.booking else { return proof == nil }
        let isSame = named.patient == booking.patient && named.professional == booking.professional
        return isSame && (!booking.active || booking.signed == named)
    }
}

extension NewBooking {
    /// As a request proof names it; nil for a day that no proof can name.
    fileprivate var signed: RequestProof.Booking? {
        guard (0...NewBooking.maximumDay).contains(day) else { return nil }
        return RequestProof.Booking(patient: patient, professional: professional, day: CivilDate(days: Int(day)))
    }
}

extension BrokerState {
    /// Whether the holder of a session opened the patient's identity in the last 30 days, or imports what is not live yet.
    fileprivate func knows(_ subject: SubjectID, _ id: SessionID, at now: Timestamp) -> Bool {
        guard isLive, let session = sessions[id], let practice = practices[session.practice] else { return !isLive }
        let windows = practice[practice.counting(session.holder)]?.windows
        return windows?[.identity].contains(subject, within: .month, at: now) ?? false
    }
}

extension Entering {
    /// Enters new patients, the deposit and its bookings.
    mutating func deposit(
        _ request: DepositRequest, _ deposit: DepositID, _ id: SessionID, _ practice: PracticeID,
        _ created: [SubjectID],
        _ known: [PatientID: SubjectID]
    ) throws {
        let session = try session(id)
        guard session.practice == practice else { throw BrokerFailure(.session) }
        for subject in known.values where live.state.practices[practice]?.patients[subject] == nil {
            throw BrokerFailure(.notFound, "patient")
        }
        var subjects = known
        var events: [LedgerEvent] = []
        for (patient, subject) in zip(request.patients, created) {
            subjects[patient.patient] = subject
            events.append(.patient(patientEntry(patient, subject, session, id)))
        }
        let tiers = request.parts.reduce(into: Tiers()) { $0.insert(Tiers($1.tier)) }
        let single =
            Set(request.parts.map(\.patient)).count == 1 ? request.parts[0].patient.flatMap { subjects[$0] } : nil
        let body = DepositEntry(
            deposit: deposit, holder: session.holder, session: id, subject: single, tiers: tiers,
            parts: Int64(request.parts.count))
        events.append(.deposit(body))
        for booking in request.bookings {
            guard let subject = subjects[booking.patient] else { throw BrokerFailure(.notFound, "patient") }
            if let event = try bookingEntry(booking, subject, session, id) { events.append(event) }
        }
        for start in stride(from: 0, to: events.count, by: Entering.maximumEvents) {
            try enter(Array(events[start..<min(start + Entering.maximumEvents, events.count)]), in: practice)
        }
    }

    /// Most events that are entered at once: some 2 MB.
    private static let maximumEvents = 4_096

    /// A member's patient counts as opened now; a client's since the date that its import supplied, never later than now.
    private func patientEntry(
        _ patient: NewPatient, _ subject: SubjectID, _ session: SessionState, _ id: SessionID
    ) -> PatientEntry {
        var clinical: Int64?
        if case .client = session.holder { clinical = patient.clinical.map { max(0, min($0, now).milliseconds) } }
        return PatientEntry(subject: subject, session: id, holder: session.holder, clinical: clinical)
    }

    /// A booking for a membership of the practice, by a membership or a booking client; nil for others: they make nobody expected.
    private func bookingEntry(
        _ booking: NewBooking, _ subject: SubjectID, _ session: SessionState, _ id: SessionID
    ) throws -> LedgerEvent? {
        guard let practice = live.state.practices[session.practice], practice.members[booking.professional] != nil,
            let role = practice[session.holder]?.role, Access.may(role, .book)
        else { return nil }
        guard (0...NewBooking.maximumDay).contains(booking.day) else { throw BrokerFailure(.invalid, "day") }
        let body = BookingEntry(
            subject: subject, professional: booking.professional, day: booking.day, holder: session.holder, session: id,
            active: booking.active)
        return .booking(body)
    }
}
