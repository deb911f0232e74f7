/// Which placeholders a step gives values to, and which values.
struct PlaceholderChoice: Sendable {
    let include: Set<String>?
    let exclude: Set<String>
    /// Whether any text will do (`wildcard_placeholders`) rather than the pipeline's `vars`.
    let isWildcard: Bool

    init(_ node: SigmaNode, isWildcard: Bool) throws(RuleError) {
        include = node["include"] == nil ? nil : Set(try node.texts("include"))
        exclude = Set(try node.texts("exclude"))
        self.isWildcard = isWildcard
        guard include == nil || exclude.isEmpty else {
            throw node.place.refuse("include and exclude together", instead: "write one of them")
        }
    }

    /// Whether it is about this placeholder.
    func takes(_ name: String) -> Bool { include.map { $0.contains(name) } ?? !exclude.contains(name) }

    /// The values of a text or expression; one in place of each placeholder.
    func values(
        of value: SigmaValue, _ place: RulePlace, _ variables: [String: [SigmaText]], limit: Int
    ) throws(RuleError) -> [SigmaValue] {
        guard let missing = value.placeholders.first(where: { takes($0) }) else { return [value] }
        if !isWildcard, let name = value.placeholders.first(where: { takes($0) && variables[$0] == nil }) {
            throw place.refuse("the placeholder %\(name.prefix(60))% has no value", instead: "give it one under `vars`")
        }
        switch value {
        case .text(let text):
            let texts = try replaced(text, place, variables, limit: limit, missing, isRegex: false)
            return texts.map { .text($0) }
        case .regex(let regex):
            return try replaced(regex.text, place, variables, limit: limit, missing, isRegex: true).map { text in
                var regex = regex
                regex.text = text
                return .regex(regex)
            }
        case .variants(let values):
            var found: [SigmaValue] = []
            for value in values { found += try self.values(of: value, place, variables, limit: limit) }
            return [.variants(found)]
        default: return [value]
        }
    }

    private func replaced(
        _ text: SigmaText, _ place: RulePlace, _ variables: [String: [SigmaText]], limit: Int, _ name: String,
        isRegex: Bool
    ) throws(RuleError) -> [SigmaText] {
        let any = isRegex ? SigmaText(literal: Array(".*".utf8)) : SigmaText(pieces: [.any])
        let texts = text.replacing(limit: limit) { name in
            guard takes(name) else { return nil }
            return isWildcard ? [any] : variables[name]?.map { isRegex ? $0.asExpression : $0 }
        }
        guard let texts else {
            throw place.refuse(
                "the values of %\(name.prefix(60))% make more than \(limit) texts", instead: "give it fewer values")
        }
        return texts
    }
}

extension SigmaText {
    /// A variable's value within an expression: as it was written.
    fileprivate var asExpression: SigmaText {
        SigmaText(
            literal: pieces.flatMap { piece -> [UInt8] in
                switch piece {
                case .literal(let bytes): bytes
                case .any: [UInt8(ascii: "*")]
                case .one: [UInt8(ascii: "?")]
                case .placeholder: []
                }
            })
    }
}
