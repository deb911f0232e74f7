/// Small pieces that the outputs share: cutting, cleaning and printing.
enum OutputText {
    /// The longest beginning that has at most `bytes` bytes of UTF-8 and ends between characters; "…" says that it was
    /// cut.
    static func cut(_ text: String, bytes limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var (out, count) = ("", 0)
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            if count > limit - 3 { break }
            out.unicodeScalars.append(scalar)
        }
        return out + "…"
    }

    /// Every control character (C0, DEL, C1), separator of lines and direction mark becomes a space, so that no
    /// terminal, mail reader or log is steered.
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(isControl(scalar) ? " " : scalar) }
        return String(out)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0xFEFF: true
        default: false
        }
    }

    /// A number without needless fraction: `62`, `0.5`; nil for what is not finite.
    static func number(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        return Int64(exactly: value).map { String($0) } ?? "\(value)"
    }

    /// A whole number in groups of three: `1,200,000`.
    static func grouped(_ value: UInt64) -> String {
        let digits = Array(String(value).utf8)
        var out: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(UInt8(ascii: ",")) }
            out.append(digit)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Bytes in decimal units with at most one place: `2.1 GB`, `512 B`.
    static func size(_ bytes: Double) -> String {
        var (value, unit) = (max(0, bytes.isFinite ? bytes : 0), 0)
        let units = ["B", "kB", "MB", "GB", "TB", "PB"]
        while value >= 999.95, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
        let tenths = (value * 10).rounded()
        let text = tenths < 1000 && unit > 0 ? number(tenths / 10) : number(value.rounded())
        return (text ?? "0") + " " + units[unit]
    }
}
