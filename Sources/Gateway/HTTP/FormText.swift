/// Reads `application/x-www-form-urlencoded` text (WHATWG URL §5), strictly: UTF-8, no stray `%`, no control character.
enum FormText {
    /// Names and values in order. Throws 400.
    static func parameters(
        _ text: some Collection<UInt8>, limits: GatewayLimits
    ) throws(HTTPRefusal) -> [(name: String, value: String)] {
        guard !text.isEmpty else { return [] }
        let pairs = text.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= limits.maximumParameters else { throw .tooManyParameters }
        var parameters: [(name: String, value: String)] = []
        for pair in pairs {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            guard let decodedName = decoded(name, plusIsSpace: true),
                let value = decoded(pair.dropFirst(name.count + 1), plusIsSpace: true)
            else { throw .badTarget }
            parameters.append((decodedName, value))
        }
        return parameters
    }

    /// The text without percent-encoding (RFC 3986 §2.1); nil when it is not well formed.
    static func decoded(_ text: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hex), let low = rest.next().flatMap(hex) else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
