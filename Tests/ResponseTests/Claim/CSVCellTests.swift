import Testing

@testable import Response

@Suite("No cell that we write is a formula")
struct CSVCellTests {
    @Test(
        "What could begin one is shielded",
        arguments: [
            "=cmd|'/C calc'!A0", "@SUM(1+1)", "+33612345678", "-1", "\t=1", "\r=1", "\n=1", " =1", "\u{A0}=1",
            "\u{200B}=1", "\u{FEFF}@x", "＝1", "＋1", "－1", "＠1", "\"=1", "'=1", "|x", "%0A=1", "−1", "\u{0}=1",
        ])
    func formulas(text: String) {
        let cell = CSVCell.of(text)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test(
        "Everything else stays",
        arguments: [
            "", "abc", "12", "2026-01-05T08:30:00.000Z", "a=b", "not-ours", "1c9d4cd9-0d6c-4a0e-9f14-3e0b0b1f6a11",
        ])
    func plain(text: String) { #expect(CSVCell.of(text) == text) }

    @Test func separatorsAndQuotesAreQuoted() {
        #expect(CSVCell.of("a,b") == "\"a,b\"")
        #expect(CSVCell.of("a;b") == "\"a;b\"")
        #expect(CSVCell.of("a\"b") == "\"a\"\"b\"")
        #expect(CSVCell.of("a\r\nb") == "\"a\r\nb\"")
        #expect(CSVCell.line(["=1,2", "x"]) == "\"'=1,2\",x\r\n")
    }

    @Test("Our own reader takes back every line as it was written, but for the shield")
    func roundTrip() {
        var numbers = SystemRandomNumberGenerator()
        let pieces = ["\"", ",", "\n", "\r\n", ";", "=", "@", " ", "é", "a"]
        for _ in 0..<2_000 {
            let cells = (0..<3).map { _ in (0..<4).compactMap { _ in pieces.randomElement(using: &numbers) }.joined() }
            var reader = CSVReader(Array(CSVCell.line(cells).utf8), from: 0, separator: UInt8(ascii: ","))
            let expected = cells.map { CSVCell.beginsFormula($0) ? "'" + $0 : $0 }
            #expect(reader.next() == .fields(expected))
            #expect(reader.next() == nil)
        }
    }
}
