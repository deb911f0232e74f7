/// A string told apart by its bytes, for sets and dictionaries: `String` itself calls canonical equivalents equal.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: ExactText, b: ExactText) -> Bool { a.text.hasSameBytes(as: b.text) }

    func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
    /// Whether the UTF-8 bytes are the same.
    func hasSameBytes(as other: String) -> Bool {
        let count = utf8.count
        guard count == other.utf8.count else { return false }
        let (mine, others) = (utf8.span, other.utf8.span)
        for index in 0..<count where mine[index] != others[index] { return false }
        return true
    }

    /// Feeds the UTF-8 bytes and a byte that no UTF-8 holds.
    func hashBytes(into hasher: inout Hasher) {
        unsafe utf8.span.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
        hasher.combine(0xFF as UInt8)
    }
}
