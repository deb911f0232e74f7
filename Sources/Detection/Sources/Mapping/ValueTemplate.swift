/// A pattern with named gaps, as `cabinet_{practice}` or `/api/practices/{practice}/patients/{patient}`. Matching takes
/// linear time: a gap ends at the next place where the text behind it stands, and is never tried again.
struct ValueTemplate: Hashable, Sendable {
    /// Why a text is no template.
    enum Fault: Error {
        case unclosed, unnamed, adjacent, repeated, noGap
        var text: String {
            switch self {
            case .unclosed: "a { without its }"
            case .unnamed: "a gap needs a name of letters, digits, _ and ."
            case .adjacent: "two gaps need a text between them"
            case .repeated: "a name stands in two gaps"
            case .noGap: "there is no {gap}"
            }
        }
    }

    /// What stands before the first gap, and each gap's name with what stands behind it.
    let start: [UInt8]
    let gaps: [(name: String, behind: [UInt8])]

    init(_ text: String) throws(Fault) {
        var walk = ByteWalk(Array(text.utf8))
        start = walk.bytes(walk.take { $0 != UInt8(ascii: "{") })
        var gaps: [(name: String, behind: [UInt8])] = []
        while walk.skip("{") {
            guard let range = walk.take(until: "}") else { throw .unclosed }
            let name = walk.text(range)
            guard !name.isEmpty, walk.bytes[range].allSatisfy({ $0.isWord || $0 == UInt8(ascii: ".") }) else {
                throw .unnamed
            }
            guard !gaps.contains(where: { $0.name == name }) else { throw .repeated }
            let behind = walk.bytes(walk.take { $0 != UInt8(ascii: "{") })
            guard !behind.isEmpty || walk.isAtEnd else { throw .adjacent }
            gaps.append((name, behind))
        }
        guard !gaps.isEmpty else { throw .noGap }
        self.gaps = gaps
    }

    /// The values of the gaps when all of the text fits; nil otherwise. With `stopping`, no gap holds such a byte.
    func match(_ text: String, stopping stop: UInt8? = nil, isPrefix: Bool = false) -> [(name: String, value: String)]?
    {
        var walk = ByteWalk(Array(text.utf8))
        guard walk.skip(start) else { return nil }
        var found: [(name: String, value: String)] = []
        for gap in gaps {
            let range: Range<Int>
            if gap.behind.isEmpty {
                range = stop.map { stop in walk.take { $0 != stop } } ?? walk.rest()
            } else {
                guard let taken = walk.take(untilText: gap.behind) else { return nil }
                range = taken
            }
            guard !range.isEmpty, range.count <= SourceLimits.value else { return nil }
            if let stop, walk.bytes[range].contains(stop) { return nil }
            found.append((gap.name, walk.text(range)))
        }
        guard walk.isAtEnd || (isPrefix && walk.peek == stop) else { return nil }
        return found
    }

    static func == (a: ValueTemplate, b: ValueTemplate) -> Bool {
        a.start == b.start && a.gaps.elementsEqual(b.gaps) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(start)
        for gap in gaps { hasher.combine(gap.name) }
    }
}

extension ByteWalk {
    /// A part as an array.
    func bytes(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }
}
