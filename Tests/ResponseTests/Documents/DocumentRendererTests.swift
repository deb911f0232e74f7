import Foundation
import Testing
import Vocabulary

@testable import Response

@Suite("Documents are made of templates")
struct DocumentRendererTests {
    /// Also leaves the documents in a folder, to look at, when `COLLOQUE_DOCUMENTS` names one.
    @Test("Every document of both languages is whole", arguments: DocumentLanguage.allCases, DocumentKind.allCases)
    func whole(language: DocumentLanguage, kind: DocumentKind) throws {
        let html = try DocumentRenderer().html(kind, of: .example(language), letter: .example)
        #expect(html.contains("<html lang=\"\(language.rawValue)\">") && html.hasSuffix("</body></html>\n"))
        #expect(!html.contains("{{") && !html.contains("Optional("))
        try leave(html, as: "\(language.rawValue)-\(kind.rawValue)")
    }

    @Test("The example holds something under every name", arguments: DocumentLanguage.allCases, DocumentKind.allCases)
    func complete(language: DocumentLanguage, kind: DocumentKind) {
        #expect(DocumentShape(of: kind, in: language).empty().isEmpty)
    }

    @Test("A case of which little is known makes every document too", arguments: DocumentLanguage.allCases)
    func little(language: DocumentLanguage) throws {
        let renderer = try DocumentRenderer()
        for kind in DocumentKind.allCases {
            let html = renderer.html(kind, of: .little(language))
            #expect(html.contains("</body>"))
            #expect(!html.contains("page-prefix"))
            try leave(html, as: "little-\(language.rawValue)-\(kind.rawValue)")
        }
    }

    private func leave(_ html: String, as name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["COLLOQUE_DOCUMENTS"] else { return }
        try html.write(toFile: folder + "/\(name).html", atomically: true, encoding: .utf8)
    }

    @Test("Unknown is said, and never as zero")
    func unknown() throws {
        let renderer = try DocumentRenderer()
        let html = renderer.html(.notice, of: .little(.french))
        #expect(html.components(separatedBy: "<td>inconnu").count > 8)
        #expect(!html.contains("<td>0"))
        #expect(html.contains("Nombre approximatif d’enregistrements\u{A0}: inconnu."))
        var facts = CaseFacts.little(.french)
        facts.scope = PracticeScope(practice: facts.scope.practice, tiers: [], people: Bounds(0), minors: Bounds(0))
        #expect(renderer.html(.notice, of: facts).contains("<td>0"))
    }

    @Test("Hostile text is text", arguments: DocumentLanguage.allCases)
    func hostile(language: DocumentLanguage) throws {
        let renderer = try DocumentRenderer()
        let evil = "<script>x</script><img src='a' onerror=\"b\">{{vendor.name}}{{{date}}}&amp;"
        var facts = CaseFacts.example(language)
        facts.practice.name = evil
        facts.vendor.name = "VENDOR"
        (facts.incident.id, facts.incident.title, facts.incident.description) = (evil, evil, [evil])
        (facts.consequences, facts.measuresTaken, facts.detection) = ([evil], [evil], [evil])
        facts.observables = [ObservableFacts(kind: evil, value: evil, note: evil)]
        facts.certificate?.file = evil
        let letter = LetterFacts(recipient: evil, address: [evil], minor: evil, tiers: .all, code: evil)
        for kind in DocumentKind.allCases {
            let html = renderer.html(kind, of: facts, letter: letter)
            #expect(!html.contains("<script") && !html.contains("<img"))
            #expect(html.contains("&lt;script&gt;x&lt;/script&gt;"))
            #expect(html.contains("{{vendor.name}}") && html.contains("&amp;amp;"))
        }
    }

    @Test(
        "When only a prefix verified, the sentence runs on every page; else it is nowhere",
        arguments: DocumentKind.allCases)
    func prefix(kind: DocumentKind) throws {
        let folder = try TestFolder()
        try folder.write("@page { @top-center { content: none } }", to: "style.css")
        let renderer = try DocumentRenderer(ownTemplates: folder.path)
        var facts = CaseFacts.example(.french)
        let html = renderer.html(kind, of: facts)
        let body = try #require(html.range(of: "<body"))
        #expect(
            html[body.lowerBound...].prefix(200).contains("class=\"page-prefix\">Seules les 1\u{202F}310\u{202F}720"))
        #expect(html.contains("content: element(prefix) !important") && html.contains("position: running(prefix)"))
        facts.isVerified = true
        #expect(!renderer.html(kind, of: facts).contains("prefix"))
    }

    @Test("Letters alone name somebody, and each only what concerns them")
    func letters() throws {
        let renderer = try DocumentRenderer()
        let facts = CaseFacts.example(.french)
        let letter = LetterFacts(recipient: "Madame Modèle", address: [], tiers: [.identity], code: "AB12")
        let html = renderer.html(.letter, of: facts, letter: letter)
        #expect(html.contains("Madame Modèle") && html.contains("AB12") && html.contains("votre identité"))
        #expect(
            !html.contains("vos coordonnées") && !html.contains("secret médical")
                && !html.contains("représentez légalement"))
        for kind in DocumentKind.allCases where kind != .letter {
            #expect(!renderer.html(kind, of: facts, letter: letter).contains("Madame Modèle"))
        }
        #expect(renderer.html(.letter, of: facts).contains("[Nom du patient]"))
    }

    @Test("Contradictions are shown as they are")
    func contradictions() throws {
        let html = try DocumentRenderer().html(.register, of: .example(.english))
        #expect(html.contains("last release at 15:11") && html.contains("last packet at 15:19"))
    }
}
