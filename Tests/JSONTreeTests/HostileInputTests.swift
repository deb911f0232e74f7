import JSONTree
import Testing

@Suite struct HostileInputTests {
    @Test func deepNestingIsRefusedEarly() {
        let nested = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
        #expect(Samples.refusal(nested)?.code == .tooDeep)
        let brackets = Samples.refusal([UInt8](repeating: UInt8(ascii: "["), count: 10_000_000))
        #expect(brackets?.code == .tooDeep)
        #expect(brackets?.offset == 64)
    }

    @Test func oneByteRepeatedIsRefused() {
        for byte in UInt8(0)...0xFF {
            #expect(Samples.refusal([UInt8](repeating: byte, count: 10_000)) != nil, "\(byte)")
        }
    }

    @Test func everyShortTextParsesOrThrows() {
        var accepted = 0
        for pair in UInt16(0)...0xFFFF {
            let error = Samples.refusal([UInt8(pair >> 8), UInt8(pair & 0xFF)])
            if error == nil { accepted += 1 }
        }
        // 90 numbers from 10 to 99, -0 to -9, a digit with one of 4 blanks before or after, "", [] and {}.
        #expect(accepted == 90 + 10 + 80 + 3)
    }

    @Test func breadthIsLimited() {
        let commas = [UInt8(ascii: "[")] + [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)
        #expect(Samples.refusal(commas)?.offset == 1)
        let zeros = Array("[0".utf8) + Array(repeating: Array(",0".utf8), count: 50_000).joined() + Array("]".utf8)
        #expect(Samples.refusal(zeros) == nil)
        #expect(Samples.refusal(zeros, limits: JSONLimits(maximumNodes: 50_001))?.offset == 100_001)
        #expect(JSONLimits().maximumNodes == 4_000_000)
    }

    @Test func whiteSpaceIsNoBurden() throws {
        let space = String(repeating: " ", count: 100_000)
        let text = (["["] + Array(repeating: "\"a\"\(space),", count: 50) + ["\"b\"\(space)]"]).joined()
        #expect(try Samples.parse(text).array?.count == 51)
    }

    @Test func everyTruncationIsRefused() {
        let bytes = Array(Samples.resource.utf8)
        #expect(Samples.refusal(bytes) == nil)
        for count in bytes.indices {
            let error = Samples.refusal(Array(bytes[..<count]))
            #expect(error != nil, "\(count)")
            if let error { #expect((0...count).contains(error.offset), "\(count)") }
        }
    }

    @Test func mutationsParseOrThrow() throws {
        var random = SeededGenerator(state: 1)
        let original = Array(Samples.resource.utf8)
        var accepted = 0
        for round in 0..<20_000 {
            var bytes = original
            for _ in 0...round % 4 { Mutation.random(&random).apply(to: &bytes, &random) }
            do throws(JSONError) {
                let value = try JSONValue(parsing: bytes)
                #expect(try JSONValue(parsing: value.bytes) == value, "\(round)")
                accepted += 1
            } catch {
                #expect((0...bytes.count).contains(error.offset), "\(round)")
            }
        }
        #expect(accepted > 100 && accepted < 19_900)
    }

    @Test func randomBytesParseOrThrow() {
        var random = SeededGenerator(state: 2)
        let alphabet = Array("{}[]:,\"\\ \n\ttruefalsn0123e+-.u\u{1}é".utf8)
        for round in 0..<20_000 {
            let bytes = (0..<round % 70).compactMap { _ in alphabet.randomElement(using: &random) }
            if let error = Samples.refusal(bytes) { #expect((0...bytes.count).contains(error.offset), "\(round)") }
        }
    }
}
