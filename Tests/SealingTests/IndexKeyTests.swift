import Testing
import Vocabulary

@testable import Sealing

@Suite struct IndexKeyTests {
    let examples = Examples()

    @Test func tokensAreEqualOnlyWithinOnePracticeFieldAndValue() {
        let value = Array("legoff".utf8)
        var tokens = Set<IndexToken>()
        for key in [examples.practiceKey, Examples().practiceKey] {
            for field in SearchTerm.Field.allCases {
                let index = key.indexKey(field: field)
                #expect(index.token(value) == index.token(value))
                tokens.insert(index.token(value))
                tokens.insert(index.token(value + [0]))
            }
        }
        #expect(tokens.count == 2 * SearchTerm.Field.allCases.count * 2)
    }

    @Test func aKeyUsedTwiceGivesTheSameAnswers() {
        let index = examples.practiceKey.indexKey(field: .phone)
        let first = (0..<100).map { index.token([UInt8($0)]) }
        let fresh = examples.practiceKey.indexKey(field: .phone)
        #expect(first == (0..<100).map { fresh.token([UInt8($0)]) })
    }

    @Test func rowsVerifyAndNothingElseDoes() throws {
        let index = examples.practiceKey.indexKey(field: .family)
        let row = index.row(index.token([1]), patient: examples.patient, ordinal: 4)
        #expect(index.verify(row))
        let token = try #require(IndexToken(bytes: row.token.bytes))
        let stored = try #require(IndexRow(token: token, patient: row.patient, ordinal: 4, mac: row.macBytes))
        #expect(index.verify(stored))
        let altered = [
            IndexRow(token: index.token([2]), patient: row.patient, ordinal: 4, mac: row.macBytes),
            IndexRow(token: row.token, patient: .random(), ordinal: 4, mac: row.macBytes),
            IndexRow(token: row.token, patient: row.patient, ordinal: 5, mac: row.macBytes),
            IndexRow(token: row.token, patient: row.patient, ordinal: 4, mac: row.token.bytes),
        ]
        for (number, other) in altered.enumerated() { #expect(!index.verify(try #require(other)), "row \(number)") }
        #expect(!examples.practiceKey.indexKey(field: .birthdate).verify(row))
        #expect(!Examples().practiceKey.indexKey(field: .family).verify(row))
    }

    @Test func everyFlippedBitOfTheCodeRefuses() throws {
        let index = examples.practiceKey.indexKey(field: .family)
        let row = index.row(index.token([1]), patient: examples.patient, ordinal: 0)
        for bit in 0..<128 {
            var mac = row.macBytes
            mac[bit / 8] ^= 1 << UInt8(bit % 8)
            let other = IndexRow(token: row.token, patient: row.patient, ordinal: 0, mac: mac)
            #expect(!index.verify(try #require(other)), "bit \(bit)")
        }
    }

    @Test func lengthsAreStrict() {
        for count in [0, 15, 17, 32] {
            let bytes = [UInt8](repeating: 0, count: count)
            #expect(IndexToken(bytes: bytes) == nil)
            let token = examples.practiceKey.indexKey(field: .nir).token([])
            #expect(IndexRow(token: token, patient: examples.patient, ordinal: 0, mac: bytes) == nil)
        }
    }
}
