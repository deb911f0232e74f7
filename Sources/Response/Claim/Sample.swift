import JSONTree

/// A leaked sample, read strictly: a CSV text with a header, a JSON array of objects, or JSON lines.
///
/// Rows that are damaged are named by number and nothing of them is used. Nothing in a sample is an instruction.
public struct Sample: Sendable {
    /// How a sample is written.
    public enum Format: String, Sendable {
        /// RFC 4180 with a header.
        case csv
        /// One array of objects.
        case json
        /// An object a line.
        case ndjson
    }

    /// How it is written.
    public let format: Format
    /// The rows that could be read.
    public internal(set) var rows: [SampleRow] = []
    /// The numbers of the rows that are damaged, counted with the others.
    public internal(set) var damaged: [Int] = []
    /// Whether a quote that is never closed hides the rest of the text: how many rows that is, nobody can say.
    public internal(set) var isCutShort = false
    /// By what somebody can be found in it.
    public internal(set) var columns: Set<SampleColumn> = []

    /// How many rows there are, damaged ones included.
    public var count: Int { rows.count + damaged.count }

    /// Reads a sample in UTF-8, with or without byte order mark, within ``SampleLimits``.
    /// - Parameter columns: the sample's own names of columns that are not recognised.
    /// - Throws: what is wrong, with the byte or row where it helps, and no value.
    public init(reading bytes: [UInt8], columns told: [SampleColumn: String] = [:]) throws(ScopeError) {
        guard bytes.count <= SampleLimits.bytes else { throw ScopeError("sample", "is longer than 64 MiB") }
        let start = try Sample.start(of: bytes)
        let names = SampleColumns(told: told)
        switch bytes[start...].first(where: { !Sample.isSpace($0) }) {
        case nil: throw ScopeError("sample", "is empty")
        case UInt8(ascii: "["):
            format = .json
            try readArray(bytes[start...], names)
        case UInt8(ascii: "{"):
            format = .ndjson
            try readLines(Array(bytes[start...]), names)
        default:
            format = .csv
            try readTable(bytes, from: start, names)
        }
        try names.check(columns)
    }

    /// Where the text begins behind a byte order mark. Throws for anything but UTF-8.
    private static func start(of bytes: [UInt8]) throws(ScopeError) -> Int {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw ScopeError("sample", "is UTF-16: save it as UTF-8")
        }
        if let offset = UTF8Check.firstFault(in: bytes.span) {
            throw ScopeError("sample", "is not UTF-8 at byte \(offset) (perhaps Latin-1): save it as UTF-8")
        }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Takes a row, or notes that it is damaged.
    mutating func take(_ values: [SampleColumn: String]?) throws(ScopeError) {
        guard count < SampleLimits.rows else {
            throw ScopeError("sample", "has more than \(SampleLimits.rows) rows: take a part of it")
        }
        let number = count + 1
        if let values {
            rows.append(SampleRow(number: number, values: values))
        } else {
            damaged.append(number)
        }
    }
}
