import Vocabulary

extension ScopeQuery {
    /// The query as a claim of one practice asks it: within the practice, and between two moments that AuditEvents can be
    /// searched by: at most 366 days, by default the 365 until `end`. Throws for what no AuditEvent names.
    public func ofClaim(in practice: PracticeID, until end: Timestamp) throws(ScopeError) -> ScopeQuery {
        guard partners.isEmpty, gateways.isEmpty, grants.isEmpty else {
            throw ScopeError("query", "asks for a partner, gateway or grant, which no AuditEvent names")
        }
        guard practices.isEmpty || practices.contains(practice) else {
            throw ScopeError("query", "asks for other practices than the asker's")
        }
        var query = self
        query.practices = [practice]
        let last = min(through ?? end, end)
        let first = from ?? last.adding(days: -365)
        guard first <= last, last.day - first.day <= 365 else {
            throw ScopeError("interval", "begins after its end, or is longer than a year: ask year by year")
        }
        (query.from, query.through) = (first, last)
        return query
    }
}
