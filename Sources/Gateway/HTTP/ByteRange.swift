/// The part of a content that a request asks for (RFC 9110 §14): one range of bytes.
enum ByteRange: Equatable {
    /// All of it: no range, several, or a form that may be ignored (§14.2).
    case whole
    case part(Range<UInt64>)
    case unsatisfiable

    /// Reads a `Range` for a content of so many bytes.
    init(_ text: String?, of length: UInt64) {
        guard let text, text.hasPrefix("bytes="), !text.contains(",") else {
            self = .whole
            return
        }
        let bounds = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2, bounds.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            self = .whole
            return
        }
        switch (UInt64(bounds[0]), UInt64(bounds[1])) {
        case (let first?, let last?) where first <= last: self = ByteRange.from(first, to: last, length)
        case (let first?, nil) where bounds[1].isEmpty: self = ByteRange.from(first, to: .max - 1, length)
        case (nil, let count?) where bounds[0].isEmpty:
            self = count == 0 || length == 0 ? .unsatisfiable : .part(length - min(count, length)..<length)
        default: self = .whole
        }
    }

    private static func from(_ first: UInt64, to last: UInt64, _ length: UInt64) -> ByteRange {
        first < length ? .part(first..<min(last, length - 1) + 1) : .unsatisfiable
    }
}
