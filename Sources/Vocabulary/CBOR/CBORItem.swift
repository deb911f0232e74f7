/// A value of CBOR (RFC 8949), of the kinds that authenticators write.
package enum CBORItem: Hashable, Sendable {
    case integer(Int)
    case bytes([UInt8])
    case text(String)
    case array([CBORItem])
    case map([CBORItem: CBORItem])
    case boolean(Bool)
    case null

    /// The value of a map's member; nil if it has none, or is no map.
    package subscript(key: CBORItem) -> CBORItem? {
        if case .map(let members) = self { members[key] } else { nil }
    }
}

extension CBORItem: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(stringLiteral value: String) { self = .text(value) }
}
