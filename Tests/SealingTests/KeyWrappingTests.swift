import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite struct KeyWrappingTests {
    let examples = Examples()

    @Test func practiceKeyComesBackUnderItsOwnPracticeOnly() throws {
        let root = try Examples.rootKey()
        let wrapped = try root.wrap(examples.practiceKey)
        #expect(wrapped.count == 61)
        let back = try root.unwrap(wrapped, practice: examples.practice)
        #expect(back.material.secret.copy == examples.practiceKey.material.secret.copy)
        expectError(.notAuthentic) { _ = try root.unwrap(wrapped, practice: .random()) }
        expectError(.notAuthentic) { _ = try Examples.rootKey().unwrap(wrapped, practice: examples.practice) }
    }

    @Test func patientKeyAndSubjectComeBackTogether() throws {
        let wrapped = try examples.practiceKey.wrap(examples.patientKey, subject: examples.subject)
        #expect(wrapped.count == 77)
        let (key, subject) = try examples.practiceKey.unwrap(wrapped, patient: examples.patient)
        #expect(key.material.secret.copy == examples.patientKey.material.secret.copy)
        #expect(subject == examples.subject)
        #expect(key.patient == examples.patient && key.practice == examples.practice)
        expectError(.notAuthentic) { _ = try examples.practiceKey.unwrap(wrapped, patient: .random()) }
        let other = PracticeKey.random(practice: examples.practice)
        expectError(.notAuthentic) { _ = try other.unwrap(wrapped, patient: examples.patient) }
        let moved = PracticeKey(material: examples.practiceKey.material, practice: .random())
        expectError(.notAuthentic) { _ = try moved.unwrap(wrapped, patient: examples.patient) }
    }

    @Test func practiceWrapsNoOtherPracticesPatient() throws {
        let stranger = PatientKey.random(practice: .random(), patient: .random())
        expectError(.wrongScope) { _ = try examples.practiceKey.wrap(stranger, subject: .random()) }
    }

    @Test func alteredOrCutWrappingsRefuse() throws {
        let root = try Examples.rootKey()
        let practice = try root.wrap(examples.practiceKey)
        let patient = try examples.practiceKey.wrap(examples.patientKey, subject: examples.subject)
        for bit in 0..<practice.count * 8 {
            var altered = practice
            altered[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealingError.self, "bit \(bit)") { try root.unwrap(altered, practice: examples.practice) }
        }
        for bit in 0..<patient.count * 8 {
            var altered = patient
            altered[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: SealingError.self, "bit \(bit)") {
                try examples.practiceKey.unwrap(altered, patient: examples.patient)
            }
        }
        for length in 0..<practice.count {
            let cut = Array(practice.prefix(length))
            expectError(.malformed) { _ = try root.unwrap(cut, practice: examples.practice) }
        }
        for length in 0..<patient.count {
            let cut = Array(patient.prefix(length))
            expectError(.malformed) { _ = try examples.practiceKey.unwrap(cut, patient: examples.patient) }
        }
    }

    @Test func everyDerivedKeyDiffers() {
        var secrets = [[UInt8]]()
        for tier in Tier.allCases {
            for epoch: UInt32 in [0, 1, 256, .max] {
                secrets.append(examples.patientKey.tierKey(tier, epoch: epoch).secret.copy)
                secrets.append(examples.practiceKey.ownTierKey(tier, epoch: epoch).secret.copy)
            }
        }
        for format in Format.allCases { secrets.append(examples.practiceKey.material.derived(format).secret.copy) }
        secrets.append(examples.practiceKey.material.secret.copy)
        secrets.append(examples.patientKey.material.secret.copy)
        #expect(Set(secrets).count == 32 + Format.allCases.count + 2)
        #expect(secrets.allSatisfy { $0.count == 32 })
    }

    @Test func keysOfAnotherLengthAreRefused() throws {
        for count in [0, 16, 31, 33, 64] {
            let secret = SecretBytes.random(count: count)
            expectError(.malformed) { _ = try RootKey(secret: secret) }
            expectError(.malformed) { _ = try TierKey(secret: secret, scope: examples.scope()) }
            expectError(.malformed) { _ = try PartKey(secret: secret, name: try examples.name()) }
            expectError(.malformed) { _ = try TokenBox(key: secret) }
            expectError(.malformed) { _ = try RecipientSecret(seed: secret) }
        }
    }

    @Test func releasedTierKeyWorksAtTheOtherEnd() throws {
        let released = examples.patientKey.tierKey(.medical, epoch: 3)
        let received = try TierKey(secret: released.secret, scope: released.scope)
        let sealed = try examples.partKey().seal([5])
        #expect(try received.partKey(try examples.name()).open(sealed).bytes == [5])
    }
}
