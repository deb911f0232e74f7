/// Reads the records of a CSV text one by one (RFC 4180, with `,`, `;` or tab between fields; lines may end with LF alone).
/// Each byte is looked at once, whatever the text says.
struct CSVReader {
    /// What one record is.
    enum Record: Hashable {
        /// Its fields, without quotes.
        case fields([String])
        /// Something that RFC 4180 does not allow, or a limit; nothing of it is used.
        case damaged
    }

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let separator: UInt8
    private var place: Int
    /// Whether the record under way breaks a rule.
    private var isDamaged = false
    /// Whether a quote was never closed: then the text's rest is in no record.
    private(set) var isCutShort = false

    /// Starts at a byte.
    init(_ bytes: [UInt8], from place: Int, separator: UInt8) {
        (self.bytes, self.place, self.separator) = (bytes, place, separator)
    }

    /// Which of the three separators the first line has most of, outside quotes.
    static func separator(of bytes: [UInt8], from place: Int) -> UInt8 {
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var (counts, isQuoted) = ([0, 0, 0], false)
        for byte in bytes[place...] {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == newline { break }
            if let found = separators.firstIndex(of: byte) { counts[found] += 1 }
        }
        let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return counts[best] == 0 ? separators[0] : separators[best]
    }

    /// The next record that is no empty line; nil after the last.
    mutating func next() -> Record? {
        skipEmptyLines()
        guard place < bytes.count else { return nil }
        isDamaged = false
        var fields: [String] = []
        repeat {
            let field = bytes.element(place) == CSVReader.quote ? quoted() : plain()
            if fields.count == SampleLimits.columns { isDamaged = true } else { fields.append(field) }
        } while takeSeparator()
        return isDamaged ? .damaged : .fields(fields)
    }

    private mutating func skipEmptyLines() {
        while place < bytes.count {
            let isPair = bytes[place] == CSVReader.carriage && bytes.element(place + 1) == CSVReader.newline
            guard isPair || bytes[place] == CSVReader.newline else { return }
            place += isPair ? 2 : 1
        }
    }

    /// Behind a field: whether another follows. Otherwise the line's end is behind us; what else stands there is damage.
    private mutating func takeSeparator() -> Bool {
        if bytes.element(place) == separator {
            place += 1
            return true
        }
        if bytes.element(place) == CSVReader.carriage, bytes.element(place + 1) == CSVReader.newline { place += 1 }
        while place < bytes.count, bytes[place] != CSVReader.newline {
            isDamaged = true
            place += 1
        }
        place = min(place + 1, bytes.count)
        return false
    }

    private mutating func plain() -> String {
        let start = place
        while place < bytes.count, bytes[place] != separator, bytes[place] != CSVReader.newline {
            if bytes[place] == CSVReader.carriage {
                if bytes.element(place + 1) == CSVReader.newline { break }
                isDamaged = true
            }
            if bytes[place] == CSVReader.quote { isDamaged = true }
            place += 1
        }
        return text(bytes[start..<place])
    }

    private mutating func quoted() -> String {
        var kept: [UInt8] = []
        place += 1
        while place < bytes.count {
            if bytes[place] == CSVReader.quote {
                place += 1
                guard bytes.element(place) == CSVReader.quote else { return text(kept[...]) }
            }
            if kept.count <= SampleLimits.valueBytes { kept.append(bytes[place]) }
            place += 1
        }
        (isDamaged, isCutShort) = (true, true)
        return ""
    }

    private mutating func text(_ value: ArraySlice<UInt8>) -> String {
        guard value.count <= SampleLimits.valueBytes else {
            isDamaged = true
            return ""
        }
        return String(decoding: value, as: UTF8.self)
    }
}

extension [UInt8] {
    /// The element at an index, or nil past the end.
    fileprivate func element(_ index: Int) -> UInt8? { index < count ? self[index] : nil }
}
