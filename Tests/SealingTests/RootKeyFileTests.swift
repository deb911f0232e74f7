import Testing
import Vocabulary

@testable import Sealing

@Suite struct RootKeyFileTests {
    let quick = ScryptParameters(logN: 10, blockSize: 8, parallelism: 1)
    let salt = [UInt8](repeating: 3, count: 16)
    let passphrase = SecretBytes(text: "correct horse battery")

    @Test func rawRoundTrip() throws {
        let file = RootKeyFile.random()
        let again = try RootKeyFile(contents: file.contents)
        let key = PracticeKey.random(practice: .random())
        let wrapped = try file.rootKey().wrap(key)
        #expect(try again.rootKey().unwrap(wrapped, practice: key.practice).practice == key.practice)
        #expect(!again.needsPassphrase)
        expectError(.wrongPassphrase) { _ = try again.rootKey(passphrase: passphrase) }
    }

    @Test func passphraseRoundTrip() throws {
        let file = try RootKeyFile.new(passphrase: passphrase, salt: salt, parameters: try #require(quick))
        let again = try RootKeyFile(contents: file.contents)
        #expect(again.needsPassphrase)
        let key = PracticeKey.random(practice: .random())
        let wrapped = try file.rootKey(passphrase: passphrase).wrap(key)
        let back = try again.rootKey(passphrase: SecretBytes(text: "correct horse battery"))
        #expect(try back.unwrap(wrapped, practice: key.practice).practice == key.practice)
        expectError(.wrongPassphrase) { _ = try again.rootKey() }
        expectError(.wrongPassphrase) { _ = try again.rootKey(passphrase: SecretBytes(text: "correct horse batterz")) }
        expectError(.wrongPassphrase) { _ = try again.rootKey(passphrase: SecretBytes([])) }
        expectError(.wrongPassphrase) { _ = try again.rootKey(passphrase: .random(count: 1025)) }
    }

    @Test func newFilesNeedAPassphraseAndASalt() throws {
        let quick = try #require(quick)
        let short = SecretBytes(text: "elevenbytes")
        expectError(.wrongPassphrase) { _ = try RootKeyFile.new(passphrase: short, salt: salt, parameters: quick) }
        expectError(.malformed) { _ = try RootKeyFile.new(passphrase: passphrase, salt: [1], parameters: quick) }
    }

    /// RFC 7914 §12, third vector: N 16384, r 8, p 1; our 32 bytes are the first of its 64.
    @Test func scryptKnownAnswer() throws {
        let parameters = try #require(ScryptParameters(logN: 14, blockSize: 8, parallelism: 1))
        let key = try parameters.derive(SecretBytes(text: "pleaseletmein"), salt: Array("SodiumChloride".utf8))
        #expect(key.copy.hex == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    }

    @Test func standardParametersAreThePrintedOnes() throws {
        #expect(ScryptParameters.standard == ScryptParameters(logN: 17, blockSize: 8, parallelism: 1))
        for (logN, blockSize, parallelism) in [(9, 8, 1), (21, 8, 1), (17, 16, 1), (17, 8, 0), (17, 8, 5)] {
            #expect(ScryptParameters(logN: logN, blockSize: blockSize, parallelism: parallelism) == nil)
        }
    }

    @Test func refusesEveryOtherForm() throws {
        let raw = "colloque-root-key-v1 raw " + String(repeating: "A", count: 43)
        let check = String(repeating: "A", count: 22)
        let scrypt = "colloque-root-key-v1 scrypt 17 8 1 \(check) \(check)"
        for good in [raw, raw + "\n", scrypt, scrypt + "\n"] {
            #expect(throws: Never.self) { try RootKeyFile(contents: SecretBytes(text: good)) }
        }
        let bad = [
            "", "\n", " ", "colloque-root-key-v1", "colloque-root-key-v1 raw", "colloque-root-key-v1 raw ", raw + " ",
            " " + raw, raw + "\n\n", raw + "\r\n", raw + "A", String(raw.dropLast()), raw.dropLast() + "B",
            raw.dropLast() + "=", raw.replacing("v1", with: "v2"), raw.replacing(" raw", with: "  raw"),
            raw.replacing("raw", with: "RAW"), scrypt.replacing("17", with: "017"), scrypt.replacing("17", with: "+17"),
            scrypt.replacing("17", with: "9"), scrypt.replacing("17", with: "21"), scrypt.replacing("8 1", with: "4 1"),
            scrypt.replacing("8 1", with: "8 0"), scrypt + " A", String(scrypt.dropLast(23)), String(scrypt.dropLast()),
        ]
        for text in bad {
            expectError(.malformed, "\(text)") { _ = try RootKeyFile(contents: SecretBytes(text: text)) }
        }
        expectError(.tooLarge) { _ = try RootKeyFile(contents: .random(count: 257)) }
    }
}
