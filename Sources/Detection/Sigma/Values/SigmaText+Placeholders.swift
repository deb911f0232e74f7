extension SigmaText {
    /// Makes placeholders of `%name%` (modifier `expand`); `\%` is a percent sign.
    mutating func findPlaceholders() {
        pieces = pieces.flatMap { piece in
            if case .literal(let bytes) = piece { SigmaText.placeholders(in: bytes) } else { [piece] }
        }
    }

    private static func placeholders(in bytes: [UInt8]) -> [Piece] {
        let (percent, backslash) = (UInt8(ascii: "%"), UInt8(ascii: "\\"))
        var (found, literal, rest): ([Piece], [UInt8], ArraySlice<UInt8>) = ([], [], bytes[...])
        while let byte = rest.popFirst() {
            if byte == backslash, rest.first == percent {
                literal.append(percent)
                rest = rest.dropFirst()
            } else if byte == percent, let end = rest.firstIndex(of: percent), end > rest.startIndex,
                !rest[..<end].contains(backslash)
            {
                if !literal.isEmpty { found.append(.literal(literal)) }
                literal = []
                found.append(.placeholder(String(decoding: rest[..<end], as: UTF8.self)))
                rest = rest[(end + 1)...]
            } else {
                literal.append(byte)
            }
        }
        if !literal.isEmpty { found.append(.literal(literal)) }
        return found
    }

    /// The texts that come of putting values in place of placeholders; `values` answers nil for those it leaves.
    func replacing(limit: Int, _ values: (String) -> [SigmaText]?) -> [SigmaText]? {
        var results = [SigmaText(pieces: [], isCased: isCased)]
        for piece in pieces {
            guard case .placeholder(let name) = piece, let choices = values(name) else {
                for index in results.indices { results[index].pieces.append(piece) }
                continue
            }
            guard results.count.multipliedReportingOverflow(by: choices.count).partialValue <= limit else { return nil }
            results = results.flatMap { begun in
                choices.map { SigmaText(pieces: begun.pieces + $0.pieces, isCased: isCased) }
            }
        }
        return results
    }
}
