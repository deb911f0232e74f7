extension ModifierStep {
    /// The characters that Windows takes for one another before a flag: hyphen, slash, en dash, em dash, horizontal
    /// bar.
    static let dashes: [Unicode.Scalar] = ["-", "/", "\u{2013}", "\u{2014}", "\u{2015}"]
    /// How many of them may stand in one value.
    static let maximumDashes = 3

    /// All forms of a value whose flags begin with one dash or another (modifier `windash`): a dash counts before a
    /// letter or digit and not after one.
    func dashes(_ text: SigmaText) throws(RuleError) -> SigmaValue {
        var forms: [[SigmaText.Piece]] = [[]]
        var count = 0
        for piece in text.pieces {
            guard case .literal(let bytes) = piece, let string = String(validating: bytes, as: UTF8.self) else {
                for index in forms.indices { forms[index].append(piece) }
                continue
            }
            let parts = ModifierStep.split(string)
            count += parts.count - 1
            guard count <= ModifierStep.maximumDashes else {
                throw place.refuse(
                    "`windash` of \(count) dashes makes 5 to the power of \(count) forms, and the limit is 3 dashes",
                    instead: "write the value in two parts, with `contains|all|windash`")
            }
            let literals = ModifierStep.joined(parts)
            forms = forms.flatMap { begun in literals.map { begun + [.literal($0)] } }
        }
        let values = forms.map { SigmaValue.text(SigmaText(pieces: $0, isCased: text.isCased)) }
        return values.count == 1 ? values[0] : .variants(values)
    }

    /// The text between its dashes.
    private static func split(_ text: String) -> [String] {
        var parts: [String] = [""]
        var scalars = text.unicodeScalars[...]
        var follows = false
        while let scalar = scalars.popFirst() {
            if dashes.contains(scalar), !follows, let next = scalars.first, isWord(next) {
                parts.append("")
                follows = false
            } else {
                parts[parts.count - 1].unicodeScalars.append(scalar)
                follows = isWord(scalar)
            }
        }
        return parts
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func joined(_ parts: [String]) -> [[UInt8]] {
        var forms = [Array((parts.first ?? "").utf8)]
        for part in parts.dropFirst() {
            forms = forms.flatMap { begun in dashes.map { begun + Array(String($0).utf8) + Array(part.utf8) } }
        }
        return forms
    }
}
