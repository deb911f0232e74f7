import Foundation

/// Something that reviewers of such programs keep finding, by how it looks in code.
struct Pitfall: Sendable {
    /// Where a pitfall counts.
    enum Place: Sendable {
        /// Sources and tests.
        case everywhere
        /// Everything that ships.
        case sources
        /// What ships but is no program of its own.
        case libraries
        /// The four targets on which the bound rests.
        case core
    }

    let name: String
    /// What a file must hold to be looked at.
    let needle: String
    let place: Place
    let reason: String
    let matches: @Sendable (String) -> Bool

    /// A piece of text that does not continue an identifier.
    init(_ text: String, _ place: Place, _ reason: String) {
        self.init(named: text, needle: text, place, reason) { $0.containsWord(text) }
    }

    /// Anything else that can be seen in one line.
    init(
        named name: String, needle: String, _ place: Place, _ reason: String,
        matches: @escaping @Sendable (String) -> Bool
    ) {
        self.name = name
        self.needle = needle
        self.place = place
        self.reason = reason
        self.matches = matches
    }

    /// Whether a file is looked at.
    func applies(to file: SourceFile) -> Bool {
        guard file.holds(needle) else { return false }
        guard let target = file.target else { return place == .everywhere }
        switch place {
        case .everywhere, .sources: return true
        case .libraries: return target != "colloque" && target != "colloque-broker"
        case .core: return LengthTests.core.contains(target)
        }
    }
}

extension String {
    /// Whether the text occurs where no letter, digit or underscore stands before it.
    func containsWord(_ text: String) -> Bool {
        guard range(of: text, options: .literal) != nil else { return false }
        let (own, wanted) = (Array(utf8), Array(text.utf8))
        guard wanted.count <= own.count else { return false }
        return (0...own.count - wanted.count).contains { start in
            own[start] == wanted[0] && own[start..<start + wanted.count].elementsEqual(wanted)
                && (start == 0 || !String.isWord(own[start - 1]))
        }
    }

    /// Whether the byte is of an identifier.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255: true
        default: false
        }
    }
}
