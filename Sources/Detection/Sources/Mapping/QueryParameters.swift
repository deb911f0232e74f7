/// The parameters of a request's query (`a=1&b=2`), percent-encoded (RFC 3986 §2.1).
enum QueryParameters {
    /// The values of a parameter; each may hold several, separated by commas.
    static func values(_ name: String, in query: String) -> [String] {
        var found: [String] = []
        for pair in query.split(separator: "&") where found.count < SourceLimits.values {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).percentDecoded == name else { continue }
            found += String(parts[1]).percentDecoded.split(separator: ",").map(String.init)
        }
        return found
    }
}

extension String {
    /// With `%41` undone and `+` as it stands; what is no encoding stays.
    var percentDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var walk = ByteWalk(Array(utf8))
        var out: [UInt8] = []
        while let byte = walk.take() {
            if byte == UInt8(ascii: "%"), let high = walk.peek?.hexValue, let low = walk.peek(1)?.hexValue {
                out.append(high << 4 | low)
                walk.position += 2
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
