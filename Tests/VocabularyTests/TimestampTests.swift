import Testing
import Vocabulary

@Suite("Moments")
struct TimestampTests {
    @Test func everyMomentHasASecondADayAndAText() {
        for milliseconds: Int64 in [
            .min, .min + 1, -86_400_001, -86_400_000, -1_000, -999, -1, 0, 1, 999, .max - 1, .max,
        ] {
            let moment = Timestamp(milliseconds: milliseconds)
            // Rounded down, in a wider integer.
            let (wide, day) = (Int128(milliseconds), Int128(moment.day))
            #expect(Int128(moment.seconds) * 1_000 <= wide && wide < (Int128(moment.seconds) + 1) * 1_000)
            #expect(day * 86_400_000 <= wide && wide < (day + 1) * 86_400_000)
            #expect(moment.instant.hasSuffix("Z"))
        }
        #expect(Timestamp(milliseconds: -1).instant == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp(milliseconds: 86_400_000 + 1).instant == "1970-01-02T00:00:00.001Z")
    }
}
