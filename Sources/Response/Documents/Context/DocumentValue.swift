import Mustache

/// A value that a template can name. Sections of `none`, of `false` and of an empty list are not shown.
public enum DocumentValue: Hashable, Sendable {
    /// Text; templates always escape it.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// A list, for a section that repeats.
    case list([DocumentContext])
    /// Values under one name: `{{practice.name}}`.
    case group(DocumentContext)
    /// Nothing.
    case none

    /// A text, or nothing.
    init(_ text: String?) { self = text.map { .text($0) } ?? .none }

    /// A list of texts, each under the name `text`.
    init(lines: [String]) { self = .list(lines.map { DocumentContext([("text", .text($0))]) }) }
}

/// What the template engine takes of a value.
extension DocumentValue: MustacheCustomRepresentation {
    /// The value as the engine knows such values.
    public var representation: Any? {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let contexts): contexts
        case .group(let context): context
        case .none: nil
        }
    }
}
