import Vocabulary

extension ScopeQuery {
    /// Whether a release is asked for.
    func matches(_ entry: ScannedEntry, _ bytes: Span<UInt8>) -> Bool {
        guard covers(entry.time), isIn(practices, entry.practice), isIn(partners, entry.partner),
            isIn(sessions, entry.session), isIn(gateways, entry.gateway), matchesHolder(entry)
        else { return false }
        guard !grants.isEmpty else { return true }
        return entry.grant.map { grants.contains(ScopeQuery.text(bytes, $0)) } ?? false
    }

    /// Whether a practice's export, which no holder asked for, is asked for.
    func matchesExport(_ entry: ScannedEntry) -> Bool {
        asksForNobody && covers(entry.time) && isIn(practices, entry.practice)
    }

    /// Members and clients are two names of one kind: holders.
    private func matchesHolder(_ entry: ScannedEntry) -> Bool {
        if members.isEmpty && clients.isEmpty { return true }
        return entry.member.map(members.contains) ?? entry.client.map(clients.contains) ?? false
    }

    private func isIn<Kind>(_ names: Set<ID<Kind>>, _ id: ID<Kind>?) -> Bool {
        names.isEmpty || id.map(names.contains) ?? false
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        let part = bytes.extracting(range)
        return unsafe part.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
