/// A digest for tests of packs (FNV-1a, 64 bits): there nobody attacks it.
enum Digest {
    @Sendable static func hex(_ bytes: [UInt8]) -> String {
        let value = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(value, radix: 16)
    }
}
