import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

/// No key shows more than its type, by any of the ways in which Swift shows values.
@Suite struct PrintingTests {
    static func everything(_ value: some Unprintable) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var nested = ""
        dump([Optional(value)], to: &nested)
        let shown = ["\(value)", String(describing: value), String(reflecting: value), "\(Optional(value) as Any)"]
        return shown + [dumped, nested]
    }

    @Test func keysShowTheirTypeOnly() throws {
        let examples = Examples()
        let part = try examples.partKey()
        let secret = try RecipientSecret.random()
        let values: [any Unprintable] = [
            try Examples.rootKey(), examples.practiceKey, examples.patientKey,
            examples.patientKey.tierKey(.identity, epoch: 0), part, examples.practiceKey.indexKey(field: .nir),
            try part.open(try part.seal(Array("Jeanne".utf8))), secret, RootKeyFile.random(),
            try TokenBox(key: .random(count: 32)),
        ]
        for value in values {
            let type = "\(Swift.type(of: value))"
            for text in PrintingTests.everything(value) {
                let rest = text.replacing(type, with: "")
                #expect(text.contains(type) && !rest.contains { $0.isNumber && $0 != "1" }, "\(type): \(text)")
                #expect(text.count < 120, "\(type)")
            }
            #expect(Mirror(reflecting: value).children.isEmpty, "\(type)")
        }
    }

    @Test func errorsCarryNoValue() throws {
        let error = #expect(throws: SealingError.self) {
            try Examples().practiceKey.openText(Array("Jeanne".utf8), label: "Jeanne", id: [])
        }
        #expect(error?.description == "sealed text: malformed")
        #expect(error == SealingError(.malformed, "elsewhere"))
        #expect(error != SealingError(.notAuthentic, "sealed text"))
    }

    @Test func wipingOverwrites() {
        var memory = [UInt8](repeating: 7, count: 100)
        unsafe memory.withUnsafeMutableBytes { unsafe wipe($0) }
        #expect(memory.allSatisfy { $0 == 0 })
    }
}
