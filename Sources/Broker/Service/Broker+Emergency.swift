import BrokerAPI
import Vocabulary

extension Broker {
    /// Declares an emergency opening of one patient: a member's session, a fresh factor, a coded reason, at most ten a day.
    ///
    /// Neither limits, tripwire nor an automatic freeze stand in its way; a freeze by a person does.
    public func emergency(_ request: EmergencyRequest) async throws -> Nothing {
        try await emergency(request, gateway: nil)
    }

    /// Declares an emergency opening through a gateway.
    func emergency(_ request: EmergencyRequest, gateway: GatewayID?) async throws -> Nothing {
        let proven = try proven(request.token, request.proof, gateway: gateway)
        let id = proven.session
        guard proven.allows(request.patient, .identity) else { throw BrokerFailure(.proof, "patient") }
        let (holder, person) = try person(of: proven)
        let shown = try await fresh(
            request.assertion, proven, person, for: "emergency:\(request.patient):\(request.reason)")
        guard Broker.isCode(request.reason) else { throw BrokerFailure(.invalid, "reason") }
        let practice = try look { state, now in try Broker.session(id, state, now).practice }
        guard let patient = try patientKeys(request.patient, practice) else {
            throw BrokerFailure(.notFound, "patient")
        }
        let isDeclared = try await enter { entering in
            let session = try entering.session(id)
            guard session.holder == holder, case .member(let member) = holder, session.practice == practice else {
                throw BrokerFailure(.forbidden, "emergency")
            }
            guard let state = entering.live.state.practices[practice], state.patients[patient.subject] != nil else {
                throw BrokerFailure(.notFound, "patient")
            }
            let used = state[state.counting(holder)]?.emergencies
            let isRepeat = used?.contains(patient.subject, within: .day, at: entering.now) ?? false
            if !isRepeat, used?.count(.day, at: entering.now) ?? 0 >= entering.live.state.limits.emergencies {
                try entering.refuse(.emergencyLimit, patient.subject, session, id, counts: true)
                return false
            }
            guard Access.may(try entering.mayBegin(holder).1.role, .emergency) else {
                throw BrokerFailure(.forbidden, "emergency")
            }
            try entering.use(shown, of: holder)
            let body = Emergency(
                subject: patient.subject, member: member, session: id, reason: request.reason, jti: shown.jti)
            try entering.enter(.emergency(body), in: practice)
            return true
        }
        guard isDeclared else { throw BrokerFailure(.forbidden, RefusalReason.emergencyLimit.rawValue) }
        return Nothing()
    }

    /// Enters the head of an access log.
    public func accessHead(_ request: AccessHead) async throws -> Nothing {
        try await enter { entering in
            guard entering.live.state.practices[request.practice] != nil else {
                throw BrokerFailure(.notFound, "practice")
            }
            guard entering.live.mayEnterAccess(request.practice, at: entering.now) else {
                throw BrokerFailure(.conflict, "access")
            }
            try entering.enter(.access(AccessEntry(size: request.size, head: request.head)), in: request.practice)
            return Nothing()
        }
    }

    /// Whether a text is a code: 1 to 32 letters, digits or hyphens.
    static func isCode(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { ($0 | 32 >= 97 && $0 | 32 <= 122) || (48...57).contains($0) || $0 == 45 }
    }
}
