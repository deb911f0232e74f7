import Crypto
import Testing

@testable import Identity

/// Every bit of what is honest is flipped, and much more of it broken: nothing is believed that was not signed.
@Suite struct PasskeyMutationTests {
    /// Each byte with each of its bits flipped, and as 0 and 255.
    private func mutants(_ bytes: [UInt8]) -> [(index: Int, bytes: [UInt8])] {
        bytes.indices.flatMap { index in
            Set((0..<8).map { bytes[index] ^ 1 << UInt8($0) } + [0, 0xFF]).subtracting([bytes[index]]).map { value in
                var changed = bytes
                changed[index] = value
                return (index, changed)
            }
        }
    }

    @Test(arguments: PasskeyKey.Algorithm.allCases)
    func noBitOfAnAssertionMayChange(algorithm: PasskeyKey.Algorithm) throws {
        let signIn = try SignIn(Authenticator(algorithm))
        let answer = try signIn.made()
        var count = 0
        for part in [\SignIn.Answer.credential, \.client, \.data, \.signature] {
            for mutant in mutants(answer[keyPath: part]) {
                var changed = answer
                changed[keyPath: part] = mutant.bytes
                let word = try Ceremony.refusal { _ = try SignIn.verify(changed, by: signIn.passkey) }
                #expect(word != nil, "byte \(mutant.index)")
                count += 1
            }
        }
        #expect(count > 2000)
    }

    @Test(arguments: PasskeyKey.Algorithm.allCases)
    func noBitOfAnAttestedRegistrationMayChange(algorithm: PasskeyKey.Algorithm) throws {
        let made = try Enrolment(Authenticator(algorithm), .own).made()
        for mutant in mutants(made.object) {
            let word = try Ceremony.refusal { _ = try Enrolment.verify((made.client, mutant.bytes)) }
            #expect(word != nil, "byte \(mutant.index)")
        }
        for mutant in mutants(made.client) {
            let word = try Ceremony.refusal { _ = try Enrolment.verify((mutant.bytes, made.object)) }
            #expect(word != nil, "byte \(mutant.index)")
        }
    }

    @Test func ofACertificateOnlyItsKeyIsRead() throws {
        let attestation = try PasskeyAttestationTests.certificate()
        guard case .certificate(_, let chain) = attestation else { return }
        let made = try Enrolment(Authenticator(), attestation).made()
        let honest = try Enrolment.verify(made)
        let start = try #require(made.object.firstRange(of: chain[0])?.lowerBound)
        for mutant in mutants(made.object) {
            guard let passkey = try? Enrolment.verify((made.client, mutant.bytes)) else { continue }
            #expect(
                passkey == honest && (start..<start + chain[0].count).contains(mutant.index), "byte \(mutant.index)")
        }
    }

    /// Without attestation nobody signs a registration. What may change is what the one who registers may choose anyway.
    @Test func ofAnUnattestedRegistrationOnlyOwnChoicesMayChange() throws {
        let enrolment = try Enrolment(Authenticator())
        let made = try enrolment.made()
        let honest = try Enrolment.verify(made)
        let start = try #require(made.object.firstRange(of: enrolment.authenticator.aaguid)?.lowerBound)
        let flags = start - 5
        let id = start + 18
        let free = Set([flags]).union(start - 4..<start + 16).union(id..<id + 32)
        var changed = Set<Int>()
        for mutant in mutants(made.object) {
            guard let passkey = try? Enrolment.verify((made.client, mutant.bytes)) else { continue }
            #expect(passkey.key == honest.key && free.contains(mutant.index), "byte \(mutant.index)")
            changed.insert(mutant.index)
        }
        #expect(changed == free)
        for mutant in mutants(made.client) {
            guard let passkey = try? Enrolment.verify((mutant.bytes, made.object)) else { continue }
            let name = try #require(made.client.firstRange(of: Array("crossOrigin".utf8)))
            #expect(passkey == honest && name.contains(mutant.index), "byte \(mutant.index)")
        }
    }

    @Test func anyGarbageIsRefusedWithoutACrash() throws {
        var generator = SplitMix(state: 18)
        let signIn = try SignIn(Authenticator())
        let answer = try signIn.made()
        let registrations = try [Enrolment.Attestation.own, PasskeyAttestationTests.certificate()].map {
            try Enrolment(Authenticator(), $0).made()
        }
        for round in 0..<6000 {
            var changed = answer
            let part = [\SignIn.Answer.client, \.data, \.signature][round % 3]
            changed[keyPath: part] = havoc(changed[keyPath: part], &generator)
            let isSame = changed[keyPath: part] == answer[keyPath: part]
            #expect(isSame == ((try? SignIn.verify(changed, by: signIn.passkey)) != nil), "round \(round)")
            let made = registrations[round % 2]
            let object = havoc(made.object, &generator)
            _ = try? Enrolment.verify((made.client, object))
            _ = try? Enrolment.verify(
                (made.client, Array(object[..<Int.random(in: 0...object.count, using: &generator)])))
        }
    }

    @Test func nestingAndPromisedLengthsCostNothing() throws {
        let client = try Enrolment(Authenticator()).made().client
        let deep = [UInt8](repeating: 0x81, count: 16_000)
        let wide: [UInt8] = [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        for value in [deep, wide, [0xBB] + wide.dropFirst(), [0x5B] + wide.dropFirst(), [0x7B] + wide.dropFirst()] {
            let object = CBOR.map([("fmt", "none"), ("attStmt", .raw(value)), ("authData", .bytes([]))]).encoded
            #expect(try Ceremony.refusal { _ = try Enrolment.verify((client, object)) } == .cbor)
        }
    }

    /// A few changes of a random kind: bytes replaced, removed, doubled, or a number at an edge.
    private func havoc(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
        var out = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !out.isEmpty {
            let index = Int.random(in: out.indices, using: &generator)
            let end = min(out.count, index + Int.random(in: 1...16, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: out[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: out.removeSubrange(index..<end)
            case 2: out.insert(contentsOf: out[index..<end], at: index)
            case 3: out[index] = [0, 1, 0x17, 0x18, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
            default: out.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            }
        }
        return out
    }
}
