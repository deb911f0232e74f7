import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite struct TokenBoxTests {
    let now = Timestamp(seconds: 1_800_000_000)
    let context: [[UInt8]] = [[1, 2], [3]]

    @Test func opensInItsContextUntilItsEnd() throws {
        let box = try TokenBox(key: .random(count: 32))
        let text = try box.seal([9, 9], context: context, expires: now)
        #expect(try box.open(text, context: context, now: now.adding(milliseconds: -1)) == [9, 9])
        expectError(.expired) { _ = try box.open(text, context: context, now: now) }
        for other: [[UInt8]] in [[[1], [2, 3]], [[1, 2]], [[1, 2], [3], []], [[3], [1, 2]], []] {
            expectError(.notAuthentic) { _ = try box.open(text, context: other, now: now) }
        }
        let stranger = try TokenBox(key: .random(count: 32))
        expectError(.notAuthentic) { _ = try stranger.open(text, context: context, now: now) }
    }

    @Test func everyAlteredCharacterRefuses() throws {
        let box = try TokenBox(key: .random(count: 32))
        let text = Array(try box.seal([9, 9], context: context, expires: now.adding(days: 1)).utf8)
        for index in text.indices {
            for unit in [UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "+")] where unit != text[index] {
                var altered = text
                altered[index] = unit
                #expect(throws: SealingError.self, "character \(index)") {
                    try box.open(String(decoding: altered, as: UTF8.self), context: context, now: now)
                }
            }
            #expect(throws: SealingError.self, "length \(index)") {
                try box.open(String(decoding: text[..<index], as: UTF8.self), context: context, now: now)
            }
        }
    }

    @Test func limits() throws {
        let box = try TokenBox(key: .random(count: 32))
        let most = [UInt8](repeating: 1, count: TokenBox.maximumPayload)
        let text = try box.seal(most, context: [], expires: now)
        #expect(try box.open(text, context: [], now: now.adding(days: -1)) == most)
        expectError(.tooLarge) { _ = try box.seal(most + [1], context: [], expires: now) }
        expectError(.tooLarge) { _ = try box.open(text + "AA", context: [], now: now) }
        expectError(.tooLarge) { _ = try box.seal([], context: [most], expires: now) }
        expectError(.tooLarge) { _ = try box.seal([], context: .init(repeating: [], count: 17), expires: now) }
    }
}
