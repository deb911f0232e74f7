/// Tells an address from a name, where a format keeps them apart.
enum AddressText {
    case four, six, name

    init(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isFour = parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil }
        let hex = text.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
        let isSix = hex && text.utf8.count(where: { $0 == UInt8(ascii: ":") }) >= 2
        self = isFour ? .four : isSix ? .six : .name
    }
}
