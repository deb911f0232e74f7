import BrokerAPI
import Identity
import Sealing
import Vocabulary

extension Broker {
    /// Computes the tokens of search terms. A token shows nothing by itself: it only finds rows in this practice's own index. But
    /// whoever holds the store too could try names one after another, so the terms of each holder are counted.
    public func tokens(_ request: TokensRequest) async throws -> Tokens { try await tokens(request, gateway: nil) }

    /// Computes the tokens of search terms through a gateway.
    func tokens(_ request: TokensRequest, gateway: GatewayID?) async throws -> Tokens {
        let proven = try proven(request.token, request.proof, gateway: gateway)
        guard proven.allows(tokens: request.terms) else { throw BrokerFailure(.proof, "terms") }
        let id = proven.session
        let terms = request.terms.count { $0.field != .entry }
        let practice = try await enter { entering in
            let session = try entering.session(id)
            guard entering.live.maySearch(session.holder, terms: terms, at: entering.now) else {
                throw BrokerFailure(.forbidden, "searches")
            }
            return session.practice
        }
        let keys = try keys(of: practice)
        return Tokens(request.terms.map { term in term.folded.flatMap { keys.index(term.field).token($0).bits } })
    }

    /// Releases identity keys of the matches of a search or an agenda.
    ///
    /// Only candidates are considered whose index rows, one for each term, carry this broker's own MAC. A search of more than
    /// ten releases nothing and costs nothing.
    public func matches(_ request: MatchesRequest) async throws -> ReleaseAnswers {
        try await matches(request, gateway: nil)
    }

    /// Releases identity keys of the matches of a search or an agenda through a gateway.
    func matches(_ request: MatchesRequest, gateway: GatewayID?) async throws -> ReleaseAnswers {
        let proven = try proven(request.token, request.proof, gateway: gateway)
        let id = proven.session
        guard request.purpose == .search || request.purpose == .agenda, !request.terms.isEmpty,
            request.terms.count <= MatchesRequest.maximumTerms
        else { throw BrokerFailure(.invalid, "matches") }
        if request.purpose == .agenda, request.terms.contains(where: { $0.field != .booking }) {
            throw BrokerFailure(.invalid, "agenda")
        }
        guard proven.allows(search: request.terms) else { throw BrokerFailure(.proof, "terms") }
        let patients = Broker.distinct(request.candidates.map(\.patient))
        if request.purpose == .search, patients.count > Broker.maximumShown {
            let answers = patients.map {
                ReleaseAnswer(patient: $0, tier: .identity, outcome: .refused(.tooMany, retryAfter: 0))
            }
            return ReleaseAnswers(answers)
        }
        let practice = try look { state, now in try Broker.session(id, state, now).practice }
        let genuine = try genuine(request, practice)
        // One proof, one search: not ten of those who match, and then ten others.
        if let proof = proven.proof {
            let isAgenda = request.purpose == .agenda
            let most = isAgenda ? Broker.maximumAgenda : proof.named.isAny ? Named.maximumPatients : Broker.maximumShown
            guard live.withLock({ $0.proofs.mayFind(genuine, proof.name, atMost: most) }) else {
                throw BrokerFailure(.proof, "terms")
            }
        }
        let released = try await release(
            patients.filter(genuine.contains).map { ($0, .identity) }, in: proven, purpose: request.purpose,
            gateway: gateway)
        if let name = proven.proof?.name {
            live.withLock { $0.proofs.note(released.answers.compactMap(\.releasedPatient), name) }
        }
        let forged = patients.filter { !genuine.contains($0) }.map {
            ReleaseAnswer(patient: $0, tier: .identity, outcome: .refused(.forgedRow, retryAfter: 0))
        }
        if !forged.isEmpty { try await noteForged(id) }
        return ReleaseAnswers(released.answers + forged)
    }

    /// Enters, merged with others, that somebody showed rows that are not this broker's work. It freezes nobody: the store may
    /// have been altered by another.
    private func noteForged(_ id: SessionID) async throws {
        try await enter { entering in
            try entering.refuse(.forgedRow, nil, try entering.session(id), id, counts: false)
        }
    }

    private typealias Named = RequestProof.Named
    /// Most patients that a search shows.
    static let maximumShown = 10
    /// Most patients that one proof's agenda of a day shows: twice the longest usual day, and some.
    static let maximumAgenda = 96

    /// The patients all of whose rows are this broker's own work for these terms.
    private func genuine(_ request: MatchesRequest, _ practice: PracticeID) throws -> Set<PatientID> {
        let keys = try keys(of: practice)
        let tokens = request.terms.map { term in
            term.folded.map { (keys.index(term.field), keys.index(term.field).token($0)) }
        }
        let genuine = request.candidates.filter { candidate in
            candidate.macs.count == tokens.count
                && zip(candidate.macs, tokens).allSatisfy { mac, pair in
                    guard let (key, token) = pair,
                        let row = IndexRow(
                            token: token, patient: candidate.patient, ordinal: candidate.ordinal, mac: mac.bytes)
                    else { return false }
                    return key.verify(row)
                }
        }
        return Set(genuine.map(\.patient))
    }

    private static func distinct(_ patients: [PatientID]) -> [PatientID] {
        var seen = Set<PatientID>()
        return patients.filter { seen.insert($0).inserted }
    }
}

extension ReleaseAnswer {
    /// The patient, if the key was released.
    fileprivate var releasedPatient: PatientID? { if case .released = outcome { patient } else { nil } }
}

extension IndexToken {
    /// As it is carried on the wire.
    var bits: IndexTokenBits? { IndexTokenBits(bytes: bytes) }
}
