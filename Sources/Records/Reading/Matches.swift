import BrokerAPI
import Store
import Vocabulary

/// What index and broker found for the terms of a search or an agenda.
struct Matches: Sendable {
    /// What the store found, oldest first.
    var matches: [StoredMatch] = []
    /// The patients whose identity key was released, in that order.
    var released: [PatientID] = []
    /// Their keys.
    var keys = HeldKeys()
    /// The others, by reason. A row that this broker did not write is none of them: it does not count as a match.
    var refused: [Refusal] = []
}

extension RecordSession {
    /// Asks index and broker. Throws `keepTyping` when more than `limit` resources match, and asks for no key then.
    func matches(_ terms: [SearchTerm], _ purpose: Purpose, limit: Int) async throws(RecordError) -> Matches {
        guard info.readable.contains(.identity) else { throw .forbidden }
        guard (1...MatchesRequest.maximumTerms).contains(terms.count) else { throw .tooLarge }
        let found = try await find(terms, limit)
        var matches = Matches(matches: found.matches)
        for answer in try await released(terms, found, purpose) {
            try matches.keys.take(answer, practice: practice)
            if case .released = answer.outcome, let patient = answer.patient { matches.released.append(patient) }
        }
        matches.refused = Matches.counted(matches.keys)
        return matches
    }

    /// What the broker answers of the identity of those whom the store found, row by row its own.
    func released(
        _ terms: [SearchTerm], _ found: FoundRows, _ purpose: Purpose
    ) async throws(RecordError) -> [ReleaseAnswer] {
        let candidates = found.matches.compactMap { match -> Candidate? in
            let macs = found.tokens.compactMap { token in match.rows.first { $0.token == token }?.mac }
            guard let patient = match.key.patient, macs.count == terms.count else { return nil }
            return Candidate(patient: patient, ordinal: match.key.ordinal, macs: macs)
        }
        guard !candidates.isEmpty else { return [] }
        let request = MatchesRequest(
            token: token, proof: proofBytes, terms: terms, candidates: candidates, purpose: purpose)
        let answers = try await RecordError.mapping { try await service.broker.matches(request).answers }
        return answers.filter { $0.tier == .identity }
    }

    /// What the store holds, and the tokens that it was asked for.
    typealias FoundRows = (matches: [StoredMatch], tokens: [RowToken])

    /// Asks the index. Throws `keepTyping` when more than `limit` resources match.
    func find(_ terms: [SearchTerm], _ limit: Int) async throws(RecordError) -> FoundRows {
        let answer = try await RecordError.mapping {
            try await service.broker.tokens(TokensRequest(token: token, proof: proofBytes, terms: terms))
        }
        let tokens = answer.tokens.compactMap { $0.map { RowToken(high: $0.high, low: $0.low) } }
        guard tokens.count == terms.count else { return ([], []) }
        var distinct: [RowToken] = []
        for token in tokens where !distinct.contains(token) { distinct.append(token) }
        let matches = try await RecordError.mapping {
            try await service.store.find(distinct, limit: limit, in: practice)
        }
        guard matches.count <= limit else { throw .keepTyping }
        return (matches, tokens)
    }
}

extension Matches {
    /// Refusals by reason; those of unknown patients and foreign rows are no matches at all.
    static func counted(_ keys: HeldKeys) -> [Refusal] {
        let groups = Dictionary(
            grouping: keys.refusals.values.filter { $0.reason != .unknown && $0.reason != .forgedRow }
        ) {
            $0.reason
        }
        return groups.map { reason, refusals in
            Refusal(reason: reason, retryAfter: refusals.map(\.retryAfter).max() ?? 0, patients: refusals.count)
        }.sorted { $0.reason.rawValue < $1.reason.rawValue }
    }
}

extension StoredRow {
    /// The row's code as it is carried on the wire.
    var mac: RowMACBits { RowMACBits(high: code.high, low: code.low) }
}
