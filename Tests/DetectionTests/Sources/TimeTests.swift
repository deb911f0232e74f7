import Testing
import Vocabulary

@testable import Detection

@Suite("Sources: times")
struct TimeTests {
    @Test func formsAndZones() throws {
        let paris = try #require(LogZone("Europe/Paris"))
        let cases: [(String, LogZone, String?)] = [
            ("2024-06-27 00:00:07.369 CEST", .utc, "2024-06-26T22:00:07.369Z"),
            ("2020-03-11 20:40:43 CET", .utc, "2020-03-11T19:40:43.000Z"),
            ("2020-03-11T20:40:43,5+02:00", .utc, "2020-03-11T18:40:43.500Z"),
            ("2020-03-11 20:40:43.1234567-0330", .utc, "2020-03-12T00:10:43.123Z"),
            ("2026-03-29 01:59:59", paris, "2026-03-29T00:59:59.000Z"),
            ("2026-03-29 03:00:00", paris, "2026-03-29T01:00:00.000Z"),
            ("2026-10-25 02:30:00", paris, "2026-10-25T00:30:00.000Z"),
            ("2026-10-25 03:00:00", paris, "2026-10-25T02:00:00.000Z"),
            ("17/May/2015:10:05:03 +0000", .utc, "2015-05-17T10:05:03.000Z"),
            ("1583955643.123", .utc, "2020-03-11T19:40:43.123Z"),
            ("1583955643123", .utc, "2020-03-11T19:40:43.123Z"),
            ("2016-12-31T23:59:60Z", .utc, "2017-01-01T00:00:00.000Z"),
            ("2024-02-30 00:00:00", .utc, nil), ("2024-13-01 00:00:00", .utc, nil), ("2024-01-01 24:00:00", .utc, nil),
            ("2024-01-01 00:00:00 XYZ", .utc, nil), ("99999999999999999999", .utc, nil), ("", .utc, nil),
            ("17/Foo/2015:10:05:03 +0000", .utc, nil),
        ]
        for (text, zone, expected) in cases {
            #expect(Timestamp(log: text, zone: zone)?.instant == expected, "\(text)")
        }
        #expect(LogZone("+05:30")?.offset == 19_800 && LogZone("Nowhere/Else") == nil)
    }

    @Test func syslogTimesGetTheYearThatFits() throws {
        let now = try #require(Timestamp(log: "2026-01-05T08:00:00Z"))
        let cases = [
            ("Jan  5 07:59:59", "2026-01-05"), ("Jan  6 07:59:59", "2026-01-06"), ("Jan  7 00:00:00", "2025-01-07"),
            ("Dec 31 23:00:00", "2025-12-31"), ("Feb 29 00:00:00", nil),
        ]
        for (text, expected) in cases {
            var walk = ByteWalk(Array(text.utf8))
            let found = walk.bsdTime(zone: .utc, now: now)?.instant.prefix(10)
            #expect(found.map(String.init) == expected, "\(text)")
        }
    }
}
