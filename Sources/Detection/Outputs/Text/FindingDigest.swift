import Crypto

/// Ids that are the same for the same parts.
enum FindingDigest {
    /// 32 hexadecimal digits of SHA-256 over the parts, each behind its length, so that no two lists of parts collide.
    static func hex(_ parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            let bytes = Array(part.utf8)
            hash.update(data: Array("\(bytes.count):".utf8))
            hash.update(data: bytes)
        }
        return hex(Array(hash.finalize().prefix(16)))
    }

    /// Two digits a byte, lower case.
    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for byte in bytes { out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: out, as: UTF8.self)
    }
}
