import Vocabulary

/// Asks for the index tokens of search terms, all of which a patient must match.
public struct TokensRequest: WireMessage {
    /// Most terms in one request of a search; an import may ask for more hashes of entries.
    public static let maximumTerms = 20_000
    /// The session.
    public let token: SessionToken
    /// The signed request proof; none of a bearer.
    public let proof: [UInt8]
    /// The terms as typed.
    public let terms: [SearchTerm]

    /// Makes a request of its parts.
    public init(token: SessionToken, proof: [UInt8] = [], terms: [SearchTerm]) {
        self.token = token
        self.proof = proof
        self.terms = terms
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        terms = try reader.list(limit: TokensRequest.maximumTerms)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.list(terms)
    }
}

/// The tokens of a request, in its order; none where a value cannot be one of its field.
public struct Tokens: WireMessage {
    /// In the order of the terms.
    public let tokens: [IndexTokenBits?]

    /// Keeps the tokens.
    public init(_ tokens: [IndexTokenBits?]) { self.tokens = tokens }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        tokens = try reader.list(limit: TokensRequest.maximumTerms) { (reader) throws(WireError) in
            try reader.optional { (reader) throws(WireError) in try reader.id() }
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.list(tokens) { writer, token in writer.optional(token) { $0.id($1) } }
    }
}

/// A patient that the store found for the terms of a search, with the broker's own MAC of each row.
public struct Candidate: WireMessage, Hashable {
    /// The patient.
    public let patient: PatientID
    /// Which of the patient's resources the rows point to; 0 is the patient itself.
    public let ordinal: UInt32
    /// One MAC for each term, in the order of the terms.
    public let macs: [RowMACBits]

    /// Makes a candidate of its parts.
    public init(patient: PatientID, ordinal: UInt32, macs: [RowMACBits]) {
        self.patient = patient
        self.ordinal = ordinal
        self.macs = macs
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        patient = try reader.id()
        ordinal = try reader.uint32()
        macs = try reader.list(limit: 16) { (reader) throws(WireError) in try reader.id() }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(patient)
        writer.uint32(ordinal)
        writer.list(macs) { $0.id($1) }
    }
}

/// Asks for the identity keys of the patients that match the terms of a search or an agenda.
public struct MatchesRequest: WireMessage {
    /// Most terms of one search.
    public static let maximumTerms = 16
    /// Most candidates of one request: the largest usual day and some.
    public static let maximumCandidates = 256
    /// The session.
    public let token: SessionToken
    /// The signed request proof; its place.
    public let proof: [UInt8]
    /// The terms as typed; the broker computes their tokens itself.
    public let terms: [SearchTerm]
    /// What the store found.
    public let candidates: [Candidate]
    /// `search` or `agenda`.
    public let purpose: Purpose

    /// Makes a request of its parts.
    public init(
        token: SessionToken, proof: [UInt8] = [], terms: [SearchTerm], candidates: [Candidate], purpose: Purpose
    ) {
        self.token = token
        self.proof = proof
        self.terms = terms
        self.candidates = candidates
        self.purpose = purpose
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        terms = try reader.list(limit: MatchesRequest.maximumTerms)
        candidates = try reader.list(limit: MatchesRequest.maximumCandidates)
        purpose = try reader.word()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        writer.list(terms)
        writer.list(candidates)
        writer.text(purpose.rawValue)
    }
}

extension SearchTerm: WireMessage {
    /// Reads the field and the value.
    public init(from reader: inout WireReader) throws(WireError) {
        let field: Field = try reader.word()
        self.init(field, try reader.text(limit: SearchTerm.maximumLength))
    }

    /// Writes the field and the value.
    public func write(to writer: inout WireWriter) {
        writer.text(field.rawValue)
        writer.text(value)
    }
}
