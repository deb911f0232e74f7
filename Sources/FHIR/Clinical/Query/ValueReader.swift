/// Reads the values of one parameter.
struct ValueReader {
    let parameter: SearchParameter
    /// The parameter's whole name, for issues.
    let full: String
    let options: ClinicalOptions
    let now: Int64

    /// Reads the values and the modifier.
    func test(_ value: String, _ modifier: Substring?) throws(ClinicalIssue) -> ValueTest {
        if modifier == "missing" { return .missing(try truth(value)) }
        let mode = try mode(modifier)
        let values = EscapedText.split(value[...], at: UInt8(ascii: ","))
        guard values.count <= options.limits.values else {
            throw ClinicalIssue(full, .tooMany, "at most \(options.limits.values) values")
        }
        var matches: [ValueMatch] = []
        for value in values {
            guard !value.isEmpty, let match = match(parameter.kind, value, mode) else {
                throw refusal(mode)
            }
            matches.append(match)
        }
        return mode == .not || mode == .notInSet ? .none(matches) : .any(matches)
    }

    private func refusal(_ mode: ValueMode) -> ClinicalIssue {
        switch mode {
        case .inSet, .notInSet: ClinicalIssue(full, .modifier, "only value sets of R4's required bindings are known")
        default: ClinicalIssue(full, .value, "not a value of a \(parameter.kind.rawValue) parameter")
        }
    }

    private func truth(_ value: String) throws(ClinicalIssue) -> Bool {
        guard parameter.kind != .composite else {
            throw ClinicalIssue(full, .modifier, "composites are never asked to be missing")
        }
        guard value == "true" || value == "false" else { throw ClinicalIssue(full, .value, "true or false") }
        return value == "true"
    }

    /// One value of a kind; nil when it is none.
    func match(_ kind: SearchParameter.Kind, _ text: Substring, _ mode: ValueMode) -> ValueMatch? {
        if parameter.isOfWords { return EscapedText.unescaped(text).flatMap { WordMatch($0) }.map(ValueMatch.words) }
        switch kind {
        case .token: return token(text, mode)
        case .date: return DateMatch(text, zone: options.zone, now: now).map(ValueMatch.date)
        case .number: return NumberMatch(text).map(ValueMatch.number)
        case .quantity: return QuantityMatch(text).map(ValueMatch.quantity)
        case .composite: return composite(text)
        case .special: return NearMatch(text).map(ValueMatch.near)
        case .string, .reference, .uri:
            if mode == .identifier { return TokenMatch(text).map { .reference(.identifier($0)) } }
            guard let text = EscapedText.unescaped(text) else { return nil }
            return plain(kind, text, mode)
        }
    }

    private func token(_ text: Substring, _ mode: ValueMode) -> ValueMatch? {
        switch mode {
        case .text: EscapedText.unescaped(text).flatMap { FoldedText($0, .start) }.map { .token(.text($0)) }
        case .inSet, .notInSet: TokenMatch(valueSet: text).map(ValueMatch.token)
        case .ofType: TokenMatch(ofType: text).map(ValueMatch.token)
        default: TokenMatch(text).map(ValueMatch.token)
        }
    }

    private func plain(_ kind: SearchParameter.Kind, _ text: String, _ mode: ValueMode) -> ValueMatch? {
        switch (kind, mode) {
        case (.string, .exact): FoldedText(text, .exact).map(ValueMatch.string)
        case (.string, .contains): FoldedText(text, .contains).map(ValueMatch.string)
        case (.string, _): FoldedText(text, .start).map(ValueMatch.string)
        case (.uri, .above): URIMatch(text, .above).map(ValueMatch.uri)
        case (.uri, .below): URIMatch(text, .below).map(ValueMatch.uri)
        case (.uri, _): URIMatch(text, .same).map(ValueMatch.uri)
        case (_, .type(let type)): ReferenceMatch(text, type: type, bases: options.bases).map(ValueMatch.reference)
        default: ReferenceMatch(text, type: nil, bases: options.bases).map(ValueMatch.reference)
        }
    }

    /// `value$value`, one for each component.
    private func composite(_ text: Substring) -> ValueMatch? {
        let values = EscapedText.split(text, at: UInt8(ascii: "$"))
        guard values.count == parameter.components.count else { return nil }
        var parts: [(path: ElementPath, match: ValueMatch)] = []
        for (component, value) in zip(parameter.components, values) {
            guard !value.isEmpty, let match = match(component.kind, value, .plain) else { return nil }
            parts.append((component.path, match))
        }
        return .composite(parts)
    }
}
