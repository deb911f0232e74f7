import JSONTree
import Testing

@Suite struct RoundTripTests {
    @Test(
        .enabled(if: SharedData.isThere, "needs the shared example files"),
        arguments: ["r4-examples", "synthea"])
    func filesComeBackByteForByte(folder: String) throws {
        let files = try SharedData.files(folder)
        #expect(!files.isEmpty)
        for file in files {
            #expect(try JSONValue(parsing: file.bytes).bytes == Self.stripped(file.bytes), "\(file.name)")
        }
    }

    @Test(.enabled(if: SharedData.isThere, "needs the shared definitions"))
    func linesComeBackByteForByte() throws {
        for file in try SharedData.files("fhir-r4-definitions") where file.name.hasSuffix(".ndjson") {
            var lines = JSONLines()
            var count = 0
            while let line = try lines.next(in: file.bytes.span) {
                let bytes = Array(file.bytes[line.range])
                #expect(try JSONValue(parsing: bytes).bytes == Self.stripped(bytes), "\(file.name) \(line.number)")
                count += 1
            }
            #expect(count == file.bytes.split(separator: 0x0A).count, "\(file.name)")
        }
    }

    @Test func everyKindOfTokenIsReadAndWritten() throws {
        let value = try Samples.parse(Samples.resource)
        let compact =
            #"{"resourceType":"Observation","id":"bé😀","active":true,"none":null,"no":false,"#
            + #""text":{"div":"<div>\"quoted\" \\ / cafe"# + "\u{301}" + #" \t\n</div>"},"empty":[[],{},""],"#
            + #""valueQuantity":{"value":1.00,"low":-0.5e-10,"high":6.02E+23,"unit":"mg/dL é 漢 😀"}}"#
        #expect(value.bytes == Array(compact.utf8))
        #expect(try JSONValue(parsing: value.bytes) == value)
    }

    @Test func numbersKeepTheirText() throws {
        for text in ["0", "-0", "1.00", "1e5", "1E+05", "-1.5e-300", "123456789012345678901234567890.10", "0.0e0"] {
            #expect(Samples.text(try Samples.parse(text)) == text)
            #expect(try Samples.parse("[\(text)]").array?.first?.number?.text == text)
            #expect(try Samples.parse(" \(text)\n").number == JSONNumber(text: text))
        }
    }

    @Test func keysKeepTheirOrder() throws {
        let text = #"{"z":1,"a":{"y":2,"b":3},"m":[{"q":4,"c":5}]}"#
        #expect(Samples.text(try Samples.parse(text)) == text)
    }

    @Test func everyScalarSurvives() throws {
        var text = ""
        for code in UInt32(0)...0x10FFFF where code % 7 == 0 || code < 0x3000 {
            if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
        }
        let value = JSONValue.string(text)
        #expect(try JSONValue(parsing: value.bytes).string.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test func escapesAreMinimal() {
        var escaped = ""
        for code in UInt8(0)...0x1F {
            let short: [UInt8: String] = [8: "b", 9: "t", 10: "n", 12: "f", 13: "r"]
            let digits = String(code, radix: 16)
            escaped += "\\" + (short[code] ?? "u00" + (digits.utf8.count < 2 ? "0" : "") + digits)
        }
        let text = String(decoding: (0...0x1F).map { UInt8($0) }, as: UTF8.self)
        #expect(Samples.text(.string(text)) == "\"\(escaped)\"")
        #expect(Samples.text("/\u{7F}é\u{2028}😀\"\\") == "\"/\u{7F}é\u{2028}😀\\\"\\\\\"")
    }

    /// The bytes without the white space outside strings.
    private static func stripped(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                if escaped { escaped = false } else if byte == 0x5C { escaped = true } else { inString = byte != 0x22 }
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                continue
            } else {
                inString = byte == 0x22
            }
            out.append(byte)
        }
        return out
    }
}
