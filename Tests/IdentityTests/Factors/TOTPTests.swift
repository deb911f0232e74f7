import Foundation
import Testing
import Vocabulary

@testable import Identity

/// One-time codes (RFC 6238, RFC 4226).
@Suite struct TOTPTests {
    private static let sha1 = SecretBytes(Array("12345678901234567890".utf8))
    private static let sha256 = SecretBytes(Array("12345678901234567890123456789012".utf8))

    private static func text(_ totp: TOTP, at period: Int64) -> String {
        String(decoding: totp.code(at: period), as: UTF8.self)
    }

    @Test func theVectorsOfHOTP() throws {
        // RFC 4226, appendix D.
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        let totp = try TOTP(secret: Self.sha1)
        for (count, code) in codes.enumerated() { #expect(Self.text(totp, at: Int64(count)) == code) }
    }

    @Test(arguments: [
        (59, "94287082", "46119246"), (1_111_111_109, "07081804", "68084774"), (1_111_111_111, "14050471", "67062674"),
        (1_234_567_890, "89005924", "91819424"), (2_000_000_000, "69279037", "90698825"),
        (20_000_000_000, "65353130", "77737706"),
    ])
    func theVectorsOfTOTP(seconds: Int64, sha1: String, sha256: String) throws {
        // RFC 6238, appendix B.
        let now = Timestamp(seconds: seconds)
        for (secret, algorithm, code) in [(Self.sha1, TOTP.Algorithm.sha1, sha1), (Self.sha256, .sha256, sha256)] {
            let totp = try TOTP(secret: secret, algorithm: algorithm, digits: 8)
            #expect(try totp.verify(code, now: now, after: nil) == seconds / 30)
        }
    }

    @Test func oneStepEitherWayAndNoFurther() throws {
        let totp = try TOTP(secret: .random(count: 20), digits: 8)
        let now = Forge.now
        let present = now.seconds / 30
        for step: Int64 in -5...5 {
            let code = Self.text(totp, at: present + step)
            if (-1...1).contains(step) {
                #expect(try totp.verify(code, now: now, after: nil) == present + step)
            } else {
                #expect(throws: IdentityError.code, "\(step)") { try totp.verify(code, now: now, after: nil) }
            }
        }
        let code = Self.text(totp, at: present)
        #expect(
            try totp.verify(code, now: Timestamp(seconds: (present + 2) * 30).adding(milliseconds: -1), after: nil)
                == present)
        #expect(throws: IdentityError.code) {
            try totp.verify(code, now: Timestamp(seconds: (present + 2) * 30), after: nil)
        }
        #expect(throws: IdentityError.code) {
            try totp.verify(code, now: Timestamp(seconds: (present - 1) * 30).adding(milliseconds: -1), after: nil)
        }
    }

    @Test func aCodeCountsOnceAndThoseBeforeItNoMore() throws {
        let totp = try TOTP(secret: .random(count: 32), algorithm: .sha256, digits: 8)
        let present = Forge.now.seconds / 30
        for last in [present, present + 1, .max] {
            #expect(throws: IdentityError.replayed) {
                try totp.verify(Self.text(totp, at: present), now: Forge.now, after: last)
            }
        }
        #expect(try totp.verify(Self.text(totp, at: present), now: Forge.now, after: present - 1) == present)
        #expect(try totp.verify(Self.text(totp, at: present + 1), now: Forge.now, after: present) == present + 1)
    }

    /// Whoever keeps what was returned never accepts a code twice, however the clock moves and codes are repeated.
    @Test func noCodeIsAcceptedTwice() throws {
        let totp = try TOTP(secret: .random(count: 20))
        var (dice, last, accepted) = (SplitMix(state: 3), Int64?.none, [Int64]())
        for _ in 0..<2_000 {
            let now = Forge.now.adding(seconds: Int64.random(in: 0...3_000, using: &dice))
            let code = Self.text(totp, at: now.seconds / 30 + Int64.random(in: -2...2, using: &dice))
            guard let period = try? totp.verify(code, now: now, after: last) else { continue }
            accepted.append(period)
            last = period
        }
        #expect(accepted == accepted.sorted() && Set(accepted).count == accepted.count && accepted.count > 5)
    }

    @Test func otherCodesAreRefused() throws {
        let totp = try TOTP(secret: .random(count: 20))
        let code = Self.text(totp, at: Forge.now.seconds / 30)
        #expect(
            try totp.verify(" \(code.prefix(3)) \(code.suffix(3)) ", now: Forge.now, after: nil) == Forge.now.seconds
                / 30)
        let wide = String(code.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0) ?? "0") })
        for text in [
            "", code + "0", String(code.dropLast()), "-" + code, code + "\n", wide,
            String(repeating: "1", count: 1 << 20),
        ] {
            #expect(throws: IdentityError.code, "\(text.count)") { try totp.verify(text, now: Forge.now, after: nil) }
        }
        for index in code.indices {
            var units = Array(code.utf8)
            let place = code.utf8.distance(from: code.startIndex, to: index)
            units[place] = units[place] == 0x39 ? 0x30 : units[place] + 1
            let changed = String(decoding: units, as: UTF8.self)
            guard !(-1...1).contains(where: { Self.text(totp, at: Forge.now.seconds / 30 + $0) == changed }) else {
                continue
            }
            #expect(throws: IdentityError.code) { try totp.verify(changed, now: Forge.now, after: nil) }
        }
        let eight = try TOTP(secret: Self.sha1, digits: 8)
        #expect(throws: IdentityError.code) { try eight.verify("287082", now: Timestamp(seconds: 59), after: nil) }
    }

    @Test func weakSecretsAndOtherDigitsAreRefused() throws {
        for count in [0, 1, 16, 19, 65] {
            #expect(throws: IdentityError.secret) { try TOTP(secret: .random(count: count)) }
        }
        for digits in [0, 5, 7, 9, -6] {
            #expect(throws: IdentityError.secret) { try TOTP(secret: .random(count: 20), digits: digits) }
        }
    }

    @Test func enrolmentIsAnAddressThatHidesNothingElse() throws {
        let totp = try TOTP(secret: Self.sha1)
        #expect(
            totp.exposedURI(issuer: "Cabinet Noël: A&B", account: "dr@x.example")
                == "otpauth://totp/Cabinet%20No%C3%ABl%3A%20A%26B:dr%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Cabinet%20No%C3%ABl%3A%20A%26B&algorithm=SHA1&digits=6&period=30")
        var dumped = "\(totp) \(String(reflecting: totp))"
        dump(totp, to: &dumped)
        #expect(!dumped.contains("GEZDGNBV") && !dumped.contains("49, 50"))
    }

    private static let isHere = (try? Other.run("oathtool", ["--version"])) != nil

    @Test(.enabled(if: isHere, "oathtool is not here"))
    func anotherProgramComputesTheSame() throws {
        var dice = SplitMix(state: 5)
        for round in 0..<40 {
            let bytes = (0..<Int.random(in: 20...64, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            let seconds = Int64.random(in: 0...4_000_000_000, using: &dice)
            let (algorithm, digits) = (TOTP.Algorithm.allCases[round % 2], round % 4 < 2 ? 6 : 8)
            let code = try Other.run(
                "oathtool", ["--totp=\(algorithm.rawValue)", "-d", "\(digits)", "-N", "@\(seconds)", bytes.hexadecimal])
            let totp = try TOTP(secret: SecretBytes(bytes), algorithm: algorithm, digits: digits)
            let period = try totp.verify(String(code.dropLast()), now: Timestamp(seconds: seconds), after: nil)
            #expect(abs(period - seconds / 30) <= 1)
            #expect(Self.text(totp, at: seconds / 30) == code.dropLast())
        }
    }
}
