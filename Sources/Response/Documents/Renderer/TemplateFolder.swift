import Foundation

/// The templates of both languages and the style sheet: those built in, and a DPO's own in their place.
struct TemplateFolder {
    private let own: String?
    private let builtIn: String

    /// - Parameter own: A folder with `fr/`, `en/` and `style.css`, each with what differs; nil for what is built in.
    init(own: String?) throws(TemplateError) {
        guard let builtIn = TemplateFolder.resource("Templates") else {
            throw TemplateFile.error("the built-in templates are not beside the program", "Templates")
        }
        (self.own, self.builtIn) = (own, builtIn)
        var isFolder: ObjCBool = false
        guard let own else { return }
        guard unsafe FileManager.default.fileExists(atPath: own, isDirectory: &isFolder), isFolder.boolValue else {
            throw TemplateFile.error("no such folder", "templates")
        }
    }

    /// The path of a resource of this library, which lies beside the program.
    static func resource(_ name: String) -> String? {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: program.path)) ?? []
        let bundles = entries.filter { $0.hasSuffix("_Response.resources") }.sorted()
        return bundles.map { program.appendingPathComponent($0).appendingPathComponent(name).path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }

    /// The style sheet.
    func style() throws(TemplateError) -> String {
        guard let text = try text("style.css") else { throw TemplateFile.error("missing", "style.css") }
        guard text.range(of: "</style", options: .caseInsensitive) == nil else {
            throw TemplateFile.error("a style sheet that ends its element", "style.css")
        }
        return text
    }

    /// A language's templates by name.
    func templates(_ language: DocumentLanguage) throws(TemplateError) -> [String: TemplateFile] {
        var files: [String: TemplateFile] = [:]
        for name in try names(language) {
            let path = language.rawValue + "/" + name + ".mustache"
            files[name] = try text(path).map { TemplateFile($0, path: path) }
        }
        return files
    }

    private func text(_ path: String) throws(TemplateError) -> String? {
        if let own, let text = try TemplateFile.read(path, in: own) { return text }
        return try TemplateFile.read(path, in: builtIn)
    }

    /// The names of documents and of parts (`part-…`); any other name is a mistake.
    private func names(_ language: DocumentLanguage) throws(TemplateError) -> Set<String> {
        var names: Set<String> = []
        for folder in [builtIn, own].compactMap({ $0 }) {
            let entries = try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + language.rawValue)
            let templates = (entries ?? []).filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
            names.formUnion(templates)
        }
        let odd = names.filter { DocumentKind(rawValue: $0) == nil && !$0.hasPrefix("part-") }.sorted()
        if let odd = odd.first {
            throw TemplateFile.error("no document has this name", language.rawValue + "/" + odd + ".mustache")
        }
        return names
    }
}
