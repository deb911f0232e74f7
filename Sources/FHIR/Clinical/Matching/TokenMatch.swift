import JSONTree
import Vocabulary

/// A token searched for (R4, search, token).
enum TokenMatch: Sendable {
    /// What is asked of the system.
    enum Namespace: Sendable {
        case any
        /// That there is none (`|code`).
        case none
        case exactly(String)
    }

    /// `code`, `system|code`, `|code`, `system|`; the code's case does not count, but for codes of R4 itself.
    case code(Namespace, String?)
    /// `:text`: what is displayed, or said of an identifier's type.
    case text(FoldedText)
    /// `:in`: a code of the value set with the number.
    case inSet(UInt16)
    /// `:of-type`: an identifier by its type's system and code, and its value.
    case ofType(system: String, code: String, value: String)

    /// Reads `[system|]code` with its escapes.
    init?(_ text: Substring) {
        let parts = EscapedText.split(text, at: UInt8(ascii: "|"), limit: 2)
        guard let first = EscapedText.unescaped(parts[0]) else { return nil }
        guard parts.count == 2 else {
            guard !first.isEmpty else { return nil }
            self = .code(.any, first)
            return
        }
        guard let code = EscapedText.unescaped(parts[1]), !(first.isEmpty && code.isEmpty) else { return nil }
        self = .code(first.isEmpty ? .none : .exactly(first), code.isEmpty ? nil : code)
    }

    /// Reads `system|code|value` with its escapes.
    init?(ofType text: Substring) {
        let parts = EscapedText.split(text, at: UInt8(ascii: "|")).map(EscapedText.unescaped)
        guard parts.count == 3, let system = parts[0], let code = parts[1], let value = parts[2] else { return nil }
        guard !system.isEmpty, !code.isEmpty, !value.isEmpty else { return nil }
        self = .ofType(system: system, code: code, value: value)
    }

    /// Reads the address of a value set whose codes are listed here: those of R4's required bindings.
    init?(valueSet text: Substring) {
        guard let url = EscapedText.unescaped(text), let number = Schema.r4.valueSets.listed(url) else { return nil }
        self = .inSet(number)
    }

    /// Whether an element matches.
    func matches(_ node: PathNode) -> Bool {
        switch self {
        case .code(let namespace, let code): node.tokens.contains { $0.matches(namespace, code) }
        case .inSet(let number): node.tokens.contains { $0.isIn(number) }
        case .text(let text): node.displayed.contains(where: text.matches)
        case .ofType(let system, let code, let value):
            value.isSame(as: node.text("value"))
                && (node.value["type"]?["coding"]?.array ?? []).contains {
                    system.isSame(as: $0["system"]?.string) && code.isSame(as: $0["code"]?.string)
                }
        }
    }
}
