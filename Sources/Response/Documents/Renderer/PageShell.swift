/// The page around a document's body: style sheet, foot, and the sentence that every page carries when only a prefix
/// of the ledger verified. It stands outside the templates, so that no edited template loses it.
struct PageShell: Sendable {
    /// Takes the whole head of every page, whatever the style sheet says; an element that runs is on each page.
    private static let prefixStyle = """
        @page { margin-top: 31mm !important;
          @top-left { content: none !important } @top-right { content: none !important }
          @top-center { content: element(prefix) !important; width: 100% !important; vertical-align: middle } }
        .page-prefix { position: running(prefix) !important; display: block !important; visibility: visible !important;
          border: 0.4mm solid #a31515; color: #a31515; background: #fff; font-size: 9pt; line-height: 1.3;
          font-weight: bold; text-align: center; padding: 1.5mm 3mm; }
        """

    let style: String

    /// The whole HTML of a document.
    func page(_ kind: DocumentKind, body: String, of facts: CaseFacts) -> String {
        let language = facts.language
        let title = kind.title(in: language)
        let foot = PageShell.escaped("\(facts.incident.id) – \(facts.practice.name)")
        let prefix = facts.isVerified ? "" : PageShell.escaped(Wording(language).prefixOnly(facts.verifiedEntries))
        let text = """
            <body class="\(kind.rawValue)">\(prefix.isEmpty ? "" : "<div class=\"page-prefix\">\(prefix)</div>")
            <div class="page-foot">\(foot)</div>
            \(body)
            </body>
            """
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
            <style>\(style)</style>\(prefix.isEmpty ? "" : "<style>\(PageShell.prefixStyle)</style>")</head>
            \(Typography(language).set(text))</html>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
