import Testing

@testable import Response

@Suite("Text of bounded length")
struct ClippedTextTests {
    @Test func longTextIsCutBetweenCharactersWithAMark() {
        let text = ClippedText(String(repeating: "é", count: 5_000), bytes: 100)
        #expect(text.isCut)
        #expect(text.text.hasSuffix("é […]"))
        #expect(text.text.utf8.count <= 100)
        #expect(!ClippedText("é", bytes: 100).isCut)
    }

    @Test func nothingSteersAPage() {
        let text = ClippedText("a\u{0}b\u{1B}[31m\nc\u{202E}d\u{85}\"<script>'")
        #expect(text.text == "a b [31m c d \"<script>'")
    }

    @Test func limitsAreKeptHoweverSmall() {
        #expect(ClippedText("abcdefghij", bytes: 0).text == ClippedText.mark)
        #expect(ClippedText("  \n ").isBlank)
    }
}
