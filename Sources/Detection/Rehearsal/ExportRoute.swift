/// Routes that are made to take many records out; the rule `export-route` (rules/web) has the same words.
enum ExportRoute {
    private static let words = [
        "/export", "$export", "/bulk-export", "/bulk_export", "/dump", "/download_all", "/download-all", "/backup",
    ].map { Array($0.utf8) }
    private static let onePatient = ["/patient/{id}/", "/patients/{id}/"].map { Array($0.utf8) }

    /// Whether a route exports many records; the export of one patient does not.
    static func matches(_ route: String) -> Bool {
        let text = route.utf8.prefix(2_048).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return words.contains { holds(text, $0) } && !onePatient.contains { holds(text, $0) }
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
