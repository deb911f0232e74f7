/// What a route is for, told by its words. Few routes come again and again, so that answers are kept.
struct RouteKinds: Sendable {
    /// What it is for.
    enum Kind: Sendable {
        /// Made to take many records out; the rule `export-route` (rules/web) has the same words.
        case export
        /// What clinicians open and secretaries do not.
        case clinical
        case other
    }

    private static let exports = words(
        "/export", "$export", "/bulk-export", "/bulk_export", "/dump", "/download_all", "/download-all", "/backup")
    private static let onePatient = words("/patient/{id}/", "/patients/{id}/")
    private static let clinical = words(
        "/note", "/document", "/prescription", "/observation", "/consultation", "/medication", "/result", "/letter")
    private static let maximumKept = 10_000
    private static let longest = 2_048
    private var kept: [String: Kind] = [:]

    /// The kind of a route.
    mutating func kind(of route: String) -> Kind {
        if let kind = kept[route] { return kind }
        let kind = Self.kind(of: route)
        if kept.count < Self.maximumKept { kept[route] = kind }
        return kind
    }

    private static func kind(of route: String) -> Kind {
        let text = route.utf8.prefix(longest).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let isOfOne = onePatient.contains { holds(text, $0) }
        if !isOfOne, exports.contains(where: { holds(text, $0) }) { return .export }
        return clinical.contains { holds(text, $0) } ? .clinical : .other
    }

    private static func words(_ all: String...) -> [[UInt8]] { all.map { Array($0.utf8) } }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
