/// A value of a YAML document and where it stands.
struct SigmaNode: Sendable {
    /// A key of a map, where it stands, and what it holds.
    struct Entry: Sendable {
        let key: String
        let place: RulePlace
        let value: SigmaNode
    }

    /// What a value is.
    indirect enum Content: Sendable {
        case scalar(SigmaScalar)
        case list([SigmaNode])
        case map([Entry])
    }

    let place: RulePlace
    let content: Content

    /// What it is, for errors.
    var kind: String {
        switch content {
        case .scalar(let scalar): scalar.kind
        case .list: "a list"
        case .map: "a map"
        }
    }

    var isNull: Bool {
        if case .scalar(.null) = content { true } else { false }
    }

    /// The keys of a map; nil for anything else.
    var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    /// What a map holds under a key.
    subscript(_ key: String) -> SigmaNode? { entries?.first { $0.key == key }?.value }
}
