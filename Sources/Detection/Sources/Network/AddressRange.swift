/// Addresses that no site but one's own has.
enum AddressRange {
    /// Whether it is of RFC 1918, RFC 6598, loopback or link-local, or of RFC 4193 and RFC 4291's link-local for IPv6.
    static func isPrivate(_ address: String) -> Bool {
        if address.contains(":") {
            let lower = address.lowercased()
            return lower == "::1" || ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { lower.hasPrefix($0) }
        }
        let parts = address.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return false }
        return switch (parts[0], parts[1]) {
        case (10, _), (127, _), (192, 168), (169, 254), (172, 16...31), (100, 64...127): true
        default: false
        }
    }
}
