import Store
import Testing
import Vocabulary

@Suite("Manifests") struct ManifestTests {
    private static func manifest(_ tiers: [Tier]) throws -> Manifest {
        let parts = tiers.map { PartReference(tier: $0, version: 258, deposit: .random(), epoch: 9) }
        return try Manifest(base: tiers[0], parts: parts, lastUpdated: Timestamp(milliseconds: -7))
    }

    @Test func bytesAreThoseOfTheFormat() throws {
        let deposit = DepositID(high: 0x0102_0304_0506_0708, low: 0x090A_0B0C_0D0E_0F10)
        let part = PartReference(tier: .medical, version: 258, deposit: deposit, epoch: 9)
        let manifest = try Manifest(base: .medical, parts: [part], lastUpdated: Timestamp(milliseconds: 256))
        var expected: [UInt8] = [0, 19] + Array("colloque manifest 1".utf8)
        expected += [0, 1, 2, 0, 1, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1]
        expected += [0, 25, 2, 0, 0, 1, 2] + Array(1...16) + [0, 0, 0, 9]
        #expect(manifest.bytes == expected)
    }

    @Test func readsWhatItWrites() throws {
        let all = try [
            ManifestTests.manifest([.identity]), ManifestTests.manifest([.medical, .restricted]),
            ManifestTests.manifest(Tier.allCases), .deletion(base: .contact, lastUpdated: Timestamp(seconds: 5)),
        ]
        for manifest in all { #expect(try Manifest(bytes: manifest.bytes) == manifest) }
    }

    @Test func refusesEveryOtherBytes() throws {
        for manifest in [
            try ManifestTests.manifest([.identity, .medical]),
            .deletion(base: .medical, lastUpdated: Timestamp(seconds: 5)),
        ] {
            let bytes = manifest.bytes
            for end in 0..<bytes.count {
                #expect(throws: StoreError.self) { try Manifest(bytes: Array(bytes[..<end])) }
            }
            #expect(throws: StoreError.self) { try Manifest(bytes: bytes + [0]) }
            #expect(throws: StoreError.self) { try Manifest(bytes: bytes + [0, 0]) }
            for index in bytes.indices {
                for bit in 0..<8 {
                    var changed = bytes
                    changed[index] ^= 1 << bit
                    let read = try? Manifest(bytes: changed)
                    #expect(read == nil || read != manifest && read?.bytes == changed, "bit \(bit) of byte \(index)")
                }
            }
        }
    }

    @Test func refusesPartsOutOfOrder() throws {
        let parts = [Tier.medical, .identity].map { PartReference(tier: $0, version: 1, deposit: .random(), epoch: 0) }
        for (base, wrong) in [
            (Tier.medical, parts), (.medical, [parts[0], parts[0]]), (.contact, [parts[0]]), (.contact, []),
        ] {
            #expect(throws: StoreError.self) {
                try Manifest(base: base, parts: wrong, lastUpdated: Timestamp(seconds: 0))
            }
        }
    }
}
