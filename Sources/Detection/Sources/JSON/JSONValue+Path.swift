import JSONTree

extension JSONObject {
    /// The value behind nested names, or behind one name that has the dots in it; of an array, its first value.
    func value(_ path: String) -> JSONValue? {
        if let value = self[path] { return value }
        var value: JSONValue? = .object(self)
        for name in path.split(separator: ".") {
            if case .array(let values) = value { value = values.first }
            value = value?[String(name)]
        }
        return value
    }

    /// The text behind nested names, or the number's; nil for other kinds.
    func text(_ path: String) -> String? {
        switch value(path) {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): number.text
        case .array(let values):
            if case .string(let text) = values.first { text } else { nil }
        default: nil
        }
    }

    /// The first text that is there.
    func text(_ paths: [String]) -> String? { paths.lazy.compactMap(self.text).first }

    /// The truth value behind nested names; nil for other kinds.
    func flag(_ path: String) -> Bool? { value(path)?.bool }
}
