/// A text with wildcards: what Sigma's values become once escapes, `contains`, `startswith`, `endswith` and encodings
/// are applied.
public struct TextPattern: Sendable, Hashable {
    /// A piece of it.
    public enum Piece: Sendable, Hashable {
        /// These bytes.
        case literal([UInt8])
        /// Any number of any characters (`*`).
        case any
        /// Exactly one character (`?`).
        case one
    }

    /// The pieces; literals are never empty and never beside each other, nor is `any` beside `any`. Without pieces: the
    /// empty text.
    public var pieces: [Piece]
    /// Whether letters must have the case given (modifier `cased`).
    public var isCased: Bool

    /// Joins pieces, merging neighbours.
    public init(_ pieces: [Piece], isCased: Bool = false) {
        self.pieces = []
        self.isCased = isCased
        for piece in pieces {
            switch (piece, self.pieces.last) {
            case (.literal(let bytes), .literal(let before)):
                self.pieces[self.pieces.count - 1] = .literal(before + bytes)
            case (.literal(let bytes), _) where bytes.isEmpty: break
            case (.any, .any): break
            default: self.pieces.append(piece)
            }
        }
    }
}
