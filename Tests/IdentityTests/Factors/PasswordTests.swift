import Foundation
import Testing
import Vocabulary

@testable import Identity

/// Passwords: what is read, what is stored of them (NIST SP 800-63B §5.1.1.2, RFC 9106).
@Suite struct PasswordTests {
    private static let least = PasswordHash.Work(memory: 19_456, passes: 2, lanes: 1)

    @Test func lengthsAreOfCharacters() throws {
        for text in [
            "", "short", String(repeating: "a", count: 11), String(repeating: "é", count: 11),
            "e\u{301}" + "0123456789",
        ] {
            #expect(throws: IdentityError.tooShort, "\(text)") { try Password(new: text) }
            _ = try Password(typed: text)
        }
        for text in [
            String(repeating: "a", count: 12), String(repeating: "😀", count: 256), String(repeating: " ", count: 12),
        ] {
            _ = try Password(new: text)
        }
        for text in [
            String(repeating: "a", count: 257), String(repeating: "\u{FDFA}", count: 20),
            String(repeating: "a", count: 1 << 22),
        ] {
            #expect(throws: IdentityError.tooLong) { try Password(new: text) }
            #expect(throws: IdentityError.tooLong) { try Password(typed: text) }
        }
    }

    @Test func twoWaysToWriteACharacterAreOne() throws {
        let pairs = [
            ("é", "e\u{301}"), ("ﬁ", "fi"), ("Å", "\u{212B}"), ("ｈ", "h"), ("①", "1"), ("\u{1EAD}", "a\u{302}\u{323}"),
        ]
        for (a, b) in pairs {
            #expect(try Password(typed: a).bytes.equals(bytes(of: try Password(typed: b))), "\(a)")
        }
        for (a, b) in [("é", "e"), ("a", "A"), ("a", "a "), ("ß", "ss"), ("I", "ı"), ("", "\0")] {
            #expect(!(try Password(typed: a).bytes.equals(bytes(of: try Password(typed: b)))), "\(a)")
        }
    }

    private func bytes(of password: Password) -> [UInt8] { unsafe password.bytes.withUnsafeBytes { unsafe Array($0) } }

    /// The reference implementation's own vectors (phc-winner-argon2, src/test.c), version 19.
    @Test(arguments: [
        (2, 16, 1, "password", "somesalt", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (2, 8, 1, "password", "somesalt", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (2, 8, 2, "password", "somesalt", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
        (4, 16, 1, "password", "somesalt", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"),
        (2, 16, 1, "differentpassword", "somesalt", "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"),
        (2, 16, 1, "password", "diffsalt", "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"),
    ])
    func theVectorsOfTheReference(passes: Int, log: Int, lanes: Int, password: String, salt: String, hash: String)
        throws
    {
        let work = PasswordHash.Work(memory: 1 << UInt32(log), passes: UInt32(passes), lanes: UInt32(lanes))
        let bytes = SecretBytes(Array(password.utf8))
        #expect(try PasswordHash.argon2id(bytes, salt: Array(salt.utf8), work, count: 32).hexadecimal == hash)
    }

    @Test func aHashIsItsPasswordsAlone() throws {
        let password = try Password(new: "correct horse battery é")
        let hash = try PasswordHash(of: password, work: Self.least)
        #expect(try hash.matches(password))
        #expect(try PasswordHash(text: hash.text).matches(try Password(typed: "correct horse battery e\u{301}")))
        for other in ["", "correct horse battery e", "Correct horse battery é", "correct horse battery é "] {
            #expect(!(try hash.matches(try Password(typed: other))), "\(other)")
        }
        let second = try PasswordHash(of: password, work: Self.least)
        #expect(second.text != hash.text, "another salt")
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func theDecoyIsNobodysAndCostsTheSame() throws {
        #expect(PasswordHash.decoy.work == .standard)
        #expect(PasswordHash.decoy.text == PasswordHash.decoy.text)
        #expect(try PasswordHash(text: PasswordHash.decoy.text).text == PasswordHash.decoy.text)
        let password = try Password(typed: "correct horse battery")
        let real = try PasswordHash(of: password)
        let wrong = try Password(typed: "wrong horse battery")
        let clock = ContinuousClock()
        var times: [[Duration]] = [[], []]
        for _ in 0..<5 {
            times[0].append(try clock.measure { _ = try real.matches(wrong) })
            times[1].append(try clock.measure { _ = try PasswordHash.decoy.matches(wrong) })
        }
        #expect(!(try PasswordHash.decoy.matches(password)))
        let medians = times.map { $0.sorted()[2] }
        let ratio = medians[0] / medians[1]
        #expect((0.5...2).contains(ratio), "\(medians)")
    }

    @Test func textsOfAnotherFormAreRefused() throws {
        let right = PasswordHash.decoy.text
        let parts = right.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        func with(_ index: Int, _ part: String) -> String {
            var changed = parts
            changed[index] = part
            return changed.joined(separator: "$")
        }
        var wrong = [
            "", "$", right + "$", "$" + right, right + "=", right + "\n", String(right.dropLast()), right + "A",
            " " + right,
        ]
        wrong += ["argon2i", "argon2d", "ARGON2ID", "", "scrypt"].map { with(1, $0) }
        wrong += ["v=16", "v=20", "19", "v=019", ""].map { with(2, $0) }
        wrong += [
            "m=65536,t=3", "t=3,m=65536,p=1", "m=065536,t=3,p=1", "m=+65536,t=3,p=1", "m=65536,t=3,p=1,",
            "m=65536,t=3,p=1,data=A",
            "m=65536, t=3,p=1", "m=4294967296,t=3,p=1", "m=-1,t=3,p=1", "", "x=65536,t=3,p=1",
            "m=65536,t=3,p=1,keyid=A",
        ].map { with(3, $0) }
        wrong += [
            "", "AAAA", parts[4] + "A", parts[4].dropLast() + "=", "----------------------", "AAAAAAAAAAAAAAAAAAAAAB",
        ].map { with(4, $0) }
        wrong += ["", "AAAA", parts[5] + "AAAA"].map { with(5, $0) }
        wrong.append(String(repeating: "$", count: 1 << 20))
        for text in wrong {
            #expect(throws: IdentityError.passwordHash, "\(text.prefix(120))") { try PasswordHash(text: text) }
        }
    }

    @Test func tooLittleAndTooMuchWorkIsRefused() throws {
        let password = try Password(typed: "x")
        let works: [(UInt32, UInt32, UInt32)] = [
            (19_455, 2, 1), (19_456, 1, 1), (19_456, 2, 0), (262_145, 2, 1), (19_456, 11, 1), (19_456, 2, 5),
            (.max, .max, .max),
            (0, 0, 0), (8, 1, 1),
        ]
        for (memory, passes, lanes) in works {
            let work = PasswordHash.Work(memory: memory, passes: passes, lanes: lanes)
            #expect(throws: IdentityError.passwordHash) { try PasswordHash(of: password, work: work) }
            let text = PasswordHash.decoy.text.replacing("m=65536,t=3,p=1", with: "m=\(memory),t=\(passes),p=\(lanes)")
            #expect(throws: IdentityError.passwordHash) { try PasswordHash(text: text) }
        }
    }

    /// A text that was damaged is refused or is another hash, and never asks for more than the limits.
    @Test func everyBitOfATextCounts() throws {
        let bytes = Array(PasswordHash.decoy.text.utf8)
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                let text = String(decoding: changed, as: UTF8.self)
                guard let hash = try? PasswordHash(text: text) else { continue }
                #expect(hash.text == text && text != PasswordHash.decoy.text && hash.work.isAllowed)
            }
        }
    }

    @Test func nothingPrints() throws {
        let hash = PasswordHash.decoy
        let password = try Password(typed: "sesame-sesame")
        var dumped = "\(hash) \(password) \(String(reflecting: password)) \(String(reflecting: hash))"
        dump(hash, to: &dumped)
        dump(password, to: &dumped)
        let secret = hash.text.split(separator: "$").suffix(2)
        #expect(!secret.contains { dumped.contains($0) } && !dumped.contains("sesame") && !dumped.contains("115, 101"))
    }

    private static let isHere = (try? Other.run("argon2", ["0123456789abcdef", "-m", "8", "-e"], input: "x")) != nil

    @Test(.enabled(if: isHere, "the program argon2 is not here"))
    func anotherProgramWritesTheSame() throws {
        for (index, password) in ["correct horse battery", "é", "a", String(repeating: "z", count: 120)].enumerated() {
            let salt = "0123456789abcde\(index)"
            let text = try Other.run(
                "argon2",
                [salt, "-id", "-k", "\(20_000 + index)", "-t", "2", "-p", "\(1 + index % 2)", "-l", "32", "-e"],
                input: password)
            let hash = try PasswordHash(text: String(text.dropLast()))
            #expect(try hash.matches(try Password(typed: password)))
            #expect(!(try hash.matches(try Password(typed: password + "x"))))
        }
    }
}
