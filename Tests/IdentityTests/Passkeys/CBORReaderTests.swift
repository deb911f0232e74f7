import Testing
import Vocabulary

@testable import Identity

/// The one form of CBOR (RFC 8949 §3 and appendix A, CTAP 2.1 §8).
@Suite struct CBORReaderTests {
    private func read(_ hex: String) throws(PasskeyError) -> CBORItem {
        let bytes = L3Vectors.bytes(hex)
        var reader = CBORReader(bytes)
        let item = try reader.item()
        guard reader.isAtEnd else { throw .cbor }
        return item
    }

    @Test func theExamplesOfTheStandardAreRead() throws {
        let examples: [(String, CBORItem)] = [
            ("00", 0), ("17", 23), ("1818", 24), ("1903e8", 1000), ("1a000f4240", 1_000_000), ("20", -1),
            ("3903e7", -1000),
            ("1b000000e8d4a51000", 1_000_000_000_000), ("3b7fffffffffffffff", .integer(.min)),
            ("f4", .boolean(false)), ("f5", .boolean(true)), ("f6", .null), ("40", .bytes([])),
            ("4401020304", .bytes([1, 2, 3, 4])), ("60", ""), ("6449455446", "IETF"), ("62c3bc", "ü"),
            ("80", .array([])),
            ("83010203", .array([1, 2, 3])), ("a0", .map([:])), ("a201020304", .map([1: 2, 3: 4])),
            ("8301820203820405", .array([1, .array([2, 3]), .array([4, 5])])),
            ("a26161016162820203", .map(["a": 1, "b": .array([2, 3])])),
            ("8181818100", .array([.array([.array([.array([0])])])])),
        ]
        for (hex, item) in examples { #expect(try read(hex) == item, "\(hex)") }
    }

    @Test func everythingElseIsRefused() throws {
        for hex in [
            "", "18", "1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "5801ff", "1bffffffffffffffff",
            "3bffffffffffffffff",
            "1c", "1d", "1e", "1f", "3c", "5c", "5f41004100ff", "7f6161ff", "9f00ff", "bf6161 01ff", "ff", "c074",
            "c249010000000000000000",
            "d818456449455446", "f7", "f0", "f818", "f8ff", "f93c00", "fa47c35000", "fb3ff199999999999a", "41",
            "6161ff62", "61ff", "62c328",
            "63eda080", "81", "a1", "a101", "a201020102", "a2616101616102", "a18001", "a1a0 01", "818181818100", "0000",
        ] { #expect(throws: PasskeyError.cbor, "\(hex)") { try read(hex) } }
    }
}
