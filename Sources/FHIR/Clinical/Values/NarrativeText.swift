/// What a narrative (R4, XHTML) says, without its tags.
enum NarrativeText {
    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]

    /// The text: a space for each tag, characters for XML's entities and for numbers; others stay as they are.
    static func plain(_ xhtml: String) -> String {
        var plain: [UInt8] = []
        var rest = xhtml.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<":
                let end = rest.firstIndex(of: ">") ?? rest.endIndex
                rest = rest[end...].dropFirst()
                plain.append(UInt8(ascii: " "))
            case "&":
                guard let end = rest.prefix(12).firstIndex(of: ";"), let text = entity(rest[..<end]) else {
                    plain.append(UInt8(ascii: "&"))
                    continue
                }
                plain += text.utf8
                rest = rest[end...].dropFirst()
            default: plain += Unicode.UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func entity(_ scalars: Substring.UnicodeScalarView) -> String? {
        let name = String(String.UnicodeScalarView(scalars))
        guard name.hasPrefix("#") else { return entities[name] }
        let digits = name.dropFirst()
        let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
