/// Words written as one text with bars between them, the common ones first.
struct WordList: Sendable {
    /// The words, in their order.
    let words: [String]

    /// Splits at bars; line ends and the spaces around a word fall away.
    init(_ text: String) {
        words = text.split(whereSeparator: { $0 == "|" || $0 == "\n" }).compactMap { piece in
            let trimmed = piece.drop(while: { $0 == " " })
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }

    /// Each word as likely as any other.
    func pick(_ random: inout SeededGenerator) -> String { word(at: random.below(words.count)) }

    /// The first words more likely than the last: the rank's distribution falls as 1/√rank.
    func pickCommon(_ random: inout SeededGenerator) -> String {
        let share = random.unit()
        return word(at: Int(share * share * Double(words.count)))
    }

    /// The word at a place, counted round.
    func word(at index: Int) -> String { words.isEmpty ? "" : words[index % words.count] }
}
