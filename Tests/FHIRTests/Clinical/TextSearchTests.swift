import JSONTree
import Testing

@testable import FHIR

/// `_content`, `_text` and `_list` (R4, search), and `near` (R4, Location).
@Suite struct TextSearchTests {
    private static let set = try? clinical(
        #"{"resourceType":"Condition","id":"a","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><b>Fi&#232;vre</b>jaune &amp; toux</div>"},"code":{"text":"Infarctus du myocarde"},"subject":{"reference":"Patient/dupont"}}"#,
        #"{"resourceType":"Condition","id":"b","note":[{"text":"L’infarctus de 2019, à l'HÔPITAL"},{"text":"Tabac arrêté"}]}"#,
        #"{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"urn:secret","code":"I21","display":"Myocarde"}]}}"#,
        #"{"resourceType":"List","id":"l","status":"current","mode":"working","entry":[{"item":{"reference":"Condition/a"}},{"item":{"reference":"Condition/c"}}]}"#
    )

    @Test(arguments: [
        ("_content=infarctus", "a b"), ("_content=INFARC", "a b"), ("_content=farctus", ""), ("_content=hopital", "b"),
        ("_content=infarctus myocarde", "a"), ("_content=myocarde", "a c"), ("_content=tabac,jaune", "a b"),
        ("_content=2019", "b"), ("_content=I21", "c"), ("_content=arrete infarctus", "b"),
        ("_content=dupont", ""), ("_content=secret", ""), ("_content=div", ""), ("_content=xmlns", ""),
        ("_content=fievre", "a"), ("_text=fievre", "a"), ("_text=jaune toux", "a"), ("_text=fievrejaune", ""),
        ("_text=infarctus", ""), ("_text=generated", ""), ("_text:missing=true", "b c"),
        ("_text:missing=false", "a"), ("_content=myocarde&_content=I21", "c"), ("_list=l", "a c"), ("_list=List/l", ""),
        ("_list=m", ""), ("_list=l&_content=I21", "c"),
    ])
    func whatResourcesSay(parameters: String, expected: String) throws {
        #expect(try #require(Self.set).ids("Condition?\(parameters)") == expected)
    }

    @Test func whatIsNoWordIsNoValue() {
        let many = Array(repeating: "a", count: 17).joined(separator: " ")
        for text in [
            "_content=", "_content=-", "_text=%", "_content=\(many)", "_content:exact=a", "_text:contains=a",
            "_content=a,b,c,d,e", "_content=a,b&_text=c,d&_content=e", "_sort=_content", "_list=$current-allergies",
            "_list:not=l",
        ] { #expect(throws: ClinicalIssues.self, "\(text)") { try query("Condition?\(text)") } }
    }

    /// Paris, Lyon and Marseille: 392 km, 661 km and 277 km apart.
    @Test(arguments: [
        ("48.8566|2.3522", "paris"), ("48.8566|2.3522|400|km", "lyon paris"), ("48.8566|2.3522|391", "paris"),
        ("48.8566|2.3522|700000|m", "lyon marseille paris"), ("45.764|4.8357|180|[mi_i]", "lyon marseille"),
        ("45.764|4.8357|0", "lyon"), ("-45.764|-175.1643|20000", "marseille paris"), ("0|0|1", ""),
        ("0|0|1,43.2965|5.3698|1", "marseille"),
    ])
    func whatIsNear(value: String, expected: String) throws {
        let set = try clinical(
            #"{"resourceType":"Location","id":"paris","position":{"latitude":48.8566,"longitude":2.3522}}"#,
            #"{"resourceType":"Location","id":"lyon","position":{"latitude":45.764,"longitude":4.8357}}"#,
            #"{"resourceType":"Location","id":"marseille","position":{"latitude":43.2965,"longitude":5.3698}}"#,
            #"{"resourceType":"Location","id":"nowhere"}"#)
        #expect(try set.ids("Location?near=\(value)") == expected)
    }

    @Test(arguments: [
        "1", "91|0|1", "0|181|1", "0|0|-1", "0|0|1|furlong", "0|0|1|km|x", "a|b", "nan|0|1", "0x1|0|1", "0|0|inf", "||",
        "0|0|1e999",
    ])
    func whatIsNoPlaceIsNoValue(value: String) {
        #expect(throws: ClinicalIssues.self) { try query("Location?near=\(value)") }
    }

    @Test(arguments: [
        ("a<b>c</b>d", "a c d"), ("&lt;x&gt; &#x41;&#66;&amp;amp;", "<x> AB&amp;"),
        ("&eacute; & ;&;", "&eacute; & ;&;"),
        ("&#xD800;&#99999999999;<", "&#xD800;&#99999999999; "), ("a<!-- > -->b", "a  -->b"), ("", ""),
    ])
    func narrativesArePlain(xhtml: String, expected: String) {
        #expect(NarrativeText.plain(xhtml) == expected)
    }
}
