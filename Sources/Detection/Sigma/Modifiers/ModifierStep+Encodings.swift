extension ModifierStep {
    /// `base64`, `base64offset` and the UTF-16 encodings (Sigma modifiers appendix 2.1, "Encoding").
    func encoded(_ text: SigmaText) throws(RuleError) -> SigmaValue {
        guard text.placeholders.isEmpty else {
            throw place.refuse("`\(modifier.rawValue)` of a placeholder", instead: "write the value in place of %…%")
        }
        switch modifier {
        case .base64: return .text(recoded(text, Base64Text.encode(try plain(text))))
        case .base64offset: return try offsets(text)
        case .utf16: return .text(try wide(text, isBigEndian: false, hasMark: true))
        case .utf16be: return .text(try wide(text, isBigEndian: true))
        default: return .text(try wide(text, isBigEndian: false))
        }
    }

    private func plain(_ text: SigmaText) throws(RuleError) -> [UInt8] {
        guard let bytes = text.literal else {
            throw place.refuse(
                "`\(modifier.rawValue)` of a value with wildcards",
                instead: "leave the wildcards out and write `\(modifier.rawValue)|contains`, or escape them as \\*")
        }
        return bytes
    }

    private func recoded(_ text: SigmaText, _ bytes: [UInt8]) -> SigmaText {
        var result = SigmaText(literal: bytes)
        result.isCased = text.isCased
        return result
    }

    /// The three forms that a text takes within a longer one, by its place modulo three, cut to what does not depend on
    /// its neighbours.
    private func offsets(_ text: SigmaText) throws(RuleError) -> SigmaValue {
        let bytes = try plain(text)
        guard bytes.count > 1 else {
            throw place.refuse(
                "`base64offset` of \(bytes.count) bytes leaves nothing to look for", instead: "write at least two")
        }
        let (starts, ends) = ([0, 2, 3], [0, 3, 2])
        return .variants(
            (0..<3).map { shift in
                let whole = Base64Text.encode([UInt8](repeating: 0x20, count: shift) + bytes)
                let cut = ends[(bytes.count + shift) % 3]
                return .text(recoded(text, Array(whole.dropFirst(starts[shift]).dropLast(cut))))
            })
    }

    private func wide(_ text: SigmaText, isBigEndian: Bool, hasMark: Bool = false) throws(RuleError) -> SigmaText {
        var pieces: [SigmaText.Piece] = hasMark ? [.literal([0xFF, 0xFE])] : []
        for piece in text.pieces {
            guard case .literal(let bytes) = piece else {
                pieces.append(piece)
                continue
            }
            guard let string = String(validating: bytes, as: UTF8.self) else {
                throw place.refuse("`\(modifier.rawValue)` of a value already encoded", instead: "encode once")
            }
            let units = string.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            pieces.append(.literal(isBigEndian ? swapped(units) : units))
        }
        if hasMark, pieces.count > 1, case .literal(let bytes) = pieces[1] {
            pieces.replaceSubrange(0...1, with: [.literal([0xFF, 0xFE] + bytes)])
        }
        return SigmaText(pieces: pieces, isCased: text.isCased)
    }

    private func swapped(_ units: [UInt8]) -> [UInt8] { units.indices.map { units[$0 ^ 1] } }
}
