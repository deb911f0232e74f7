/// Reads comma-separated values (RFC 4180) strictly: UTF-8, fields in quotes or without any, lines that end in CRLF or LF.
struct CSVReader {
    /// One record and the line on which it begins, from 1.
    struct Record: Equatable {
        let line: Int
        let fields: [String]
    }

    private let bytes: [UInt8]
    private let maximumFields: Int
    private var at = 0
    private var line = 1

    /// - Parameter maximumFields: Beyond so many fields in one record it stops.
    init(_ bytes: [UInt8], maximumFields: Int) {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
        self.maximumFields = maximumFields
    }

    /// The next record; nil at the end.
    mutating func next() throws(OnboardingFault) -> Record? {
        guard at < bytes.count else { return nil }
        let first = line
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard fields.count <= maximumFields else {
                throw OnboardingFault(line, nil, "too many fields: put a text that holds commas in double quotes")
            }
            guard at < bytes.count else { break }
            if bytes[at] == UInt8(ascii: ",") {
                at += 1
            } else {
                try endOfLine()
                break
            }
        }
        return Record(line: first, fields: fields)
    }

    private mutating func field() throws(OnboardingFault) -> String {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return try plain() }
        let start = line
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                text.append(byte)
                continue
            }
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                at += 1
                text.append(byte)
                continue
            }
            guard at == bytes.count || [UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(bytes[at])
            else { throw OnboardingFault(line, nil, "text behind a closing quote: write a quote inside a text twice") }
            return try decoded(text)
        }
        throw OnboardingFault(start, nil, "a quote is not closed: write a quote inside a text twice")
    }

    private mutating func plain() throws(OnboardingFault) -> String {
        let start = at
        while at < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(bytes[at]) {
            guard bytes[at] != UInt8(ascii: "\"") else {
                throw OnboardingFault(
                    line, nil, "a quote inside a text: put the text in quotes and write the quote twice")
            }
            at += 1
        }
        return try decoded(Array(bytes[start..<at]))
    }

    private mutating func endOfLine() throws(OnboardingFault) {
        if bytes[at] == UInt8(ascii: "\r") { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\n") else {
            throw OnboardingFault(line, nil, "a lone carriage return: end lines with CRLF or LF")
        }
        at += 1
        line += 1
    }

    private func decoded(_ bytes: [UInt8]) throws(OnboardingFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw OnboardingFault(line, nil, "not UTF-8: save the file as UTF-8")
        }
        return text
    }
}
