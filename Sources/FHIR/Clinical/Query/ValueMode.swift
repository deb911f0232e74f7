/// How a modifier has values read (R4, search, modifiers).
enum ValueMode: Sendable, Hashable {
    case plain, exact, contains, text, not, inSet, notInSet, ofType, identifier, above, below
    /// A reference to this type.
    case type(UInt16)
}

extension ValueReader {
    /// The mode that a modifier means for the parameter.
    func mode(_ modifier: Substring?) throws(ClinicalIssue) -> ValueMode {
        guard let modifier else { return .plain }
        guard !parameter.isOfWords else { throw ClinicalIssue(full, .modifier, "missing, or none") }
        switch (parameter.kind, modifier) {
        case (.string, "exact"): return .exact
        case (.string, "contains"): return .contains
        case (.token, "text"): return .text
        case (.token, "not"): return .not
        case (.token, "of-type"): return .ofType
        case (.token, "in"): return .inSet
        case (.token, "not-in"): return .notInSet
        case (.token, "above"), (.token, "below"), (.reference, "above"), (.reference, "below"):
            throw ClinicalIssue(full, .modifier, "no hierarchy is known")
        case (.uri, "above"): return .above
        case (.uri, "below"): return .below
        case (.reference, "identifier"): return .identifier
        case (.reference, _): return .type(try type(modifier))
        default: throw ClinicalIssue(full, .modifier, "not a modifier of a \(parameter.kind.rawValue) parameter")
        }
    }

    private func type(_ modifier: Substring) throws(ClinicalIssue) -> UInt16 {
        guard let type = ResourceType(String(modifier)), parameter.targets?.contains(type) ?? true else {
            throw ClinicalIssue(full, .modifier, "not a type that it refers to")
        }
        return type.node
    }
}
