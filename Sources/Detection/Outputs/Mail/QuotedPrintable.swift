/// Lines of text in quoted-printable (RFC 2045 §6.7): at most 76 characters each, CR LF between them.
enum QuotedPrintable {
    static func bytes(_ lines: [String]) -> [UInt8] {
        var out: [UInt8] = []
        for line in lines {
            append(Array(line.utf8), to: &out)
            out += [13, 10]
        }
        return out
    }

    private static func append(_ line: [UInt8], to out: inout [UInt8]) {
        var width = 0
        for (index, unit) in line.enumerated() {
            let isLast = index == line.count - 1
            let piece =
                isPlain(unit, isLast: isLast) ? [unit] : Array("=\(FindingDigest.hex([unit]).uppercased())".utf8)
            if width + piece.count > (isLast ? 76 : 75) {
                out += [UInt8(ascii: "="), 13, 10]
                width = 0
            }
            out += piece
            width += piece.count
        }
    }

    private static func isPlain(_ unit: UInt8, isLast: Bool) -> Bool {
        switch unit {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "): !isLast
        default: (33...126).contains(unit)
        }
    }
}
