import Foundation
import Testing

@testable import Synthetic

@Suite struct WritingTests {
    @Test func decimalsKeepTheirText() {
        let cases = [
            (540, 2, "5.40"), (700, 1, "70.0"), (100, 2, "1.00"), (7, 0, "7"), (5, 2, "0.05"), (-125, 1, "-12.5"),
        ]
        for (scaled, digits, text) in cases {
            var out = ByteWriter()
            out.decimal(scaled, digits: digits)
            #expect(String(decoding: out.bytes, as: UTF8.self) == text)
        }
    }

    @Test func base64IsFoundations() {
        for length in 0..<40 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
            var out = ByteWriter()
            out.base64(bytes)
            #expect(String(decoding: out.bytes, as: UTF8.self) == Data(bytes).base64EncodedString(), "\(length)")
        }
    }

    @Test func stringsAreEscaped() throws {
        var out = ByteWriter()
        out.quoted("a\"b\\c\nd\té")
        let value = try JSONSerialization.jsonObject(with: Data(out.bytes), options: .fragmentsAllowed)
        #expect(value as? String == "a\"b\\c\nd é")
    }

    @Test func exponentialWaitingTimes() {
        var random = SeededGenerator(seed: 5, .mix)
        let draws = (0..<40_000).map { _ in random.exponential() }
        let mean = draws.reduce(0, +) / Double(draws.count)
        #expect(abs(mean - 1) < 0.03)
        #expect(abs(Double(draws.count { $0 > 2 }) / Double(draws.count) - 0.1353) < 0.008)
    }

    @Test func quantilesAreStraightBetweenPoints() {
        let quantiles = Quantiles([(0, 10), (0.5, 20), (1, 60)])
        #expect(quantiles.value(at: 0) == 10 && quantiles.value(at: 0.25) == 15 && quantiles.value(at: 1) == 60)
        #expect(quantiles.mean == 27.5)
    }
}
