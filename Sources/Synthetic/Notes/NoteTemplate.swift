/// One sentence of a note with places to fill, such as `Consulte pour {m} depuis {d}.`.
struct NoteTemplate: Sendable {
    /// Text, and after it the letter of the slot to fill, or 0.
    struct Piece: Sendable {
        /// UTF-8 as it is.
        let text: [UInt8]
        /// An ASCII letter of ``NoteSlot``, or 0 for none.
        let slot: UInt8
    }

    /// The pieces in their order.
    let pieces: [Piece]

    /// Splits at `{x}`, x one ASCII letter.
    init(_ text: String) {
        var pieces: [Piece] = []
        var current: [UInt8] = []
        var iterator = text.utf8.makeIterator()
        while let unit = iterator.next() {
            guard unit == UInt8(ascii: "{"), let slot = iterator.next() else {
                current.append(unit)
                continue
            }
            pieces.append(Piece(text: current, slot: slot))
            current = []
            _ = iterator.next()
        }
        pieces.append(Piece(text: current, slot: 0))
        self.pieces = pieces
    }

    /// Reads templates separated by line ends.
    static func list(_ text: String) -> [NoteTemplate] {
        text.split(separator: "\n").map { NoteTemplate(String($0)) }
    }
}
