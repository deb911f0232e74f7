/// A value of CBOR (RFC 8949), of the kinds that authenticators write.
enum CBORItem: Hashable {
    case integer(Int)
    case bytes([UInt8])
    case text(String)
    case array([CBORItem])
    case map([CBORItem: CBORItem])
    case boolean(Bool)
    case null

    /// The value of a map's member; nil if it has none, or is no map.
    subscript(key: CBORItem) -> CBORItem? {
        if case .map(let members) = self { members[key] } else { nil }
    }
}

extension CBORItem: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(integerLiteral value: Int) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
}
