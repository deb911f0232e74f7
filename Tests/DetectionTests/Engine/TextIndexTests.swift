import Testing

@testable import Detection

@Suite("The index of literals")
struct TextIndexTests {
    /// A literal and where it must stand.
    private struct Wanted {
        let bytes: [UInt8]
        let atStart: Bool
        let atEnd: Bool

        init(_ numbers: inout SeededRandom) {
            (atStart, atEnd) = (Bool.random(using: &numbers), Bool.random(using: &numbers))
            // The empty literal is looked for as a whole value only.
            bytes = TextIndexTests.text(atStart && atEnd ? 0...9 : 1...9, &numbers)
        }

        var pieces: [TextPattern.Piece] {
            TextPattern((atStart ? [] : [.any]) + [.literal(bytes)] + (atEnd ? [] : [.any])).pieces
        }

        func stands(in value: [UInt8]) -> Bool {
            guard value.count >= bytes.count else { return false }
            let places = 0...(value.count - bytes.count)
            return places.contains { start in
                (!atStart || start == 0) && (!atEnd || start + bytes.count == value.count)
                    && Array(value[start..<start + bytes.count]) == bytes
            }
        }
    }

    private static func text(_ lengths: ClosedRange<Int>, _ numbers: inout SeededRandom) -> [UInt8] {
        (0..<Int.random(in: lengths, using: &numbers)).map { _ in
            Array("ab\\\u{0}".utf8).randomElement(using: &numbers) ?? 0
        }
    }

    @Test("literals of all lengths and places are found where they stand, in several fields, and nowhere else")
    func literalsAreFound() {
        var numbers = SeededRandom(12)
        for _ in 0..<200 {
            let fields = (0..<3).map { _ in (0..<Int.random(in: 0...40, using: &numbers)).map { _ in Wanted(&numbers) }
            }
            let index = TextIndex(
                fields.map { wanted in
                    var draft = TextIndexDraft()
                    for (number, one) in wanted.enumerated() {
                        let isAdded = draft.add(one.pieces, atom: number, pattern: number, needsTrial: false)
                        #expect(isAdded)
                    }
                    return draft
                })
            var found = FoundLiterals(count: index.literals.count)
            for _ in 0..<50 {
                let value = Self.text(0...24, &numbers)
                for field in fields.indices {
                    index.find(field, value.span, into: &found)
                    let atoms = found.literals.flatMap { index.places($0) }.map { Int(index.posting($0).atom) }
                    let expected = fields[field].indices.filter { fields[field][$0].stands(in: value) }
                    #expect(atoms.sorted() == expected, "\(value) in field \(field)")
                }
            }
        }
    }
}
