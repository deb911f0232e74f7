import Crypto
import Testing

@testable import Sealing

@Suite struct KeyedHashTests {
    /// Keys around the block's length, messages around one and two blocks.
    @Test func codesAreThoseOfTheLibrary() {
        for length in [0, 1, 16, 32, 63, 64, 65, 128] {
            let key = SymmetricKey(data: (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) })
            let hash = KeyedHash(key: key)
            for count in [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000] {
                let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 11 &+ count) }
                let expected = HMAC<SHA256>.authenticationCode(for: message, using: key)
                #expect(Array(hash.code(message)) == Array(expected), "key \(length), message \(count)")
            }
        }
    }

    @Test func aStateThatIsKeptChangesNothing() {
        let hash = KeyedHash(key: SymmetricKey(size: .bits256))
        let first = (0..<50).map { Array(hash.code([$0])) }
        #expect(first == (0..<50).map { Array(hash.code([$0])) })
        #expect(Set(first).count == 50)
    }

    @Test func expandingIsHKDF() {
        let key = SymmetricKey(size: .bits256)
        for count in [0, 1, 40, 200] {
            let info = [UInt8](repeating: 9, count: count)
            let expected = HKDF<SHA256>.expand(pseudoRandomKey: key, info: info, outputByteCount: 32)
            #expect(KeyedHash(key: key).expanded(info) == expected, "info \(count)")
        }
    }
}
