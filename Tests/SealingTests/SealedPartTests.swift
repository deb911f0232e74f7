import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite struct SealedPartTests {
    let examples = Examples()

    @Test func roundTripOfManyLengths() throws {
        let key = try examples.partKey()
        for length in [0, 1, 59, 60, 61, 255, 256, 1000, 100_000] {
            let plaintext = (0..<length).map { UInt8(truncatingIfNeeded: $0) }
            let stored = try key.seal(plaintext).bytes
            #expect(stored.count == 29 + Padding.bucket(4 + length))
            #expect(try key.open(try SealedPart(bytes: stored)).bytes == plaintext, "length \(length)")
        }
    }

    @Test func everyChangedFieldOfTheNameRefuses() throws {
        let key = try examples.partKey()
        let sealed = try key.seal([1, 2, 3])
        let scope = examples.scope()
        let otherScopes = [
            TierScope(practice: .random(), patient: scope.patient, tier: scope.tier, epoch: scope.epoch),
            TierScope(practice: scope.practice, patient: .random(), tier: scope.tier, epoch: scope.epoch),
            TierScope(practice: scope.practice, patient: nil, tier: scope.tier, epoch: scope.epoch),
            TierScope(practice: scope.practice, patient: scope.patient, tier: .restricted, epoch: scope.epoch),
            TierScope(practice: scope.practice, patient: scope.patient, tier: scope.tier, epoch: scope.epoch + 1),
        ]
        var names = try otherScopes.map { try examples.name($0) }
        names.append(try examples.name(type: "Condition"))
        names.append(try examples.name(id: "p.8"))
        names.append(try examples.name(version: 3))
        names.append(try examples.name(deposit: DepositID(high: 1, low: 3)))
        // The same secret under another name: what refuses is the authenticated context.
        for name in names {
            let other = try PartKey(secret: key.secret, name: name)
            expectError(.notAuthentic, "\(name)") { _ = try other.open(sealed) }
        }
        let same = try PartKey(secret: key.secret, name: try examples.name())
        #expect(try same.open(sealed).bytes == [1, 2, 3])
    }

    @Test func everyOtherKeyOfTheHierarchyRefuses() throws {
        let name = try examples.name()
        let sealed = try examples.partKey().seal([1, 2, 3])
        // The right name under a secret from elsewhere: what refuses is the key.
        let others = [
            try PartKey(secret: .random(count: 32), name: name).secret,
            try key(examples.patientKey.tierKey(.identity, epoch: 3)),
            try key(examples.patientKey.tierKey(.medical, epoch: 4)),
            try key(examples.practiceKey.ownTierKey(.medical, epoch: 3)),
            try key(Examples().patientKey.tierKey(.medical, epoch: 3)),
            try key(examples.patientKey.tierKey(.medical, epoch: 3), deposit: .random()),
            try key(examples.patientKey.tierKey(.medical, epoch: 3), version: 9),
            try key(examples.patientKey.tierKey(.medical, epoch: 3), type: "Condition"),
            try key(examples.patientKey.tierKey(.medical, epoch: 3), id: "p.8"),
        ]
        for (index, secret) in others.enumerated() {
            let other = try PartKey(secret: secret, name: name)
            expectError(.notAuthentic, "key \(index)") { _ = try other.open(sealed) }
        }
    }

    private func key(
        _ tierKey: TierKey, type: String = "Observation", id: String = "p.7", version: UInt64 = 2,
        deposit: DepositID = DepositID(high: 1, low: 2)
    ) throws -> SecretBytes {
        let name = try examples.name(tierKey.scope, type: type, id: id, version: version, deposit: deposit)
        return try tierKey.partKey(name).secret
    }

    @Test func tierKeyMakesNoPartKeyOfAnotherScope() throws {
        let key = examples.patientKey.tierKey(.medical, epoch: 3)
        for scope in [examples.scope(.identity), examples.scope(epoch: 4)] {
            let name = try examples.name(scope)
            expectError(.wrongScope) { _ = try key.partKey(name) }
        }
    }

    @Test func everyTruncationRefuses() throws {
        let key = try examples.partKey()
        let stored = try key.seal([UInt8](repeating: 9, count: 300)).bytes
        for length in 0..<stored.count {
            #expect(throws: SealingError.self, "\(length) bytes") {
                try key.open(try SealedPart(bytes: Array(stored.prefix(length))))
            }
        }
        expectError(.malformed) { _ = try SealedPart(bytes: stored + [0]) }
    }

    @Test func everyFlippedBitRefuses() throws {
        let key = try examples.partKey()
        let stored = try key.seal([UInt8](repeating: 9, count: 300)).bytes
        for bit in 0..<stored.count * 8 {
            var altered = stored
            altered[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealingError.self, "bit \(bit)") { try key.open(try SealedPart(bytes: altered)) }
        }
    }

    @Test func limits() throws {
        let key = try examples.partKey()
        let most = [UInt8](repeating: 1, count: SealedPart.maximumPlaintext)
        let sealed = try key.seal(most)
        #expect(sealed.bytes.count == SealedPart.maximumBytes)
        #expect(try key.open(try SealedPart(bytes: sealed.bytes)).bytes == most)
        expectError(.tooLarge) { _ = try key.seal(most + [1]) }
        expectError(.tooLarge) { _ = try SealedPart(bytes: sealed.bytes + [1]) }
    }

    @Test func noncesNeverRepeat() throws {
        let key = try examples.partKey()
        var nonces = Set<ArraySlice<UInt8>>()
        for _ in 0..<100_000 { nonces.insert(try key.seal([1]).bytes[1..<13]) }
        #expect(nonces.count == 100_000)
    }

    @Test func sealedPartShowsItsSizeOnly() throws {
        #expect("\(try examples.partKey().seal([1]))" == "SealedPart(93 bytes)")
    }
}
