import Vocabulary

/// The text of a query: `category=laboratory&code=1234-5`, percent-encoded (RFC 3986 §3.4).
enum QueryText {
    /// Its parameters in order; nil when one is not well encoded.
    static func parameters(_ text: String) -> [(name: String, value: String)]? {
        var parameters: [(name: String, value: String)] = []
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decoded(halves[0].utf8, plusIsSpace: false),
                let value = PercentEncoding.decoded(halves.dropFirst().joined().utf8, plusIsSpace: false)
            else { return nil }
            parameters.append((name, value))
        }
        return parameters
    }
}
