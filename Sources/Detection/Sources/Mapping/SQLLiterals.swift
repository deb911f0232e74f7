/// Finds the values that a statement compares columns with, in one pass over its tokens: `practice_id = 'x'`, `'x' =
/// practice_id`, `p.practice_id IN ('x', $1)`, `practice_id = ANY ('{x,y}')`, `= ANY (ARRAY['x', 'y'])`. Denied
/// comparisons are none.
struct SQLLiterals {
    private enum State { case none, equals, list, any }

    private var state = State.none
    /// The name that a comparison is about; the newest name.
    private var column: String?
    private var newest: String?
    private var isDenied = false
    /// A value that stands before `=`.
    private var value: String?
    private var symbol: UInt8 = 0
    private let columns: Set<String>
    private let parameters: [String]
    private(set) var found: [(column: String, value: String)] = []

    /// Looks for these columns, whose names are in lower case.
    static func find(_ columns: Set<String>, in sql: String, parameters: [String]) -> [(column: String, value: String)]
    {
        var reader = SQLTokens(sql)
        var literals = SQLLiterals(columns: columns, parameters: parameters)
        while let token = reader.next(), literals.found.count < SourceLimits.values { literals.take(token, reader) }
        return literals.found
    }

    private init(columns: Set<String>, parameters: [String]) { (self.columns, self.parameters) = (columns, parameters) }

    private mutating func take(_ token: SQLToken, _ reader: SQLTokens) {
        switch token.kind {
        case .word: word(reader.text(token))
        case .name: name(reader.text(token))
        case .text, .number: constant(reader.text(token))
        case .parameter: if let value = parameter(reader.text(token)) { constant(value) }
        case .symbol: symbol(reader.text(token).utf8.first ?? 0)
        }
        if token.kind != .symbol { symbol = 0 }
    }

    private mutating func word(_ word: String) {
        switch word {
        case "not": isDenied = true
        case "in": (state, column) = isDenied ? (.none, nil) : (.list, newest)
        case "any", "some": state = state == .equals ? .any : .none
        case "array" where state == .any: break
        case "and", "or", "where", "on", "when", "having": reset()
        case "select", "values", "between", "like", "ilike", "is": state = .none
        default: name(word)
        }
    }

    private mutating func name(_ name: String) {
        if let value, symbol == UInt8(ascii: "=") { add(name, value) }
        (newest, value) = (name, nil)
        if state == .equals { state = .none }
    }

    private mutating func constant(_ text: String) {
        value = text
        guard let column else { return }
        switch state {
        case .equals:
            add(column, text)
            state = .none
        case .list: add(column, text)
        case .any where text.hasPrefix("{") && text.hasSuffix("}"):
            for part in text.dropFirst().dropLast().split(separator: ",") {
                add(column, part.trimming { $0 == "\"" || $0 == " " })
            }
        case .any: add(column, text)
        case .none: break
        }
    }

    private mutating func symbol(_ byte: UInt8) {
        defer { symbol = byte }
        switch byte {
        case UInt8(ascii: "="):
            let isOther = [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!")].contains(symbol)
            (state, column) = isOther || isDenied ? (.none, nil) : (.equals, newest)
            if isOther { value = nil }
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ";"): if state != .none { reset() }
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"): break
        default: if state == .equals { state = .none }
        }
    }

    private mutating func reset() { (state, column, newest, value, isDenied) = (.none, nil, nil, nil, false) }

    private func parameter(_ text: String) -> String? {
        guard let place = Int(text), place >= 1, place <= parameters.count else { return nil }
        return parameters[place - 1]
    }

    private mutating func add(_ column: String, _ value: String) {
        guard columns.contains(column), !value.isEmpty, value.utf8.count <= SourceLimits.value else { return }
        found.append((column, value))
    }
}

extension Substring {
    /// Without such characters at either end.
    func trimming(_ passes: (Character) -> Bool) -> String {
        var text = self.drop(while: passes)
        while let last = text.last, passes(last) { text.removeLast() }
        return String(text)
    }
}
