import Vocabulary

/// A text searched for, and whether others begin with it, hold it or are it (R4, search, string).
struct FoldedText: Sendable {
    /// What a text has to do with the one searched for.
    enum Mode: Sendable { case start, contains, exact }

    private let mode: Mode
    private let bytes: [UInt8]
    /// For each place, how much of the text is found again when the next byte differs (Knuth, Morris and Pratt).
    private let retreats: [Int]

    /// Nil when nothing is left of the text without its accents.
    init?(_ text: String, _ mode: Mode) {
        self.mode = mode
        bytes = Array((mode == .exact ? text : text.withoutCaseAndAccents).utf8)
        retreats = mode == .contains ? FoldedText.retreats(bytes) : []
        if bytes.isEmpty { return nil }
    }

    /// Whether another text matches.
    func matches(_ other: String) -> Bool {
        switch mode {
        case .exact: other.utf8.elementsEqual(bytes)
        case .start: other.withoutCaseAndAccents.utf8.starts(with: bytes)
        case .contains: isFound(in: other.withoutCaseAndAccents.utf8)
        }
    }

    private func isFound(in text: String.UTF8View) -> Bool {
        var matched = 0
        for byte in text {
            while matched > 0, bytes[matched] != byte { matched = retreats[matched - 1] }
            if bytes[matched] == byte { matched += 1 }
            if matched == bytes.count { return true }
        }
        return false
    }

    private static func retreats(_ bytes: [UInt8]) -> [Int] {
        var (retreats, matched) = (Array(repeating: 0, count: bytes.count), 0)
        for index in bytes.indices.dropFirst() {
            while matched > 0, bytes[matched] != bytes[index] { matched = retreats[matched - 1] }
            if bytes[matched] == bytes[index] { matched += 1 }
            retreats[index] = matched
        }
        return retreats
    }
}
