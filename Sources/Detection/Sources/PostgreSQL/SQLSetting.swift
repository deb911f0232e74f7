/// A setting that a statement gives a value: `SET [SESSION | LOCAL] app.practice = 'x'`, `SELECT
/// set_config('app.practice', 'x', …)`.
struct SQLSetting: Equatable {
    let name: String
    let value: String

    /// The settings of a statement, in order; `parameters` are the values of `$1` and so on.
    static func all(of reader: SQLTokens, parameters: [String] = []) -> [SQLSetting] {
        var reader = reader
        var found: [SQLSetting] = []
        var isFirst = true
        while let token = reader.next(), found.count < 64 {
            if isFirst, reader.word(token, is: "set") { return assignment(&reader, parameters).map { [$0] } ?? [] }
            isFirst = false
            guard reader.word(token, is: "set_config"), reader.symbol(reader.next(), is: "(") else { continue }
            let name = constant(reader.next(), reader, parameters)
            guard let name, separated(&reader), let value = constant(reader.next(), reader, parameters) else {
                continue
            }
            found.append(SQLSetting(name: name.lowercased(), value: value))
        }
        return found
    }

    /// Steps over a cast and the comma.
    private static func separated(_ reader: inout SQLTokens) -> Bool {
        for _ in 0..<8 {
            guard let token = reader.next() else { return false }
            if reader.symbol(token, is: ",") { return true }
        }
        return false
    }

    private static func assignment(_ reader: inout SQLTokens, _ parameters: [String]) -> SQLSetting? {
        var name = ""
        while let token = reader.next(), name.utf8.count < 128 {
            if reader.symbol(token, is: "=") || reader.word(token, is: "to") {
                guard !name.isEmpty, let value = reader.next() else { return nil }
                return constant(value, reader, parameters).map { SQLSetting(name: name, value: $0) }
            }
            if name.isEmpty, reader.word(token, is: "session") || reader.word(token, is: "local") { continue }
            guard token.kind == .word || token.kind == .name || reader.symbol(token, is: ".") else { return nil }
            name += reader.text(token)
        }
        return nil
    }

    private static func constant(_ token: SQLToken?, _ reader: SQLTokens, _ parameters: [String]) -> String? {
        guard let token else { return nil }
        switch token.kind {
        case .text, .number, .word, .name: return reader.text(token)
        case .parameter:
            guard let place = Int(reader.text(token)), place >= 1, place <= parameters.count else { return nil }
            return parameters[place - 1]
        case .symbol: return nil
        }
    }
}
