/// Reads the small tables that a rehearsal is given.
enum RehearsalTable {
    static let maximumLength = 16 << 20

    /// The rows that are not empty and no comment, with their lines; cells are cut at commas and trimmed.
    static func rows(_ csv: String) throws(RehearsalError) -> [(line: Int, cells: [String])] {
        guard csv.utf8.count <= maximumLength else { throw RehearsalError(line: 1, problem: "longer than 16 MiB") }
        var rows: [(line: Int, cells: [String])] = []
        for (index, text) in csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = trimmed(text)
            guard !line.isEmpty, line.first != "#" else { continue }
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String(trimmed($0)) }
            rows.append((index + 1, cells))
        }
        return rows
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
