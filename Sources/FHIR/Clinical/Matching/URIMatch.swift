/// A URI searched for: itself, those below it, or those above it, by whole segments (R4, search, uri).
struct URIMatch: Sendable {
    /// Which ones.
    enum Mode: Sendable { case same, below, above }

    let mode: Mode
    private let text: String

    /// Nil for a text without segments (`urn:…`) where they are asked for.
    init?(_ text: String, _ mode: Mode) {
        self.mode = mode
        self.text = mode == .same ? text : URIMatch.trimmed(text)
        if mode != .same, !URIMatch.hasSegments(self.text) { return nil }
    }

    /// Whether an element's URI matches; a canonical's version need not be named.
    func matches(_ node: PathNode) -> Bool {
        guard let uri = node.value.string else { return false }
        switch mode {
        case .same:
            return text.isSame(as: uri) || (node.kind == .primitive(.canonical) && text.isSame(as: unversioned(uri)))
        case .below: return URIMatch.isAtOrBelow(uri, text)
        case .above:
            let uri = URIMatch.trimmed(uri)
            return URIMatch.hasSegments(uri) && URIMatch.isAtOrBelow(text, uri)
        }
    }

    private func unversioned(_ uri: String) -> String { String(uri.prefix { $0 != "|" }) }

    private static func isAtOrBelow(_ uri: String, _ top: String) -> Bool {
        guard uri.utf8.starts(with: top.utf8) else { return false }
        let rest = uri.utf8.dropFirst(top.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: "/")
    }

    private static func trimmed(_ text: String) -> String {
        text.utf8.last == UInt8(ascii: "/") ? String(text.dropLast()) : text
    }

    /// Whether it is a URL with an authority, and so has segments to go up and down.
    private static func hasSegments(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].last == UInt8(ascii: ":") && parts[0].count > 1 && parts[1].isEmpty
            && !parts[2].isEmpty && parts[2].first != UInt8(ascii: "/")
    }
}
