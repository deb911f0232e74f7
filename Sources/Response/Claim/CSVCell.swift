/// A cell of a CSV file that we write: no program that opens the file takes it for a formula, and no reader takes it for
/// more than one cell (RFC 4180 §2; OWASP, "CSV Injection").
public enum CSVCell {
    /// The text as a cell: `'` before what could begin a formula, quotes around what has a separator, quote or line end.
    public static func of(_ text: String) -> String {
        let safe = beginsFormula(text) ? "'" + text : text
        let needsQuotes = safe.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
        guard needsQuotes || safe.first?.isWhitespace == true || safe.last?.isWhitespace == true else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Cells as one line, its end included.
    public static func line(_ cells: [String]) -> String { cells.map(of).joined(separator: ",") + "\r\n" }

    /// Whether a spreadsheet may read it as a formula: it begins with one of `= + - @`, their full-width forms, a tab or
    /// a line end, be it behind what shows nothing.
    static func beginsFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            if "\t\r\n".unicodeScalars.contains(scalar) { return true }
            let isShown = !scalar.properties.isWhitespace && !isInvisible(scalar)
            if isShown { return "=+-@|%＝＋－＠−".unicodeScalars.contains(scalar) }
        }
        return false
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .unassigned, .privateUse: true
        default: scalar == "\"" || scalar == "'"
        }
    }
}
