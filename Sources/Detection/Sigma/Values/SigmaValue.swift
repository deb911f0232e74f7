/// A value of a detection while modifiers and pipelines are applied.
indirect enum SigmaValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As written, and as read.
    case number(String, Double)
    case text(SigmaText)
    case regex(SigmaRegex)
    case exists(Bool)
    case compares(ValueTest.Comparison, Double)
    case network([UInt8], prefix: Int)
    case field(SigmaFieldReference)
    case datePart(ValueTest.DatePart, Int)
    /// What one value became: any of them will do, even where `all` asks for all values.
    case variants([SigmaValue])

    /// The tests of the engine, any of which is to pass.
    var tests: [ValueTest] {
        switch self {
        case .null: [.null]
        case .bool(let value): [.text(SigmaText(value ? "true" : "false").pattern)]
        case .number(let text, _): [.text(SigmaText(literal: Array(text.utf8)).pattern)]
        case .text(let text): [.text(text.pattern)]
        case .regex(let regex): [regex.test]
        case .exists(let exists): [.exists(exists)]
        case .compares(let comparison, let value): [.compares(comparison, value)]
        case .network(let bytes, let prefix): [.network(bytes, prefix: prefix)]
        case .field(let other): [.field(other.field, other.likeness, isCased: other.isCased)]
        case .datePart(let part, let value): [.datePart(part, value)]
        case .variants(let values): values.flatMap(\.tests)
        }
    }

    /// How many tests it comes to.
    var cost: Int { if case .variants(let values) = self { values.reduce(0) { $0 + $1.cost } } else { 1 } }

    /// Placeholders without a value.
    var placeholders: [String] {
        switch self {
        case .text(let text): text.placeholders
        case .regex(let regex): regex.text.placeholders
        case .variants(let values): values.flatMap(\.placeholders)
        default: []
        }
    }
}
