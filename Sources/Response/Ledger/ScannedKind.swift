import Vocabulary

/// What a scope wants to know of an entry's kind.
enum ScannedKind: UInt8 {
    case release, export, patient, erase, index, access, other

    private static let wanted: [(FieldName, ScannedKind)] = [
        (FieldName("release"), .release), (FieldName("export"), .export), (FieldName("patient"), .patient),
        (FieldName("erase"), .erase), (FieldName("index"), .index), (FieldName("access"), .access),
    ]
    private static let others: Set<FieldName> = Set(
        [
            "carry", "practice", "policy", "member", "client", "key", "session", "booking", "deposit", "stored",
            "epoch", "emergency", "alert", "refusal", "freeze", "thaw", "grant", "request", "approval", "time",
        ].map { FieldName($0) })

    /// Nil for a kind that no entry has.
    init?(_ name: FieldName) {
        if let known = ScannedKind.wanted.first(where: { $0.0 == name }) {
            self = known.1
        } else if ScannedKind.others.contains(name) {
            self = .other
        } else {
            return nil
        }
    }
}
