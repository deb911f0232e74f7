/// Whence an account comes: a network or a country, in eight bytes.
struct Place: Hashable, Comparable, Sendable {
    enum Kind: UInt8, Sendable, CaseIterable {
        case country = 1
        case four = 4
        case six = 6
    }

    /// The kind in the highest byte.
    private let code: UInt64

    private init(_ kind: Kind, _ bytes: some Sequence<UInt8>) {
        code = UInt64(kind.rawValue) << 56 | bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The network of an address: 24 bits of IPv4, 48 of IPv6, private ones too; nil for what is no address.
    init?(network origin: String) {
        guard let first = origin.utf8.first, first.isHexDigit || first == UInt8(ascii: ":"),
            let address = Address(origin)
        else { return nil }
        self.init(address.bytes.count == 4 ? .four : .six, address.bytes.prefix(address.bytes.count == 4 ? 3 : 6))
    }

    /// A country by its code of two or three letters (ISO 3166-1); nil for what is none, or says that it is not known.
    init?(country: String) {
        let letters = country.utf8.map { $0 & 0xDF }
        guard (2...3).contains(letters.count), letters.allSatisfy({ $0 &- 65 < 26 }),
            !["XX", "ZZ"].contains(String(decoding: letters, as: UTF8.self))
        else { return nil }
        self.init(.country, letters)
    }

    /// Takes what ``text`` has written; nil for anything else.
    init?(written text: String) {
        let network = text.lastIndex(of: "/").flatMap { Place(network: String(text[..<$0])) }
        guard let place = network ?? Place(country: text), place.text == text else { return nil }
        self = place
    }

    static func < (a: Place, b: Place) -> Bool { a.code < b.code }

    var isCountry: Bool { code >> 56 == UInt64(Kind.country.rawValue) }

    /// `203.0.113.0/24`, `2001:db8:1::/48` or `FR`.
    var text: String {
        let bytes = (0..<7).map { UInt8(code >> (48 - 8 * $0) & 255) }
        switch Kind(rawValue: UInt8(code >> 56)) {
        case .four: return bytes[4...].map(String.init).joined(separator: ".") + ".0/24"
        case .six:
            let groups = stride(from: 1, to: 7, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
            let shown = groups.reversed().drop { $0 == 0 }.reversed()
            return shown.map { String($0, radix: 16) }.joined(separator: ":") + "::/48"
        default: return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
        }
    }
}
