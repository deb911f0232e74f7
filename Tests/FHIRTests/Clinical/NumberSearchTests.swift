import JSONTree
import Testing

@testable import FHIR

@Suite struct NumberSearchTests {
    private static func risk(_ id: String, _ value: String) -> String {
        #"{"resourceType":"RiskAssessment","id":"\#(id)","prediction":[{\#(value)}]}"#
    }

    private static func amount(_ id: String, _ value: String) -> String {
        #"{"resourceType":"Observation","id":"\#(id)",\#(value)}"#
    }

    private static let numbers = try? clinical(
        risk("a", #""probabilityDecimal":0.5"#), risk("b", #""probabilityDecimal":0.50"#),
        risk("c", #""probabilityDecimal":0.54"#), risk("d", #""probabilityDecimal":0.55"#),
        risk("e", #""probabilityDecimal":5e-1"#),
        risk("f", #""probabilityRange":{"low":{"value":0.4},"high":{"value":0.6}}"#),
        risk("g", #""probabilityRange":{"low":{"value":0.6}}"#), risk("h", #""relativeRisk":1"#))

    /// R4, search, number: what has no prefix is as exact as it is written, what has one is exact.
    @Test(arguments: [
        ("0.5", "a b c e"), ("0.50", "a b e"), ("5e-1", "a b c e"), ("ne0.5", "d f g"), ("ne0.50", "c d f g"),
        ("gt0.5", "c d f g"), ("ge0.5", "a b c d e f g"), ("lt0.5", "f"), ("le0.5", "a b e f"), ("sa0.5", "c d g"),
        ("eb0.55", "a b c e"), ("ap0.5", "a b c d e f"), ("ap0.51", "a b c d e f"),
        ("lt0.60000000000000000001", "a b c d e f g"),
        ("gt0.54999999999999999999999", "d f g"), ("-0.5", ""), ("1", "a b c d e"), ("2", ""),
        ("0.500000000000000000000", "a b e"),
    ])
    func numbers(value: String, expected: String) throws {
        #expect(try #require(Self.numbers).ids("RiskAssessment?probability=\(value)") == expected)
    }

    private static let amounts = try? clinical(
        amount(
            "mg", #""valueQuantity":{"value":5.40,"unit":"milligram","system":"http://unitsofmeasure.org","code":"mg"}"#
        ),
        amount("g", #""valueQuantity":{"value":5.4,"unit":"g","system":"http://unitsofmeasure.org","code":"g"}"#),
        amount("text", #""valueQuantity":{"value":5.42,"unit":"mg"}"#),
        amount("less", #""valueQuantity":{"value":5,"comparator":"<","unit":"mg"}"#),
        amount("more", #""valueQuantity":{"value":5,"comparator":">=","unit":"mg"}"#),
        amount(
            "samples",
            #""valueSampledData":{"origin":{"value":5,"unit":"mV"},"period":1,"factor":0.1,"dimensions":1,"data":"1 E 4 -2"}"#
        ),
        amount("huge", #""valueQuantity":{"value":1e40,"unit":"mg"}"#),
        amount("none", #""valueQuantity":{"unit":"mg"}"#))

    @Test(arguments: [
        ("5.4", "g mg text"), ("5.40", "g mg"), ("5.4|http://unitsofmeasure.org|mg", "mg"), ("5.4||mg", "mg text"),
        ("5.4||milligram", "mg"), ("5.4|http://unitsofmeasure.org|", "g mg"), ("5.4|urn:x|mg", ""),
        ("lt5", "less samples"), ("le5", "less more samples"), ("gt5", "g huge mg more samples text"),
        ("ge5", "g huge mg more samples text"), ("sa5", "g huge mg text"), ("eb5", "less"), ("sa4.7||mV", "samples"),
        ("gt5.4||mV", ""),
        ("ap5", "g less mg more samples text"), ("ge1e40", "huge more"), ("ne5.4||mg", "huge less more"),
    ])
    func amounts(value: String, expected: String) throws {
        let found = try #require(Self.amounts).ids("Observation?value-quantity=\(value)")
        #expect(found.split(separator: " ").sorted().joined(separator: " ") == expected)
    }

    @Test func moneyHasACurrency() throws {
        let set = try clinical(#"{"resourceType":"Invoice","id":"i","totalGross":{"value":10.5,"currency":"EUR"}}"#)
        #expect(try set.ids("Invoice?totalgross=10.5||EUR") == "i")
        #expect(try set.ids("Invoice?totalgross=gt10|urn:iso:std:iso:4217|EUR") == "i")
        #expect(try set.ids("Invoice?totalgross=gt10||USD") == "")
    }

    @Test(arguments: [
        "a", "1.", "01", "1e9999", "zz1", "5|mg", "5||", "||mg", "5|a|b|c", String(repeating: "1", count: 40),
    ])
    func isRefused(value: String) {
        #expect(throws: ClinicalIssues.self) { try query("Observation?value-quantity=\(value)") }
    }

    @Test func decimalsAreExact() throws {
        let texts = [
            "-1e2", "-99.99", "-0.1", "0", "0.0000000000000000000000000001", "0.1",
            "0.10000000000000000000000000000001", "1", "9.99", "10", "1e2", "123456789012345678901234567890", "1e999",
        ]
        let numbers = try texts.map { try #require(ExactDecimal($0), "\($0)") }
        for (place, low) in numbers.enumerated() {
            for high in numbers[(place + 1)...] { #expect(low < high && !(high < low) && low != high) }
        }
        #expect(ExactDecimal("1.0") == ExactDecimal("1.00") && ExactDecimal("100") == ExactDecimal("1e2"))
        #expect(ExactDecimal("-0") == ExactDecimal("0.00") && ExactDecimal("1e1001") == nil)
        #expect(DecimalText("1.00")?.unit == -2 && DecimalText("100")?.unit == 0 && DecimalText("1e2")?.unit == 2)
        #expect(ExactDecimal("0.3") == ExactDecimal("0.1")?.adding(2, place: -1))
    }
}
