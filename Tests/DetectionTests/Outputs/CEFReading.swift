/// A receiver's reading of CEF, written from the standard and not from the writer.
enum CEFReading {
    struct Malformed: Error {}

    static func read(_ text: String) throws -> (header: [String], fields: [String: String]) {
        var (header, part, rest) = ([String](), "", Substring(text))
        while header.count < 7 {
            guard let next = rest.unicodeScalars.popFirst() else { throw Malformed() }
            switch next {
            case "\\":
                guard let escaped = rest.unicodeScalars.popFirst() else { throw Malformed() }
                part.unicodeScalars.append(escaped)
            case "|":
                header.append(part)
                part = ""
            default: part.unicodeScalars.append(next)
            }
        }
        return (header, try fields(Array(rest.unicodeScalars)))
    }

    /// A key is what stands before a `=` that is not escaped, back to the space before it.
    private static func fields(_ text: [Unicode.Scalar]) throws -> [String: String] {
        var out: [String: String] = [:]
        var (key, value) = ("", [Unicode.Scalar]())
        func end(_ value: [Unicode.Scalar]) { if !key.isEmpty { out[key] = String(String.UnicodeScalarView(value)) } }
        var place = 0
        while place < text.count {
            if text[place] == "\\" {
                guard place + 1 < text.count else { throw Malformed() }
                value.append(["n": "\n", "r": "\r"][text[place + 1]] ?? text[place + 1])
                place += 2
                continue
            }
            if text[place] == "=" {
                let space = value.lastIndex(of: " ")
                let name = String(String.UnicodeScalarView(value[(space.map { $0 + 1 } ?? 0)...]))
                guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { throw Malformed() }
                end(Array(value[..<(space ?? 0)]))
                (key, value) = (name, [])
            } else {
                value.append(text[place])
            }
            place += 1
        }
        end(value)
        return out
    }
}
