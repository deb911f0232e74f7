@testable import Detection

/// A slow and plain matcher, to see that what the reader makes of a rule means what the rule says.
struct PlainMatcher {
    /// Fields and values; nil is null.
    let fields: [(name: String, value: String?)]

    func matches(_ rule: Rule) -> Bool { rule.condition.holds { holds(rule.searches[$0].body) } }

    func holds(_ body: Search.Body) -> Bool {
        switch body {
        case .all(let parts): parts.allSatisfy { holds($0) }
        case .any(let parts): parts.contains { holds($0) }
        case .field(let test): passes(test)
        }
    }

    func passes(_ test: FieldTest) -> Bool {
        let values = fields.filter { test.field == nil || $0.name == test.field }.map(\.value)
        let one = { (wanted: ValueTest) in
            switch wanted {
            case .null: values.isEmpty || values.contains(nil)
            case .exists(let exists): !values.isEmpty == exists
            default: values.contains { $0.map { value(Array($0.utf8), wanted) } ?? false }
            }
        }
        let outcome = test.needsAll ? test.tests.allSatisfy(one) : test.tests.contains(where: one)
        return outcome != test.isNegated
    }

    private func value(_ value: [UInt8], _ test: ValueTest) -> Bool {
        switch test {
        case .text(let pattern):
            return PlainMatcher.like(fold(value, pattern.isCased)[...], fold(pattern)[...])
        case .regex(let pattern, let ignoresCase, _, let dotMatchesNewline):
            guard let regex = try? Regex(pattern) else { return false }
            let text = String(decoding: value, as: UTF8.self)
            return text.firstMatch(of: regex.ignoresCase(ignoresCase).dotMatchesNewlines(dotMatchesNewline)) != nil
        default: return false
        }
    }

    private func fold(_ bytes: [UInt8], _ isCased: Bool) -> [UInt8] {
        isCased ? bytes : Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }

    private func fold(_ pattern: TextPattern) -> [TextPattern.Piece] {
        pattern.pieces.map { if case .literal(let bytes) = $0 { .literal(fold(bytes, pattern.isCased)) } else { $0 } }
    }

    private static func like(_ value: ArraySlice<UInt8>, _ pieces: ArraySlice<TextPattern.Piece>) -> Bool {
        guard let piece = pieces.first else { return value.isEmpty }
        let rest = pieces.dropFirst()
        switch piece {
        case .literal(let bytes): return value.starts(with: bytes) && like(value.dropFirst(bytes.count), rest)
        case .one: return !value.isEmpty && like(value.dropFirst(), rest)
        case .any:
            guard case .literal(let bytes)? = rest.first else {
                return rest.isEmpty || (0...value.count).contains { like(value.dropFirst($0), rest) }
            }
            guard rest.count > 1 else {
                return value.count >= bytes.count && value.suffix(bytes.count).elementsEqual(bytes)
            }
            return value.indices.contains { value[$0...].starts(with: bytes) && like(value[$0...], rest) }
        }
    }
}
