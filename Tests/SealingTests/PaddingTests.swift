import Foundation
import Testing

@testable import Sealing

@Suite struct PaddingTests {
    @Test func bucketsGrowAndCostAtMostTwelvePercent() {
        var last = 0
        for length in 0...70_000 {
            let bucket = Padding.bucket(length)
            #expect(bucket >= max(length, last, 64), "length \(length)")
            #expect(Padding.bucket(bucket) == bucket, "length \(length)")
            if length >= 64 { #expect((bucket - length) * 100 <= length * 12, "length \(length)") }
            last = bucket
        }
    }

    @Test func fewSizesRemain() {
        let sizes = Set((0...100_000).map(Padding.bucket))
        #expect(sizes.count < 200)
    }

    @Test func frameRoundTrip() {
        for length in 0...600 {
            let plaintext = [UInt8](repeating: 7, count: length)
            let frame = Padding.frame(plaintext)
            #expect(Padding.unframe(Data(frame)) == plaintext, "length \(length)")
            // Nothing may depend on where the data's indices start.
            #expect(Padding.unframe(Data([1] + frame).dropFirst()) == plaintext, "length \(length)")
        }
    }

    @Test func refusesWhatNoFrameIs() {
        let frame = Padding.frame([1, 2, 3])
        #expect(Padding.unframe(Data()) == nil)
        #expect(Padding.unframe(Data(frame.dropLast())) == nil)
        #expect(Padding.unframe(Data(frame + [0])) == nil)
        var padded = frame
        padded[63] = 1
        #expect(Padding.unframe(Data(padded)) == nil, "padding that is not zero")
        for count: [UInt8] in [[0, 0, 0, 61], [0, 0, 1, 0], [255, 255, 255, 255]] {
            #expect(Padding.unframe(Data(count + frame.dropFirst(4))) == nil, "length \(count)")
        }
    }
}
