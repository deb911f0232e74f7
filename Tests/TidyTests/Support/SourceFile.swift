import Foundation

/// A text file of the tree.
struct SourceFile {
    /// From the package root.
    let path: String
    /// As it is.
    let text: String
    /// Line by line.
    let lines: [String]
    /// Without comments and without what stands in string literals; the same number of lines.
    let code: [String]

    /// The target that the file belongs to; nil outside `Sources`.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = path.hasSuffix(".swift") ? CodeText.lines(of: text) : lines
    }

    /// Whether the text occurs anywhere; quick, to pass by the many files in which it does not.
    func holds(_ wanted: String) -> Bool { text.range(of: wanted, options: .literal) != nil }
}
