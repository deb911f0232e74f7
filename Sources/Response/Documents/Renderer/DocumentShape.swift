/// Which names templates know, and what stands under each; taken from an example that holds everything.
struct DocumentShape {
    /// What a value is.
    enum Kind {
        case text
        case flag
        case list
        case group
    }

    private(set) var kinds: Set<Kind> = []
    private(set) var children: [String: DocumentShape] = [:]

    /// The shape of a document's context.
    init(of kind: DocumentKind, in language: DocumentLanguage) {
        var facts = CaseFacts.example(language)
        self.init(.group(DocumentRenderer.context(kind, of: facts, letter: .example)))
        facts.practice.siren = nil  // Only a form that lacks something has names for what is missing.
        add(DocumentRenderer.context(kind, of: facts, letter: .example))
    }

    private init(_ value: DocumentValue) { add(value) }

    private mutating func add(_ context: DocumentContext) {
        for (name, value) in context.values { children[name, default: DocumentShape(.none)].add(value) }
    }

    private mutating func add(_ value: DocumentValue) {
        switch value {
        case .text: kinds.insert(.text)
        case .flag: kinds.insert(.flag)
        case .list(let contexts):
            kinds.insert(.list)
            for context in contexts { add(context) }
        case .group(let context):
            kinds.insert(.group)
            add(context)
        case .none: break
        }
    }

    /// The paths of names under which the example holds nothing: an example must have none.
    func empty(under path: String = "") -> [String] {
        children.flatMap { name, shape in
            (shape.kinds.isEmpty ? [path + name] : []) + shape.empty(under: path + name + ".")
        }
    }
}
