import Vocabulary

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
            guard let decodedName = PercentEncoding.decoded(name, plusIsSpace: true),
                let value = PercentEncoding.decoded(pair.dropFirst(name.count + 1), plusIsSpace: true)
            else { throw .badTarget }
            parameters.append((decodedName, value))
        }
        return parameters
    }
}
