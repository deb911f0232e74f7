import JSONTree

/// A resource as it is at hand: as text where it is only passed on, as a tree where it was looked into.
enum RecordContent: Sendable {
    case none
    /// Compact JSON.
    case text([UInt8])
    case tree(JSONValue)

    var isNone: Bool { if case .none = self { true } else { false } }

    var tree: JSONValue? {
        switch self {
        case .none: nil
        case .text(let text): try? JSONValue(parsing: text, limits: RecordContent.limits(text))
        case .tree(let tree): tree
        }
    }

    /// What was written may be read again, however it is nested.
    private static func limits(_ text: [UInt8]) -> JSONLimits {
        JSONLimits(
            maximumBytes: text.count, maximumDepth: 256, maximumNodes: text.count, maximumNumberLength: text.count)
    }

    var text: [UInt8]? {
        switch self {
        case .none: nil
        case .text(let text): text
        case .tree(let tree): tree.bytes
        }
    }
}
