/// An IPv4 or IPv6 network as text: `10.0.0.0/8`, `2001:db8::/32` (RFC 4632, RFC 4291 section 2.3).
struct NetworkText {
    /// The address, 4 or 16 bytes.
    let bytes: [UInt8]
    /// How many bits of it count.
    let prefix: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, text.utf8.count <= 64 else { return nil }
        guard let bytes = first.contains(":") ? NetworkText.six(first) : NetworkText.four(first) else { return nil }
        self.bytes = bytes
        guard parts.count == 2 else {
            prefix = bytes.count * 8
            return
        }
        guard let prefix = NetworkText.number(parts[1], upTo: bytes.count * 8) else { return nil }
        self.prefix = prefix
    }

    /// Whether no bit beyond the prefix is set.
    var isAligned: Bool { masked == bytes }

    /// The network that was meant, as text.
    var aligned: String {
        let bytes = masked
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") + "/\(prefix)" }
        let groups = stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "/\(prefix)"
    }

    private var masked: [UInt8] {
        bytes.enumerated().map { index, byte in
            let kept = max(0, min(8, prefix - index * 8))
            return byte & UInt8(truncatingIfNeeded: 0xFF00 >> kept)
        }
    }

    private static func number(_ text: Substring, upTo limit: Int) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        guard text.utf8.count == 1 || text.utf8.first != 0x30 else { return nil }
        return Int(text).flatMap { $0 <= limit ? $0 : nil }
    }

    private static func four(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { number($0, upTo: 255).map { UInt8(truncatingIfNeeded: $0) } }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func six(_ text: Substring) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else {
            return groups(text).flatMap { $0.count == 16 ? $0 : nil }
        }
        let (head, tail) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard !tail.contains("::"), let first = head.isEmpty ? [] : groups(head),
            let last = tail.isEmpty ? [] : groups(tail),
            first.count + last.count <= 14
        else { return nil }
        return first + [UInt8](repeating: 0, count: 16 - first.count - last.count) + last
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains("."), let four = four(part) {
                bytes += four
            } else {
                guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16), part.utf8.first != 0x2B
                else { return nil }
                bytes += [UInt8(truncatingIfNeeded: group >> 8), UInt8(truncatingIfNeeded: group)]
            }
        }
        return bytes
    }
}
