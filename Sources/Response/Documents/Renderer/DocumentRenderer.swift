import Mustache

/// Makes HTML of a case by templates that a DPO can edit.
///
/// All templates of both languages are checked when it is made: a mistake in any is named with file and line, and
/// nothing is produced. Values are always HTML-escaped.
public struct DocumentRenderer: Sendable {
    private let libraries: [DocumentLanguage: MustacheLibrary]
    private let style: String

    /// Loads and checks the templates.
    /// - Parameter folder: A DPO's own folder (`fr/*.mustache`, `en/*.mustache`, `style.css`); a file in it takes the place
    ///   of the built-in one of the same name.
    /// - Throws: ``TemplateError`` with everything that is wrong.
    public init(ownTemplates folder: String? = nil) throws(TemplateError) {
        let templates = try TemplateFolder(own: folder)
        style = try templates.style()
        var libraries: [DocumentLanguage: MustacheLibrary] = [:]
        var problems: [TemplateProblem] = []
        for language in DocumentLanguage.allCases {
            let files = try templates.templates(language)
            let found = DocumentRenderer.problems(of: files, in: language)
            problems += found
            if found.isEmpty { libraries[language] = try DocumentRenderer.library(of: files) }
        }
        guard problems.isEmpty else { throw TemplateError(problems) }
        self.libraries = libraries
    }

    /// A document of a case.
    /// - Parameter letter: What a letter adds; without it, a letter is a specimen that names nobody.
    public func html(_ kind: DocumentKind, of facts: CaseFacts, letter: LetterFacts? = nil) -> String {
        let context = DocumentRenderer.context(kind, of: facts, letter: letter)
        let body = libraries[facts.language]?.render(context, withTemplate: kind.rawValue) ?? ""
        return PageShell(style: style).page(kind, body: body, of: facts)
    }

    static func context(_ kind: DocumentKind, of facts: CaseFacts, letter: LetterFacts?) -> DocumentContext {
        var facts = facts
        switch kind {  // A sheet is one step's, whichever the case is in.
        case .cnilInitial: facts.notification.phase = .initial
        case .cnilComplementary: facts.notification.phase = .complementary
        default: break
        }
        let context = DocumentContext(facts)
        switch kind {
        case .letter: return context.adding(letter ?? .specimen(of: facts))
        case .cnilInitial, .cnilComplementary: return context.adding(FormSheet(facts), facts.language)
        default: return context
        }
    }

    private static func library(of files: [String: TemplateFile]) throws(TemplateError) -> MustacheLibrary {
        var templates: [String: MustacheTemplate] = [:]
        for (name, file) in files { templates[name] = try file.parsed() }
        return MustacheLibrary(templates: templates)
    }

    private static func problems(
        of files: [String: TemplateFile], in language: DocumentLanguage
    ) -> [TemplateProblem] {
        var problems = Set(files.values.flatMap(\.problems))
        for kind in DocumentKind.allCases {
            guard files[kind.rawValue] != nil else {
                let path = language.rawValue + "/" + kind.rawValue + ".mustache"
                problems.insert(TemplateProblem(file: path, line: 0, what: "missing"))
                continue
            }
            let shape = DocumentShape(of: kind, in: language)
            problems.formUnion(TemplateCheck(kind.rawValue, of: files, shape: shape).problems)
        }
        return Array(problems)
    }
}
