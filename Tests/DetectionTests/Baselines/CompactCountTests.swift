import Testing
import Vocabulary

@testable import Detection

@Suite("Small parts of baselines")
struct CompactCountTests {
    @Test func countsAreExactOrCloseAndKeepTheirOrder() {
        for value in 0..<4_096 { #expect(CompactCount(Double(value)).value == Double(value)) }
        var last = CompactCount(0)
        var value = 1.0
        while value < 4e12 {
            let count = CompactCount(value)
            #expect(count >= last && count.value <= value && count.value >= value.rounded(.down) * 0.9995)
            (last, value) = (count, value * 1.01)
        }
        #expect(CompactCount(-1).value == 0 && CompactCount(.nan).value == 0)
        #expect(CompactCount(.infinity).value > 4e12)
        #expect(CompactCount(code: .max).value >= CompactCount(.infinity).value)
    }

    @Test func parisChangesItsClocks() {
        let cases: [(Int64, Int, Int)] = [
            (1_774_745_999, 29, 1), (1_774_746_000, 29, 3), (1_792_889_999, 25, 2), (1_792_890_000, 25, 2),
            (1_792_893_600, 25, 3), (1_767_567_600, 5, 0), (1_767_567_599, 4, 23),
        ]
        for (second, day, hour) in cases {
            let place = LocalTime.paris.place(of: Timestamp(seconds: second))
            #expect(place.day.components.day == day && place.hour == hour, "\(second)")
        }
        for milliseconds in [Int64.min, .max] { _ = LocalTime.paris.place(of: Timestamp(milliseconds: milliseconds)) }
    }

    @Test func growthIsNeverMoreThanItsFactor() {
        for factor in [1.0, 1.5, 2, 10] {
            let grown = Growth.over(days: 30, daily: Growth.daily(factor))
            #expect(grown <= factor * (1 + 1e-12) && grown > factor * 0.999)
        }
        #expect(Growth.over(days: 30, daily: Growth.daily(.nan)) == 1)
    }

    @Test func binsHoldTheirValues() {
        var value = 0.5
        while value < 1e12 {
            let bin = PeerBaseline.bin(value)
            #expect(bin == 0 || PeerBaseline.top(bin) >= value && PeerBaseline.top(bin) <= value * 1.42)
            value *= 1.1
        }
        #expect(PeerBaseline.bin(.infinity) == PeerBaseline.bins - 1)
        #expect(PeerBaseline.bin(.nan) == 0)
    }

    @Test func sizesAndSpans() {
        let sizes: [(Double, String)] = [
            (0, "0 B"), (512, "512 B"), (999, "999 B"), (1_000, "1 kB"), (2.1e9, "2.1 GB"), (1.75e8, "175 MB"),
            (999_960, "1 MB"),
        ]
        for (bytes, text) in sizes { #expect(OutputText.size(bytes) == text) }
        let spans: [(Int64, String)] = [
            (2_400_000, "40 minutes"), (86_400_000, "1 day"), (90_000, "90 seconds"), (5_400_000, "90 minutes"),
            (0, "0 seconds"),
        ]
        for (milliseconds, text) in spans { #expect(OutputText.span(milliseconds: milliseconds) == text) }
        #expect(OutputText.grouped(1_234_567) == "1,234,567" && OutputText.grouped(999) == "999")
    }
}
