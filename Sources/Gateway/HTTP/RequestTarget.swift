import Vocabulary

/// A request target in origin form (RFC 9112 §3.2.1), taken apart and decoded once.
struct RequestTarget: Sendable {
    /// The path between its slashes, percent-decoded; the target `/` has none.
    let segments: [String]
    /// The query's parameters in order, decoded.
    let parameters: [(name: String, value: String)]

    /// Throws 414 for a target that is too long and 400 for one that is not well formed.
    init(_ target: String, limits: GatewayLimits) throws(HTTPRefusal) {
        guard target.utf8.count <= limits.maximumTargetBytes else { throw .targetTooLong }
        guard target.utf8.first == UInt8(ascii: "/") else { throw .badTarget }
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        var segments: [String] = []
        for part in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let segment = PercentEncoding.decoded(part, plusIsSpace: false) else { throw .badTarget }
            segments.append(segment)
        }
        if segments.last == "" { segments.removeLast() }
        self.segments = segments
        parameters = try FormText.parameters(target.utf8.dropFirst(path.count + 1), limits: limits)
    }
}
