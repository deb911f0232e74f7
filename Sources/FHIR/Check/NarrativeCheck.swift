/// Looks through a narrative's `div` (R4, narrative, `txt-1` and `txt-2`): one XHTML fragment whose tags close, of the
/// elements and attributes allowed, that runs nothing. It is no parser: entities and styles are not read.
struct NarrativeCheck {
    /// How deep elements may stand in one another.
    static let maximumDepth = 64

    private let tags = NarrativeTags.shared
    private var open: [Range<Int>] = []
    private var place = 0
    private var hasContent = false

    /// What is wrong with the text; nil when nothing is.
    static func fault(in text: String) -> StructureIssue.Code? {
        var check = NarrativeCheck()
        return check.read(text.utf8.span)
    }

    private mutating func read(_ text: Span<UInt8>) -> StructureIssue.Code? {
        skipSpace(text)
        guard text.starts(with: "<div", at: place) else { return .txt1 }
        repeat {
            let isRead = readTag(text)
            guard isRead, open.count <= NarrativeCheck.maximumDepth else { return isRead ? .tooDeep : .txt1 }
            if open.isEmpty { break }
            skipText(text)
        } while place < text.count
        skipSpace(text)
        guard open.isEmpty, place == text.count else { return .txt1 }
        return hasContent ? nil : .txt2
    }

    /// Goes to the next tag.
    private mutating func skipText(_ text: Span<UInt8>) {
        while place < text.count, text[place] != UInt8(ascii: "<") {
            if !PrimitiveKind.isSpace(text[place]) { hasContent = true }
            place += 1
        }
    }

    private mutating func skipSpace(_ text: Span<UInt8>) {
        while place < text.count, PrimitiveKind.isSpace(text[place]) { place += 1 }
    }

    /// Reads what begins with `<`. False when it is not allowed.
    private mutating func readTag(_ text: Span<UInt8>) -> Bool {
        if text.starts(with: "<!--", at: place) { return skipComment(text) }
        if text.starts(with: "</", at: place) { return readEnd(text) }
        guard place < text.count else { return false }
        place += 1
        let name = readName(text)
        guard tags.isElement(text.extracting(name)) else { return false }
        if text.extracting(name).spells("img") { hasContent = true }
        var hasNamespace = !open.isEmpty
        while true {
            skipSpace(text)
            if text.starts(with: "/>", at: place) {
                place += 2
                return hasNamespace
            }
            guard place < text.count else { return false }
            if text[place] == UInt8(ascii: ">") {
                place += 1
                open.append(name)
                return hasNamespace
            }
            guard let attribute = readAttribute(text), allows(attribute, in: text) else { return false }
            if text.extracting(attribute.name).spells("xmlns") { hasNamespace = true }
        }
    }

    private mutating func readEnd(_ text: Span<UInt8>) -> Bool {
        place += 2
        let name = readName(text)
        guard let last = open.popLast(), text.extracting(last).isEqual(to: text.extracting(name)) else { return false }
        skipSpace(text)
        guard place < text.count, text[place] == UInt8(ascii: ">") else { return false }
        place += 1
        return true
    }

    private mutating func skipComment(_ text: Span<UInt8>) -> Bool {
        place += 4
        while place < text.count, !text.starts(with: "-->", at: place) { place += 1 }
        guard place < text.count else { return false }
        place += 3
        return true
    }

    private mutating func readName(_ text: Span<UInt8>) -> Range<Int> {
        let start = place
        while place < text.count, NarrativeTags.isNameByte(text[place]) { place += 1 }
        return start..<place
    }

    /// Reads `name="value"`, in either kind of quotes.
    private mutating func readAttribute(_ text: Span<UInt8>) -> (name: Range<Int>, value: Range<Int>)? {
        let name = readName(text)
        skipSpace(text)
        guard place < text.count, text[place] == UInt8(ascii: "=") else { return nil }
        place += 1
        skipSpace(text)
        guard place < text.count, text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'"),
            let end = text.firstIndex(of: text[place], from: place + 1)
        else { return nil }
        let value = place + 1..<end
        place = end + 1
        return (name, value)
    }

    private func allows(_ attribute: (name: Range<Int>, value: Range<Int>), in text: Span<UInt8>) -> Bool {
        let (name, value) = (text.extracting(attribute.name), text.extracting(attribute.value))
        if name.spells("xmlns") { return value.spells("http://www.w3.org/1999/xhtml") }
        guard tags.isAttribute(name), value.firstIndex(of: UInt8(ascii: "<")) == nil else { return false }
        return !tags.isAddress(name) || NarrativeTags.isHarmless(value)
    }
}
