import Foundation
import JSONTree
import Testing

/// What Foundation's reader takes and ours refuses, or the other way round, on thousands of changed texts.
@Suite struct FoundationComparisonTests {
    @Test func acceptanceDiffersOnlyWhereIntended() {
        var random = SeededGenerator(state: 3)
        let original = Array(Samples.resource.utf8)
        var agreed = 0
        for round in 0..<8000 {
            var bytes = original
            for _ in 0...round % 2 { Mutation.random(&random).apply(to: &bytes, &random) }
            let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
            let error = Samples.refusal(bytes)
            if theirs == (error == nil) {
                agreed += 1
            } else {
                #expect(Self.explains(error, bytes), "\(round): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        #expect(agreed > 7000)
    }

    /// Whether a difference is one we want: Foundation lets a repeated key pass, and refuses numbers beyond `Double`.
    private static func explains(_ error: JSONError?, _ bytes: [UInt8]) -> Bool {
        if let error { return error.code == .duplicateKey }
        return (try? JSONValue(parsing: bytes)).map(hasHugeNumber) ?? false
    }

    private static func hasHugeNumber(_ value: JSONValue) -> Bool {
        let inside = value.array ?? value.object?.members.map(\.value) ?? []
        return inside.contains(where: hasHugeNumber) || value.number.map { $0.double == nil } ?? false
    }
}
