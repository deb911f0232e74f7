import JSONTree
import Testing

@Suite struct NumberTests {
    @Test func theGrammarIsHeldTo() {
        for text in ["0", "-0", "10", "0.0", "-1.50", "1e5", "1E-05", "0e+0", "9.9e99"] {
            #expect(JSONNumber(text: text)?.text == text)
        }
        let wrong = [
            "", "-", "+1", "01", "1.", ".1", "1e", "1e+", " 1", "1 ", "1\n", "0x1", "1,0", "١", "1e5.0", "--1", "NaN",
        ]
        for text in wrong { #expect(JSONNumber(text: text) == nil, "\(text)") }
    }

    @Test func integersAreExact() {
        for value in [0, 1, -1, 42, Int64.max, Int64.min] {
            #expect(JSONNumber(value).text == String(value))
            #expect(JSONNumber(value).int64 == value)
            #expect(JSONNumber(text: String(value)) == JSONNumber(value))
        }
        for text in ["1.0", "1e2", "9223372036854775808", "-9223372036854775809", "0.5"] {
            #expect(JSONNumber(text: text)?.int64 == nil, "\(text)")
        }
        #expect(JSONNumber(text: "-0")?.int64 == 0)
    }

    @Test func doublesAreTheNearest() {
        #expect(JSONNumber(text: "0.1")?.double == 0.1)
        #expect(JSONNumber(text: "-1.00e2")?.double == -100)
        #expect(JSONNumber(text: "1e308")?.double == 1e308)
        #expect(JSONNumber(text: "1e309")?.double == nil)
        #expect(JSONNumber(text: "-1e999999")?.double == nil)
    }
}
