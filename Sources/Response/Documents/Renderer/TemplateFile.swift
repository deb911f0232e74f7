import Foundation
import Mustache

/// One template file, read: its text, its tags, and what is wrong with it by itself.
struct TemplateFile {
    /// The most that a template or a style sheet may hold: 1 MiB.
    static let maximumBytes = 1 << 20

    let path: String
    let text: String
    let tags: [TemplateTag]
    let problems: [TemplateProblem]

    /// A template's text.
    init(_ text: String, path: String) {
        let scan = TemplateScanner(text, file: path)
        (self.path, self.text, tags, problems) = (path, text, scan.tags, scan.problems)
    }

    /// Reads a file of a folder; nil when there is none.
    static func read(_ path: String, in folder: String) throws(TemplateError) -> String? {
        let whole = folder + "/" + path
        guard let handle = FileHandle(forReadingAtPath: whole) else { return nil }
        defer { try? handle.close() }
        let data = (try? handle.read(upToCount: maximumBytes + 1)) ?? Data()
        guard data.count <= maximumBytes else { throw error("over 1 MiB", path) }
        guard let text = String(validating: data, as: UTF8.self) else { throw error("not UTF-8", path) }
        return text
    }

    /// The template for the engine. What the scan let pass and the engine refuses is named like the rest.
    func parsed() throws(TemplateError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw TemplateFile.error("\(error.error)", path, line: error.context.lineNumber)
        } catch {
            throw TemplateFile.error("cannot be parsed", path)
        }
    }

    static func error(_ what: String, _ path: String, line: Int = 0) -> TemplateError {
        TemplateError([TemplateProblem(file: path, line: line, what: what)])
    }
}
