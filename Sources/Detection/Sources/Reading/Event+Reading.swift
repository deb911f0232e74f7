extension Event {
    /// Adds a field from a part of a line; what is not UTF-8 in it becomes U+FFFD, since expressions are asked of UTF-8
    /// only.
    mutating func add(_ name: String, _ line: [UInt8], _ range: Range<Int>, kind: Kind = .text) {
        add(name, String(decoding: line[range], as: UTF8.self), kind: kind)
    }

    /// Adds a field unless it has one of that name; empty values and nil are no values.
    mutating func standard(_ name: String, _ value: String?, kind: Kind = .text) {
        guard let value, !value.isEmpty, first(name) == nil else { return }
        add(name, value, kind: kind)
    }

    /// Adds a number unless there is a field of that name.
    mutating func standard(_ name: String, number: String?) {
        guard let number, number.isDecimal else { return }
        standard(name, number, kind: .number)
    }

    /// Adds what was done and whether it succeeded, unless the log has fields of those names.
    mutating func standard(_ action: Action?, succeeded: Bool?) {
        standard(Taxonomy.action, action?.rawValue)
        standard(Taxonomy.outcome, succeeded.map { $0 ? "success" : "failure" })
    }
}

extension String {
    /// Whether it is a finite number in decimal digits; `nan`, `inf` and `0x10` are none.
    var isDecimal: Bool {
        guard utf8.count <= 64, let number = Double(self), number.isFinite else { return false }
        return utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
    }
}
