extension DocumentContext {
    /// A case with its form sheet, under `form`.
    func adding(_ sheet: FormSheet, _ language: DocumentLanguage) -> DocumentContext {
        let wording = Wording(language)
        let sections = sheet.sections.enumerated().map { index, section in
            DocumentContext([
                ("number", .text(String(index + 1))), ("title", .text(section.title)),
                ("fields", .list(section.fields.map { DocumentContext($0, wording) })),
            ])
        }
        return adding([
            (
                "form",
                .group(
                    DocumentContext([
                        ("sections", .list(sections)), ("missing", DocumentValue(lines: sheet.missing)),
                        ("isIncomplete", .flag(!sheet.missing.isEmpty)),
                    ]))
            )
        ])
    }

    private init(_ field: FormField, _ wording: Wording) {
        var (lines, choices, reasons): ([String], [FormField.Choice], [String]) = ([], [], [])
        switch field.content {
        case .text(let text): lines = text
        case .choices(let values): choices = values
        case .number(let bounds):
            lines = [wording.bounds(bounds)]
            reasons = bounds.isExact ? [] : bounds.reasons.map(wording.reason)
        case .notGiven, .missing: break
        }
        let ticks = choices.map { DocumentContext([("text", .text($0.text)), ("isTicked", .flag($0.isTicked))]) }
        self.init([
            ("label", .text(field.label)), ("lines", DocumentValue(lines: lines)), ("choices", .list(ticks)),
            ("reasons", DocumentValue(lines: reasons)), ("isMissing", .flag(field.content == .missing)),
            ("isNotGiven", .flag(field.content == .notGiven)),
        ])
    }
}
