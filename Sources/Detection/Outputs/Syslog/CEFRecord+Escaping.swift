extension CEFRecord {
    /// A field of the header: cut, without control characters, `\` and `|` escaped.
    static func header(_ text: String) -> String {
        escape(OutputText.plain(OutputText.cut(text, bytes: 512))) { $0 == "\\" || $0 == "|" ? "\\\($0)" : nil }
    }

    /// A value of the extension: cut; `\`, `=` and line ends escaped, other control characters made spaces.
    static func value(_ text: String, bytes: Int) -> String {
        let escaped = escape(OutputText.cut(text, bytes: bytes)) { scalar in
            switch scalar {
            case "\\", "=": "\\\(scalar)"
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": "\\n"
            case "\r": "\\r"
            default: nil
            }
        }
        return OutputText.plain(escaped)
    }

    private static func escape(_ text: String, _ change: (Unicode.Scalar) -> String?) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let other = change(scalar) {
                out.append(contentsOf: other.unicodeScalars)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
