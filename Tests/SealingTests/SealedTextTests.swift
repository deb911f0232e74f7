import Testing

@testable import Sealing

@Suite struct SealedTextTests {
    let examples = Examples()

    @Test func roundTripAndBinding() throws {
        let key = examples.practiceKey
        for text in ["", "Dr Noël", String(repeating: "é", count: 32_768)] {
            let sealed = try key.sealText(text, label: "name", id: [1, 2])
            #expect(try key.openText(sealed, label: "name", id: [1, 2]) == text)
            expectError(.notAuthentic) { _ = try key.openText(sealed, label: "nam", id: [101, 1, 2]) }
            expectError(.notAuthentic) { _ = try key.openText(sealed, label: "name", id: [1, 3]) }
            expectError(.notAuthentic) { _ = try Examples().practiceKey.openText(sealed, label: "name", id: [1, 2]) }
        }
    }

    @Test func rootAndPracticeTextsDoNotMix() throws {
        let secret = examples.practiceKey.material.secret
        let root = try RootKey(secret: secret)
        let sealed = try root.sealText("a", label: "l", id: [])
        #expect(try root.openText(sealed, label: "l", id: []) == "a")
        expectError(.notAuthentic) { _ = try examples.practiceKey.openText(sealed, label: "l", id: []) }
    }

    @Test func shortTextsHaveOneSize() throws {
        let sizes = try ["", "a", String(repeating: "a", count: 60)].map {
            try examples.practiceKey.sealText($0, label: "l", id: []).count
        }
        #expect(Set(sizes) == [93])
    }

    @Test func limits() throws {
        let key = examples.practiceKey
        let long = String(repeating: "a", count: 65_537)
        let name = String(repeating: "a", count: 257)
        expectError(.tooLarge) { _ = try key.sealText(long, label: "l", id: []) }
        expectError(.tooLarge) { _ = try key.sealText("", label: name, id: []) }
        expectError(.tooLarge) { _ = try key.sealText("", label: "l", id: Array(name.utf8)) }
        expectError(.tooLarge) { _ = try key.openText([UInt8](repeating: 1, count: 80_000), label: "l", id: []) }
        expectError(.malformed) { _ = try key.openText([], label: "l", id: []) }
    }

    @Test func textThatIsNotUTF8IsRefused() throws {
        let sealer = TextSealer(key: examples.practiceKey.material)
        var context = FieldList(.text)
        context.add("l")
        context.add([])
        let sealed = try Envelope.seal(
            Padding.frame([0xFF]), with: examples.practiceKey.material, context: context.bytes, "test")
        expectError(.malformed) { _ = try sealer.open(sealed, label: "l", id: []) }
    }
}
