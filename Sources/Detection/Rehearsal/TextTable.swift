/// A table in plain text, columns padded with spaces. Control characters of a cell, which come from logs, are shown as
/// `?`.
struct TextTable {
    private let rows: [[String]]

    init(_ head: [String], _ body: [[String]]) {
        rows = ([head] + body).map { row in row.map(Self.printable) }
    }

    /// Lines, each ended.
    var text: String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = "  "
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static let longest = 120

    private static func printable(_ cell: String) -> String {
        var out = ""
        for scalar in cell.unicodeScalars.prefix(longest) {
            out.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return out
    }
}
