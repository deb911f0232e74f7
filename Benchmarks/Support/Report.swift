import Foundation

/// Plain lines on standard output, written at once.
enum Report {
    /// Prints a line.
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// Four significant digits, without an exponent.
    static func number(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return "0" }
        let digits = max(0, 3 - Int(log10(abs(value)).rounded(.down)))
        return String(format: "%.\(digits)f", value)
    }

    /// Columns, padded on the left.
    static func row(_ cells: [String]) {
        line(
            cells.enumerated().map { index, cell in
                let width = index == 0 ? 34 : 11
                let room = String(repeating: " ", count: max(0, width - cell.count))
                return index == 0 ? cell + room : room + cell
            }.joined(separator: " "))
    }
}
