/// Checks one document's template with its parts: every name is known, every section ends, no part holds itself.
struct TemplateCheck {
    private static let maximumDepth = 32
    private static let maximumParts = 200

    private let files: [String: TemplateFile]
    private var scopes: [DocumentShape]
    private var open: [TemplateTag] = []
    private var chain: [String] = []
    private var parts = 0
    private(set) var problems: [TemplateProblem] = []

    init(_ name: String, of files: [String: TemplateFile], shape: DocumentShape) {
        self.files = files
        scopes = [shape]
        check(name)
    }

    private var file: TemplateFile? { chain.last.flatMap { files[$0] } }

    private mutating func report(_ what: String, line: Int) {
        problems.append(TemplateProblem(file: file?.path ?? "", line: line, what: what))
    }

    private mutating func check(_ name: String) {
        guard let file = files[name] else { return }
        chain.append(name)
        let (outer, scopesBefore) = (open, scopes)
        open = []
        for tag in file.tags { take(tag) }
        for tag in open { report("section \(tag.name) does not end", line: tag.line) }
        (open, scopes) = (outer, scopesBefore)
        chain.removeLast()
    }

    private mutating func take(_ tag: TemplateTag) {
        switch tag.kind {
        case .value:
            guard let shape = shape(of: tag) else { return }
            if !shape.kinds.contains(.text) { report("\(tag.name) is no text", line: tag.line) }
        case .section, .inverted:
            guard scopes.count < TemplateCheck.maximumDepth else { return report("too deep", line: tag.line) }
            let shape = shape(of: tag)
            open.append(tag)
            scopes.append(tag.kind == .section ? shape ?? scopes[0] : scopes[scopes.count - 1])
        case .end:
            guard let last = open.popLast() else { return report("no section to end", line: tag.line) }
            scopes.removeLast()
            if last.name != tag.name { report("ends \(tag.name) where \(last.name) is open", line: tag.line) }
        case .partial: take(part: tag)
        }
    }

    private mutating func take(part tag: TemplateTag) {
        parts += 1
        guard files[tag.name] != nil else { return report("no part \(tag.name)", line: tag.line) }
        guard !chain.contains(tag.name) else { return report("part \(tag.name) holds itself", line: tag.line) }
        guard parts <= TemplateCheck.maximumParts else { return report("too many parts", line: tag.line) }
        check(tag.name)
    }

    /// What stands under a tag's name, as the engine looks it up: the first word from the innermost scope outwards.
    private mutating func shape(of tag: TemplateTag) -> DocumentShape? {
        if tag.name == "." { return scopes.last }
        let words = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var found = words.first.flatMap { word in scopes.reversed().lazy.compactMap { $0.children[word] }.first }
        for word in words.dropFirst() { found = found?.children[word] }
        if found == nil { report("unknown name \(tag.name)", line: tag.line) }
        return found
    }
}
