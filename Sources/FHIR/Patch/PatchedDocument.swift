import JSONTree

/// A document that a patch is changing.
struct PatchedDocument {
    private(set) var document: JSONValue
    /// What may still be written.
    private var room: PatchRoom

    init(_ document: JSONValue, limits: PatchLimits) {
        self.document = document
        room = PatchRoom(limits)
    }

    /// Makes one change. After an error the document is of no use.
    mutating func apply(_ operation: PatchOperation) throws(PatchError.Reason) {
        switch operation {
        case .add(let path, let value): try add(value, at: path)
        case .remove(let path): _ = try remove(path)
        case .replace(let path, let value):
            try charge(value, at: path)
            try document.update(path.tokens[...]) { (target: inout JSONValue) throws(PatchError.Reason) in
                target = value
            }
        case .move(let source, let path):
            guard !source.isAbove(path) else { throw .movedIntoItself }
            if source.isSame(as: path) {
                _ = try document.value(at: path.tokens[...])
            } else {
                try add(try remove(source), at: path)
            }
        case .copy(let source, let path): try add(try document.value(at: source.tokens[...]), at: path)
        case .test(let path, let value):
            guard try document.value(at: path.tokens[...]).isEquivalent(to: value) else { throw .testFailed }
        }
    }

    private mutating func add(_ value: JSONValue, at path: JSONPointer) throws(PatchError.Reason) {
        try charge(value, at: path)
        guard let last = path.tokens.last else {
            document = value
            return
        }
        try document.update(path.tokens.dropLast()) { (parent: inout JSONValue) throws(PatchError.Reason) in
            try parent.insert(value, at: last)
        }
    }

    private mutating func remove(_ path: JSONPointer) throws(PatchError.Reason) -> JSONValue {
        guard let last = path.tokens.last else { throw .rootRemoved }
        return try document.update(path.tokens.dropLast()) { (parent: inout JSONValue) throws(PatchError.Reason) in
            try parent.remove(at: last)
        }
    }

    /// Counts a value that is written at a place.
    private mutating func charge(_ value: JSONValue, at path: JSONPointer) throws(PatchError.Reason) {
        try room.take(value, depth: path.tokens.count)
    }
}
