import Testing

@testable import Response

@Suite("Typography")
struct TypographyTests {
    private let french = Typography(.french)

    @Test(
        "French spaces that must not break",
        arguments: [
            ("Que faire ?", "Que faire\u{202F}?"), ("Non ; oui !", "Non\u{202F}; oui\u{202F}!"),
            ("Objet : ceci", "Objet\u{A0}: ceci"), ("« ici »", "«\u{A0}ici\u{A0}»"), ("12 %", "12\u{A0}%"),
            ("72 heures", "72\u{A0}heures"), ("n° 12", "n°\u{A0}12"), ("un mot", "un mot"),
        ])
    func spaces(given: String, expected: String) {
        #expect(french.set("<p>\(given)</p>") == "<p>\(expected)</p>")
    }

    @Test("Apostrophes between letters, in both languages")
    func apostrophes() {
        #expect(french.set("<p>l&#39;accès</p>") == "<p>l’accès</p>")
        #expect(Typography(.english).set("<p>it's : 'so'</p>") == "<p>it’s : 'so'</p>")
    }

    @Test("Code, styles and tags stay as they are")
    func verbatim() {
        let html = "<style>a : b ; c</style><code>x ; y : z's</code><p title=\"a : b\">"
        #expect(french.set(html) == html)
        #expect(french.set("<code><b>x : y</b></code> a : b") == "<code><b>x : y</b></code> a\u{A0}: b")
    }

    @Test("An open tag at the end is no trap")
    func torn() {
        #expect(french.set("a : b <p") == "a\u{A0}: b <p")
        #expect(french.set("<") == "<")
        #expect(french.set("") == "")
    }
}
