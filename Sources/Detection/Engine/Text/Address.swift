import Glibc

/// An IPv4 or IPv6 address.
struct Address: Hashable {
    /// 4 or 16 bytes, the first one first.
    let bytes: [UInt8]

    /// Reads the usual text (RFC 4291 §2.2, dotted decimal); nil for anything else. IPv4 within IPv6 counts as IPv4.
    init?(_ text: String) {
        guard text.utf8.count <= 45 else { return nil }
        var four = in_addr()
        if unsafe inet_pton(AF_INET, text, &four) == 1 {
            bytes = unsafe withUnsafeBytes(of: &four) { unsafe Array($0) }
            return
        }
        var six = in6_addr()
        guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let all = unsafe withUnsafeBytes(of: &six) { unsafe Array($0) }
        let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
        bytes = isMapped ? Array(all[12...]) : all
    }

    /// Whether it lies within a network of the same family.
    func isWithin(_ network: [UInt8], _ prefix: Int) -> Bool {
        guard network.count == bytes.count, prefix <= bytes.count * 8 else { return false }
        for bit in stride(from: 0, to: prefix, by: 8) {
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> min(8, prefix - bit))
            if (bytes[bit / 8] ^ network[bit / 8]) & mask != 0 { return false }
        }
        return true
    }
}
