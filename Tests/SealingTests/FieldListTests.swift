import Testing
import Vocabulary

@testable import Sealing

@Suite struct FieldListTests {
    @Test func formatsAreDistinct() {
        #expect(Set(Format.allCases.map(\.rawValue)).count == Format.allCases.count)
    }

    /// Splits of the same letters over neighbouring fields, and absent against present patients, all encode apart.
    @Test func differentNamesEncodeDifferently() throws {
        var generator = SeededGenerator(state: 7)
        var byContext = [[UInt8]: PartName]()
        var byInfo = [[UInt8]: Set<PartName>]()
        for _ in 0..<20_000 {
            let name = try randomName(&generator)
            let known = byContext.updateValue(name, forKey: name.context)
            #expect(known == nil || known == name)
            byInfo[name.info, default: []].insert(name)
        }
        #expect(byContext.count > 10_000)
        for names in byInfo.values {
            let first = try #require(names.first)
            #expect(names.allSatisfy { ($0.type, $0.id, $0.version) == (first.type, first.id, first.version) })
            #expect(names.allSatisfy { $0.deposit == first.deposit })
        }
    }

    private func randomName(_ generator: inout SeededGenerator) throws -> PartName {
        let letters = String(repeating: "a", count: Int.random(in: 2...8, using: &generator))
        let split = Int.random(in: 1..<letters.count, using: &generator)
        let few = { (generator: inout SeededGenerator) in UInt64.random(in: 0...2, using: &generator) }
        let scope = TierScope(
            practice: PracticeID(high: few(&generator), low: few(&generator)),
            patient: Bool.random(using: &generator) ? nil : PatientID(high: few(&generator), low: few(&generator)),
            tier: try #require(Tier(rawValue: UInt8(few(&generator)))), epoch: UInt32(few(&generator)))
        return try PartName(
            scope: scope, type: String(letters.prefix(split)), id: String(letters.dropFirst(split)),
            version: few(&generator), deposit: DepositID(high: few(&generator), low: few(&generator)))
    }

    /// Any two lists of fields are equal exactly when their encodings are: read back what was written.
    @Test func encodingReadsBack() {
        var generator = SeededGenerator(state: 11)
        for round in 0..<2_000 {
            let fields = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in UInt8.random(in: 0...1, using: &generator) }
            }
            var list = FieldList(.text)
            for field in fields { list.add(field) }
            #expect(read(list.bytes) == [Array(Format.text.rawValue.utf8)] + fields, "round \(round)")
        }
    }

    private func read(_ bytes: [UInt8]) -> [[UInt8]]? {
        var fields = [[UInt8]]()
        var rest = bytes[...]
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            guard rest.count >= count else { return nil }
            fields.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return fields
    }

    @Test func partNamesAreStrict() throws {
        let examples = Examples()
        let longest = String(repeating: "a", count: 128)
        #expect(try examples.name(type: longest, id: longest).id == longest)
        for text in ["", "a b", "é", "a\n", longest + "a", "a\u{0}", "a\u{7F}"] {
            expectError(.malformed) { _ = try examples.name(type: text) }
            expectError(.malformed) { _ = try examples.name(id: text) }
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
