import BrokerAPI
import Ledger
import LedgerHistory
import Vocabulary

extension Broker {
    /// Says what the ledger holds of one patient of the session's practice, some of it at a time. Hands out no key.
    public func history(_ request: HistoryRequest) async throws -> HistoryAnswer {
        try await history(request, gateway: nil)
    }

    /// Says what the ledger holds of one patient, through a gateway.
    ///
    /// For roles that see care (the medical tier). It is decided and entered like an identity opening for a condition, so that an
    /// unknown patient, another practice's and an erased one are refused alike, and who may not open the patient learns nothing.
    /// The ledger's files are read on a thread of their own, so much a call: no other caller waits for it.
    func history(_ request: HistoryRequest, gateway: GatewayID?) async throws -> HistoryAnswer {
        guard (1...UInt32(HistoryRequest.maximumItems)).contains(request.limit), request.from <= request.through else {
            throw BrokerFailure(.invalid, "history")
        }
        let proven = try proven(request.token, request.proof, gateway: gateway)
        let id = proven.session
        guard proven.allows(request.patient, .identity) else { return .refused(.unnamed, retryAfter: 0) }
        let session = try look { state, now in try Broker.session(id, state, now) }
        // A place first: who is turned away pays nothing.
        return try await desk.place(session.holder, of: session.practice) {
            try await history(request, session.practice, id, gateway)
        }
    }

    private func history(
        _ request: HistoryRequest, _ practice: PracticeID, _ id: SessionID, _ gateway: GatewayID?
    ) async throws -> HistoryAnswer {
        let patient = try patientKeys(request.patient, practice)
        let opened = try await enter { entering in
            let session = try entering.session(id, through: gateway)
            guard session.practice == practice else { throw BrokerFailure(.session) }
            if let wait = try entering.waitForHistory(session) { return Entering.Opened.refused(.limit, wait: wait) }
            return try entering.open(patient?.subject, .identity, session, id, .condition)
        }
        if case .refused(let reason, let wait) = opened {
            return .refused(reason, retryAfter: UInt32(clamping: (wait + 999) / 1_000))
        }
        guard let subject = patient?.subject else { throw BrokerFailure(.unavailable, "history") }
        let scan = HistoryScan(
            practice: practice, subject: subject, from: request.from, through: request.through, cursor: request.cursor,
            limit: Int(request.limit))
        let answer = try await desk.run { [configuration, verificationKey] in
            try Broker.reading(configuration.ledger, verificationKey) { try scan.page(&$0) }
        }
        // It may have ended, or been frozen, meanwhile.
        _ = try look { state, now in try Broker.session(id, state, now) }
        return answer
    }

    /// What the ledger has to tell a practice since a moment, read as a history is, so much a call.
    func notices(_ practice: PracticeID, since: Timestamp, to asker: Holder? = nil) async throws -> AdminReply {
        let people = look { state, _ in Set((state.practices[practice]?.members ?? [:]).values.compactMap(\.person)) }
        let scan = NoticeScan(practice: practice, people: people, since: since, asker: asker)
        return try await desk.run { [configuration, verificationKey] in
            let page = try Broker.reading(configuration.ledger, verificationKey) { try scan.page(&$0) }
            return .notices(page.lines, next: page.next)
        }
    }

    /// Reads what is published: the journal, a second's worth, would have to be hashed for each call.
    private static func reading<R>(
        _ ledger: String, _ key: String, _ body: (inout LedgerReader) throws -> R
    ) throws -> R {
        do {
            var reader = try LedgerReader(directory: ledger, verifier: try NoteVerifier(vkey: key), journal: false)
            return try body(&reader)
        } catch { throw BrokerFailure(.unavailable, "ledger cannot be read") }
    }
}

extension Entering {
    /// How many milliseconds who asked too often has to wait; nil for nobody else. Throws unless the holder's role sees care.
    fileprivate func waitForHistory(_ session: SessionState) throws -> Int64? {
        guard let holder = state.practices[session.practice]?[session.holder] else { throw BrokerFailure(.session) }
        guard holder.readable(at: now).contains(.medical) else { throw BrokerFailure(.forbidden, "history") }
        return live.waitForHistory(session.holder, at: now)
    }
}
