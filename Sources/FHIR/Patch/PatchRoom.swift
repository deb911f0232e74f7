import JSONTree

/// What the operations of one patch may still write.
struct PatchRoom {
    private let maximumDepth: Int
    /// Bytes of compact text.
    private var bytes: Int

    init(_ limits: PatchLimits) {
        maximumDepth = limits.maximumDepth
        bytes = limits.maximumBytes
    }

    /// Counts an element and what stands beside it.
    mutating func take(_ item: PatchedItem, depth: Int) throws(PatchError.Reason) {
        try take(item.value, depth: depth)
        if let extra = item.extra { try take(extra, depth: depth) }
    }

    /// Counts a value that is written below so many arrays and objects.
    mutating func take(_ value: JSONValue, depth: Int) throws(PatchError.Reason) {
        switch value {
        case .null, .bool: bytes -= 5
        case .number(let number): bytes -= number.text.utf8.count + 1
        case .string(let text): bytes -= text.utf8.count + 3
        case .array(let items):
            bytes -= 3
            guard depth < maximumDepth else { throw .tooDeep }
            for item in items { try take(item, depth: depth + 1) }
        case .object(let object):
            bytes -= 3
            guard depth < maximumDepth else { throw .tooDeep }
            for member in object.members {
                bytes -= member.key.utf8.count + 3
                try take(member.value, depth: depth + 1)
            }
        }
        guard bytes >= 0 else { throw .tooLarge }
    }
}
