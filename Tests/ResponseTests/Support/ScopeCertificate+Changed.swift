@testable import Response

extension ScopeCertificate {
    /// The same with other parts.
    func changed(
        start: CertificateEdge?? = nil, end: CertificateEdge? = nil, entries: [UInt8]? = nil, places: [UInt64]? = nil,
        proof: MultiProof? = nil, query: ScopeQuery? = nil, note: [UInt8]? = nil
    ) -> ScopeCertificate {
        ScopeCertificate(
            practice: practice, query: query ?? self.query, note: note ?? self.note, verified: verified,
            start: start ?? self.start, end: end ?? self.end, entries: entries ?? self.entries,
            places: places ?? self.places, proof: proof ?? self.proof)
    }

    /// The entries, one by one.
    var list: [[UInt8]] {
        var (list, place) = ([[UInt8]](), 0)
        while place < entries.count {
            let length = Int(entries[place]) << 8 | Int(entries[place + 1])
            list.append(Array(entries[place + 2..<place + 2 + length]))
            place += 2 + length
        }
        return list
    }

    /// Entries in the form of a certificate.
    static func packed(_ list: [[UInt8]]) -> [UInt8] {
        list.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    }
}
