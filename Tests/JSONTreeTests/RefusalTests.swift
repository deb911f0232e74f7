import JSONTree
import Testing

@Suite struct RefusalTests {
    private typealias Row = (text: String, code: JSONError.Code, offset: Int)

    private static let grammar: [Row] = [
        ("", .empty, 0), (" \n\t\r", .empty, 4), ("\u{FEFF}{}", .byteOrderMark, 0), ("\u{FEFF}", .byteOrderMark, 0),
        ("{} {}", .trailingContent, 3), ("1 2", .trailingContent, 2), ("[]]", .trailingContent, 2),
        ("\"a\"\"b\"", .trailingContent, 3), ("true,", .trailingContent, 4), ("{}\0", .trailingContent, 2),
        ("[1,]", .syntax, 3), ("[,1]", .syntax, 1), ("[1 2]", .syntax, 3), ("[1:2]", .syntax, 2), ("[1}", .syntax, 2),
        ("{\"a\":1,}", .syntax, 7), ("{\"a\" 1}", .syntax, 5), ("{\"a\",1}", .syntax, 4), ("{a:1}", .syntax, 1),
        ("{1:1}", .syntax, 1), ("{\"a\":}", .syntax, 5), ("{\"a\":1]", .syntax, 6), ("{\"a\"}", .syntax, 4),
        ("[", .syntax, 1), ("{", .syntax, 1), ("{\"a\":1", .syntax, 6), ("[1,", .syntax, 3), ("]", .syntax, 0),
        (":", .syntax, 0), ("\"abc", .syntax, 0), ("[1, \"abc]", .syntax, 4), ("\"abc\\\"", .syntax, 0),
        ("tru", .syntax, 0), ("truex", .syntax, 0), ("True", .syntax, 0), ("nul", .syntax, 0), ("nan", .syntax, 0),
        ("true\"a\"", .syntax, 0), ("\"a\"true", .trailingContent, 3), ("'a'", .syntax, 0), ("// c\n1", .syntax, 0),
        ("\\\"a\"", .syntax, 0), ("[\\\"a\\\"]", .syntax, 1), ("\u{A0}1", .syntax, 0), ("[1\u{0B}]", .invalidNumber, 1),
        ("[\u{0C}1]", .syntax, 1),
    ]

    private static let tokens: [Row] = [
        ("01", .invalidNumber, 0), ("-", .invalidNumber, 0), ("-a", .invalidNumber, 0), ("1.", .invalidNumber, 0),
        ("[1.e5]", .invalidNumber, 1), ("1e", .invalidNumber, 0), ("1e+", .invalidNumber, 0),
        ("0x1", .invalidNumber, 0),
        ("1a", .invalidNumber, 0), ("1\"a\"", .invalidNumber, 0), ("-01", .invalidNumber, 0), ("00", .invalidNumber, 0),
        ("-Infinity", .invalidNumber, 0), ("+1", .syntax, 0), (".5", .syntax, 0), ("NaN", .syntax, 0),
        ("1_000", .invalidNumber, 0), ("1\0", .invalidNumber, 0), ("１", .syntax, 0),
        ("\"\\x\"", .invalidEscape, 1), ("\"a\\u12\"", .invalidEscape, 2), ("\"\\u12G4\"", .invalidEscape, 1),
        ("\"\\U0041\"", .invalidEscape, 1), ("\"\\'\"", .invalidEscape, 1), ("\"ab\\\u{E9}\"", .invalidEscape, 3),
        ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1), ("\"\\ud83d\\n\"", .loneSurrogate, 1),
        ("\"\\ud83dx\"", .loneSurrogate, 1), ("\"\\ud83d\\ud83d\"", .loneSurrogate, 1),
        ("\"\\ude00\\ud83d\"", .loneSurrogate, 1), ("\"\\ud83d\\ude0\"", .loneSurrogate, 1),
        ("\"a\nb\"", .controlCharacter, 2), ("[\"\\\"\t\"]", .controlCharacter, 4), ("\"\0\"", .controlCharacter, 1),
        ("\"\\\n\"", .controlCharacter, 2), ("{\"a\":1,\"a\":2}", .duplicateKey, 7),
        ("{\"\":1,\"\":2}", .duplicateKey, 6),
    ]

    @Test func texts() {
        for row in Self.grammar + Self.tokens {
            let error = Samples.refusal(row.text)
            #expect(error?.code == row.code, "\(row.text.debugDescription)")
            #expect(error?.offset == row.offset, "\(row.text.debugDescription)")
        }
    }

    @Test func invalidUTF8() {
        let rows: [(bytes: [UInt8], offset: Int)] = [
            ([0x22, 0x80, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xC1, 0xBF, 0x22], 1),
            ([0x22, 0x61, 0xE0, 0x80, 0xAF, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xF8, 0x88, 0x80, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xC3, 0x22], 1), ([0x22, 0xE2, 0x82], 1), ([0xFF, 0xFE, 0x5B, 0x00], 0), ([0x5B, 0x5D, 0xC3], 2),
        ]
        for row in rows {
            let error = Samples.refusal(row.bytes)
            #expect(error?.code == .invalidUTF8, "\(row.bytes)")
            #expect(error?.offset == row.offset, "\(row.bytes)")
        }
    }

    @Test func depthIsCounted() throws {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let deep = { (depth: Int) in
                String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
            }
            #expect(Samples.text(try Samples.parse(deep(64))) == deep(64))
            let error = Samples.refusal(deep(65))
            #expect(error?.code == .tooDeep)
            #expect(error?.offset == open.utf8.count * 64)
            #expect(Samples.refusal(deep(3), limits: JSONLimits(maximumDepth: 2))?.offset == open.utf8.count * 2)
            #expect(Samples.refusal(deep(256), limits: JSONLimits(maximumDepth: .max)) == nil)
            #expect(Samples.refusal(deep(257), limits: JSONLimits(maximumDepth: .max))?.code == .tooDeep)
        }
        #expect(Samples.refusal("0", limits: JSONLimits(maximumDepth: 0)) == nil)
        #expect(Samples.refusal("[]", limits: JSONLimits(maximumDepth: 0))?.code == .tooDeep)
    }

    @Test func sizesAreCounted() {
        #expect(Samples.refusal("[1,2]", limits: JSONLimits(maximumBytes: 5)) == nil)
        #expect(Samples.refusal("[1,2] ", limits: JSONLimits(maximumBytes: 5))?.code == .tooLarge)
        #expect(Samples.refusal("{\"a\":1,\"b\":[2]}", limits: JSONLimits(maximumNodes: 4)) == nil)
        let many = Samples.refusal("{\"a\":1,\"b\":[2,3]}", limits: JSONLimits(maximumNodes: 4))
        #expect(many?.code == .tooManyValues)
        #expect(many?.offset == 14)
        #expect(Samples.refusal("[12345]", limits: JSONLimits(maximumNumberLength: 5)) == nil)
        let long = Samples.refusal("[123456]", limits: JSONLimits(maximumNumberLength: 5))
        #expect(long?.code == .numberTooLong)
        #expect(long?.offset == 1)
        let digits = String(repeating: "7", count: 256)
        #expect(Samples.refusal(digits) == nil)
        #expect(Samples.refusal(digits + "7")?.code == .numberTooLong)
        #expect(Samples.refusal([UInt8](repeating: 0x20, count: 16 << 20 | 1))?.code == .tooLarge)
        #expect(Samples.refusal("1", limits: JSONLimits(maximumBytes: -1, maximumNodes: -1)) != nil)
        #expect(Samples.refusal("1", limits: JSONLimits(maximumNodes: -1))?.code == .tooManyValues)
    }

    @Test func anyCollectionOfBytesIsRead() throws {
        let bytes = Array("x[1,2]x".utf8)
        #expect(try JSONValue(parsing: bytes[1..<6]) == [1, 2])
        #expect(try JSONValue(parsing: bytes.span.extracting(1..<6)) == [1, 2])
        #expect(try JSONValue(parsing: "x[1,2]".dropFirst().utf8) == [1, 2])
        let raw = try unsafe bytes.withUnsafeBytes { try unsafe JSONValue(parsing: $0[1..<6]) }
        #expect(raw == [1, 2])
        #expect(throws: JSONError.self) { try JSONValue(parsing: EmptyCollection()) }
    }

    @Test func scatteredBytesAreLimitedToo() throws {
        let scattered = Array("[1,2]".utf8).lazy.filter { _ in true }
        #expect(try JSONValue(parsing: scattered) == [1, 2])
        #expect(throws: JSONError.self) { try JSONValue(parsing: scattered, limits: JSONLimits(maximumBytes: 4)) }
    }
}
