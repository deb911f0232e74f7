import Crypto
import Testing
import Vocabulary

@testable import Identity

/// Attacks by way of the key (RFC 9052 §7, RFC 9053 §7, WebAuthn L3 §5.8.5).
@Suite struct PasskeyKeyTests {
    /// A COSE_Key with members replaced, added or, when nil, left out.
    private func refusal(
        _ algorithm: PasskeyKey.Algorithm, _ changes: [(label: CBOR, value: CBOR?)]
    ) throws -> PasskeyError? {
        var enrolment = try Enrolment(Authenticator(algorithm))
        var members = try enrolment.authenticator.members()
        for (label, value) in changes {
            let index = members.firstIndex { $0.0 == label }
            if let index { members.remove(at: index) }
            if let value { members.insert((label, value), at: index ?? members.count) }
        }
        enrolment.key = .map(members)
        return try enrolment.refusal()
    }

    @Test func algorithmsThatAreNotOursAreRefused() throws {
        for number in [0, -1, -6, -9, -19, -35, -36, -37, -47, -258, -65535, 7, 257] {
            #expect(try refusal(.es256, [(3, .integer(number))]) == .algorithm, "\(number)")
        }
        #expect(try refusal(.es256, [(3, nil)]) == .key)
        for value in [CBOR.text("none"), .text("ES256"), .bytes([0x26]), .boolean(false)] {
            #expect(try refusal(.es256, [(3, value)]) == .key)
        }
    }

    @Test func algorithmsOfAnotherKeyAreRefused() throws {
        for own in PasskeyKey.Algorithm.allCases {
            for other in PasskeyKey.Algorithm.allCases where other != own {
                #expect(try refusal(own, [(3, .integer(other.rawValue))]) == .key, "\(own) as \(other)")
            }
        }
    }

    @Test func otherKindsAndCurvesAreRefused() throws {
        for kind in [0, 1, 3, 4, 5, -2] { #expect(try refusal(.es256, [(1, .integer(kind))]) == .key, "\(kind)") }
        for curve in [0, 2, 3, 4, 6, 7, 8, -1] { #expect(try refusal(.es256, [(-1, .integer(curve))]) == .key) }
        for curve in [1, 4, 5, 7] { #expect(try refusal(.edDSA, [(-1, .integer(curve))]) == .key, "\(curve)") }
        #expect(try refusal(.edDSA, [(1, 2)]) == .key)
    }

    @Test func membersTooManyTooFewAndTwiceAreRefused() throws {
        for algorithm in PasskeyKey.Algorithm.allCases {
            for (label, _) in try Authenticator(algorithm).members() {
                #expect(try refusal(algorithm, [(label, nil)]) == .key, "\(algorithm) \(label)")
            }
            for label: CBOR in [2, 4, 5, -4] { #expect(try refusal(algorithm, [(label, .bytes([1]))]) == .key) }
            var enrolment = try Enrolment(Authenticator(algorithm))
            let members = try enrolment.authenticator.members()
            for member in members {
                enrolment.key = .map(members + [member])
                #expect(try enrolment.refusal() == .cbor)
            }
        }
    }

    @Test func pointsThatAreNotOnTheCurveAreRefused() throws {
        let zero = [UInt8](repeating: 0, count: 32)
        let prime: [UInt8] =
            [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 12)
            + [UInt8](repeating: 0xFF, count: 12)
        for (x, y) in [
            (zero, zero), (zero, [1] + zero.dropFirst()), (prime, zero), (prime, prime),
            ([UInt8](repeating: 0xFF, count: 32), zero),
        ] {
            #expect(try refusal(.es256, [(-2, .bytes(x)), (-3, .bytes(y))]) == .key)
            #expect(throws: PasskeyError.key) { try PasskeyKey(algorithm: .es256, bytes: x + y) }
        }
        let point = Array(P256.Signing.PrivateKey().publicKey.rawRepresentation)
        for index in point.indices {
            var changed = point
            changed[index] ^= 1
            #expect(throws: PasskeyError.key, "\(index)") { try PasskeyKey(algorithm: .es256, bytes: changed) }
        }
    }

    @Test func otherFormsOfAPointAreRefused() throws {
        for y in [CBOR.boolean(true), .boolean(false), .bytes([]), .text("y"), .integer(1)] {
            #expect(try refusal(.es256, [(-3, y)]) == .key)
        }
        for count in [0, 31, 33, 64] {
            let part = CBOR.bytes([UInt8](repeating: 1, count: count))
            #expect(try refusal(.es256, [(-2, part)]) == .key)
            #expect(try refusal(.edDSA, [(-2, part)]) == .key)
        }
        for point in [[4] + [UInt8](repeating: 1, count: 64), [], [UInt8](repeating: 1, count: 63)] {
            #expect(throws: PasskeyError.key) { try PasskeyKey(algorithm: .es256, bytes: point) }
        }
        #expect(throws: PasskeyError.key) { try PasskeyKey(algorithm: .edDSA, bytes: [UInt8](repeating: 1, count: 33)) }
    }

    @Test func weakModuliAndExponentsAreRefused() throws {
        for exponent: [UInt8] in [[1], [3], [0, 0, 1], [0, 0, 3], [1, 0, 0], [0, 1, 0, 1], [0, 0, 0], []] {
            #expect(try refusal(.rs256, [(-2, .bytes(exponent))]) == .key, "\(exponent)")
        }
        for count in [0, 128, 255, 257, 384, 512] {
            #expect(try refusal(.rs256, [(-1, .bytes([UInt8](repeating: 0xC5, count: count)))]) == .key, "\(count)")
        }
        for modulus in [[UInt8](repeating: 0, count: 256), [UInt8](repeating: 0, count: 255) + [1]] {
            #expect(throws: PasskeyError.key) { try PasskeyKey(algorithm: .rs256, bytes: modulus + [1, 0, 1]) }
        }
    }
}
