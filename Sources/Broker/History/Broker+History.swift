import BrokerAPI
import Ledger
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
        let id = try authenticate(request.token)
        let practice = try look { state, now in try Broker.session(id, state, now).practice }
        let patient = try patientKeys(request.patient, practice)
        let (opened, holder) = try await enter { entering in
            let session = try entering.session(id, through: gateway)
            guard session.practice == practice else { throw BrokerFailure(.session) }
            try entering.requireHistory(session)
            return (try entering.open(patient?.subject, .identity, session, id, .condition), session.holder)
        }
        if case .refused(let reason, let wait) = opened {
            return .refused(reason, retryAfter: UInt32(clamping: (wait + 999) / 1_000))
        }
        guard let subject = patient?.subject else { throw BrokerFailure(.unavailable, "history") }
        let scan = HistoryScan(
            practice: practice, subject: subject, from: request.from, through: request.through, cursor: request.cursor,
            limit: Int(request.limit))
        let answer = try await desk.run(holder) { [configuration, verificationKey] in
            try Broker.scanned(scan, configuration.ledger, verificationKey)
        }
        // It may have ended, or been frozen, meanwhile.
        _ = try look { state, now in try Broker.session(id, state, now) }
        return answer
    }

    /// Reads what is published: the journal, a second's worth, would have to be hashed for each call.
    private static func scanned(_ scan: HistoryScan, _ ledger: String, _ key: String) throws -> HistoryAnswer {
        do {
            var reader = try LedgerReader(directory: ledger, verifier: try NoteVerifier(vkey: key), journal: false)
            return try scan.page(&reader)
        } catch {
            throw BrokerFailure(.unavailable, "ledger cannot be read")
        }
    }
}

extension Entering {
    /// Throws unless the holder's role sees care and the holder has not asked too often.
    fileprivate func requireHistory(_ session: SessionState) throws {
        guard let holder = state.practices[session.practice]?[session.holder] else { throw BrokerFailure(.session) }
        guard !holder.depositOnly, Access.readable(holder.role).contains(.medical) else {
            throw BrokerFailure(.forbidden, "history")
        }
        guard live.mayReadHistory(session.holder, at: now) else { throw BrokerFailure(.forbidden, "histories") }
    }
}
