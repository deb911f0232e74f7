import NIOCore

/// Where a request comes from, as a number from which no address can be told: hashed under a seed that every process draws anew.
enum Origin {
    /// The number of an address without its port; of an IPv6 address its first 48 bits, which one customer may have.
    static func number(of address: SocketAddress?) -> UInt64 {
        var hasher = Hasher()
        switch address {
        case .v4(let address): hasher.combine(address.address.sin_addr.s_addr)
        case .v6(let address):
            unsafe withUnsafeBytes(of: address.address.sin6_addr) { bytes in
                unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes.prefix(6)))
            }
        default: break
        }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
