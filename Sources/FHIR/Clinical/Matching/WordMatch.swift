import JSONTree
import Vocabulary

/// Words searched for in all that a resource says, or in its narrative (R4, search, `_content` and `_text`): each must be the
/// beginning of a word there, case and accents apart.
///
/// What says nothing to a reader is left out: ids, addresses, encoded data. Of a narrative the tags are.
struct WordMatch: Sendable {
    /// Words of one value.
    static let maximumWords = 16
    private static let mute: Set = ["id", "resourceType", "reference", "url", "system", "data", "versionId", "hash"]

    private let words: [[UInt8]]

    /// Nil when there is no word, or more than ``maximumWords``.
    init?(_ text: String) {
        let folded = text.withoutCaseAndAccents
        words = WordMatch.starts(of: folded).map { start in
            Array(String(folded.unicodeScalars[start...].prefix(while: WordMatch.isPart)).utf8)
        }
        guard (1...WordMatch.maximumWords).contains(words.count) else { return nil }
    }

    /// Whether the texts below a value have all of the words.
    func matches(_ value: JSONValue) -> Bool {
        var missing: UInt32 = (1 << UInt32(words.count)) - 1
        look(into: value, &missing)
        return missing == 0
    }

    private func look(into value: JSONValue, _ missing: inout UInt32) {
        switch value {
        case .string(let text): look(into: text, &missing)
        case .array(let items): for item in items where missing != 0 { look(into: item, &missing) }
        case .object(let object):
            for member in object.members where missing != 0 && !WordMatch.mute.contains(member.key) {
                if member.key == "div", let xhtml = member.value.string {
                    look(into: NarrativeText.plain(xhtml), &missing)
                } else {
                    look(into: member.value, &missing)
                }
            }
        case .null, .bool, .number: return
        }
    }

    private func look(into text: String, _ missing: inout UInt32) {
        let folded = text.withoutCaseAndAccents
        for start in WordMatch.starts(of: folded) {
            for (index, word) in words.enumerated() where missing & (1 << UInt32(index)) != 0 {
                if folded.utf8[start...].starts(with: word) { missing &= ~(1 << UInt32(index)) }
            }
        }
    }

    /// Where words begin.
    private static func starts(of text: String) -> [String.Index] {
        var (starts, isInside) = ([String.Index](), false)
        for index in text.unicodeScalars.indices {
            let isWord = isPart(text.unicodeScalars[index])
            if isWord, !isInside { starts.append(index) }
            isInside = isWord
        }
        return starts
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else {
            return scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
