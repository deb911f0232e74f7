/// CBOR to be written, right or wrong: maps keep their order and may hold a key twice.
struct CBOR: Hashable {
    /// What is written.
    let encoded: [UInt8]

    static func integer(_ number: Int) -> CBOR { raw(number < 0 ? head(1, -1 - number) : head(0, number)) }
    static func bytes(_ bytes: [UInt8]) -> CBOR { raw(head(2, bytes.count) + bytes) }
    static func text(_ text: String) -> CBOR { raw(head(3, text.utf8.count) + Array(text.utf8)) }
    static func array(_ items: [CBOR]) -> CBOR { raw(head(4, items.count) + items.flatMap(\.encoded)) }
    static func map(_ members: [(CBOR, CBOR)]) -> CBOR {
        raw(head(5, members.count) + members.flatMap { $0.0.encoded + $0.1.encoded })
    }
    static func boolean(_ value: Bool) -> CBOR { raw([value ? 0xF5 : 0xF4]) }
    /// Written as it is.
    static func raw(_ bytes: [UInt8]) -> CBOR { CBOR(encoded: bytes) }

    /// The shortest head.
    static func head(_ major: UInt8, _ argument: Int) -> [UInt8] {
        switch argument {
        case ..<24: [major << 5 | UInt8(argument)]
        case ..<0x100: [major << 5 | 24, UInt8(argument)]
        case ..<0x1_0000: [major << 5 | 25] + bigEndian(argument, 2)
        default: [major << 5 | 26] + bigEndian(argument, 4)
        }
    }

    /// That many bytes, most significant first.
    static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
    }
}

extension CBOR: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    init(integerLiteral value: Int) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
}
