/// Writes a flat JSON object in RFC 8785 form: members sorted, strings of printable ASCII without `"` and `\`.
struct FieldWriter {
    private var members: [(key: String, text: String)] = []

    mutating func integer(_ key: String, _ value: Int64) { members.append((key, String(value))) }

    mutating func flag(_ key: String, _ value: Bool) { members.append((key, value ? "true" : "false")) }

    /// A character that the format does not know becomes `?`: the writer is only given words, ids and encodings.
    mutating func word(_ key: String, _ value: String) {
        let safe = String(decoding: value.utf8.map { FieldReader.isPlain($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        members.append((key, "\"\(safe)\""))
    }

    mutating func id<Kind>(_ key: String, _ value: ID<Kind>?) {
        if let value { members.append((key, "\"\(value.description)\"")) }
    }

    mutating func hash(_ key: String, _ value: [UInt8]) { members.append((key, "\"\(value.hexadecimal)\"")) }

    mutating func link(_ link: PracticeLink) {
        id("practice", link.practice)
        integer("n", link.n)
        hash("prev", link.previous)
    }

    mutating func holder(_ holder: Holder) {
        switch holder {
        case .member(let member): id("member", member)
        case .client(let client): id("client", client)
        }
    }

    var bytes: [UInt8] {
        var out = [UInt8]()
        out.reserveCapacity(320)
        out.append(UInt8(ascii: "{"))
        for member in members.sorted(by: { $0.key < $1.key }) {
            if out.count > 1 { out.append(UInt8(ascii: ",")) }
            out.append(UInt8(ascii: "\""))
            out.append(contentsOf: member.key.utf8)
            out.append(UInt8(ascii: "\""))
            out.append(UInt8(ascii: ":"))
            out.append(contentsOf: member.text.utf8)
        }
        out.append(UInt8(ascii: "}"))
        return out
    }
}

extension Collection<UInt8> {
    /// Lower-case hexadecimal.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var out = [UInt8]()
        out.reserveCapacity(count * 2)
        for byte in self {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension Array<UInt8> {
    /// Reads lower-case hexadecimal of an even length; nil for anything else.
    public init?(hexadecimal text: some StringProtocol) {
        var out = [UInt8]()
        var half: UInt8?
        for unit in text.utf8 {
            let nibble: UInt8
            switch unit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibble = unit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): nibble = unit - UInt8(ascii: "a") + 10
            default: return nil
            }
            if let high = half { out.append(high << 4 | nibble) }
            half = half == nil ? nibble : nil
        }
        guard half == nil else { return nil }
        self = out
    }
}
