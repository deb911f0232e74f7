/// Finds a template's tags, and refuses those by which a value could reach a document unescaped.
///
/// What is allowed: `{{name}}`, `{{.}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{>part}}`, `{{! comment}}`, all of them in
/// text only: inside an HTML tag, `<style>` or `<script>` HTML escaping does not protect.
struct TemplateScanner {
    private static let kinds: [Character: TemplateTag.Kind] = [
        "#": .section, "^": .inverted, "/": .end, ">": .partial,
    ]

    private let file: String
    private(set) var tags: [TemplateTag] = []
    private(set) var problems: [TemplateProblem] = []
    private var line = 1
    private var isInMarkup = false
    private var rawElement: String?

    init(_ text: String, file: String) {
        self.file = file
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            literal(rest[..<open.lowerBound])
            rest = tag(rest[open.upperBound...])
        }
        literal(rest)
    }

    private mutating func report(_ what: String) {
        problems.append(TemplateProblem(file: file, line: line, what: what))
    }

    /// Counts lines and follows where HTML's own tags begin and end.
    private mutating func literal(_ text: Substring) {
        for index in text.indices {
            switch text[index] {
            case let character where character.isNewline: line += 1
            case "<": begin(text[index...])
            case ">": isInMarkup = false
            default: break
            }
        }
    }

    private mutating func begin(_ markup: Substring) {
        let word = markup.dropFirst().prefix { $0.isLetter || $0 == "/" }.lowercased()
        if let raw = rawElement {
            guard word == "/" + raw else { return }
            rawElement = nil
        } else if word == "style" || word == "script" {
            rawElement = word
        }
        isInMarkup = true
    }

    /// Takes a tag from behind its `{{`; what comes after it.
    private mutating func tag(_ text: Substring) -> Substring {
        guard let close = text.firstRange(of: "}}") else {
            report("a tag without its end")
            return text[text.endIndex...]
        }
        let content = text[..<close.lowerBound]
        if content.first != "!" { read(content) }
        line += content.count(where: \.isNewline)
        let rest = text[close.upperBound...]
        return content.first == "{" && rest.first == "}" ? rest.dropFirst() : rest
    }

    private mutating func read(_ content: Substring) {
        switch content.first {
        case "{", "&": return report("unescaped values are not allowed")
        case "=", "%", "<", "$": return report("a kind of tag that is not allowed")
        default: break
        }
        let kind = content.first.flatMap { TemplateScanner.kinds[$0] }
        let name = (kind == nil ? content : content.dropFirst()).trimming(while: \.isWhitespace)
        let isNamed = !name.isEmpty && name.count <= 100 && name.allSatisfy { Self.isOfName($0, in: kind) }
        guard isNamed else { return report("not a name") }
        if isInMarkup || rawElement != nil { report("a value inside an HTML tag, a style or a script") }
        tags.append(TemplateTag(kind: kind ?? .value, name: String(name), line: line))
    }

    private static func isOfName(_ character: Character, in kind: TemplateTag.Kind?) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == (kind == .partial ? "-" : "."))
    }
}

extension Substring {
    fileprivate func trimming(while condition: (Character) -> Bool) -> Substring {
        var text = drop(while: condition)
        while let last = text.last, condition(last) { text.removeLast() }
        return text
    }
}
