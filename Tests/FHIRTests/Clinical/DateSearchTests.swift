import JSONTree
import Testing

@testable import FHIR

@Suite struct DateSearchTests {
    private static func observation(_ id: String, _ effective: String) -> String {
        #"{"resourceType":"Observation","id":"\#(id)",\#(effective)}"#
    }

    private static let set = try? clinical(
        observation("year", #""effectiveDateTime":"2013""#), observation("month", #""effectiveDateTime":"2013-03""#),
        observation("day", #""effectiveDateTime":"2013-03-14""#),
        observation("moment", #""effectiveDateTime":"2013-03-14T10:00:00Z""#),
        observation("paris", #""effectiveDateTime":"2013-03-15T00:30:00+01:00""#),
        observation("since", #""effectivePeriod":{"start":"2013-01-21"}"#),
        observation("until", #""effectivePeriod":{"end":"2013-01-21"}"#),
        observation("between", #""effectivePeriod":{"start":"2013-03-10","end":"2013-03-20"}"#),
        observation("timing", #""effectiveTiming":{"event":["2013-03-14T08:00:00Z","2013-03-14T20:00:00Z"]}"#),
        observation(
            "bounds", #""effectiveTiming":{"repeat":{"boundsPeriod":{"start":"2013-03-01","end":"2013-03-31"}}}"#),
        observation("none", #""status":"final""#),
        observation("empty", #""effectivePeriod":{"extension":[]}"#))

    /// R4, search, date: the examples of the page and the words of the prefixes.
    @Test(arguments: [
        ("2013-03-14", "day moment paris timing"), ("eq2013-03", "between bounds day moment month paris timing"),
        ("eq2013", "between bounds day moment month paris timing year"),
        ("ne2013", "since until"), ("ne2013-03", "since until year"),
        ("eq2013-03-14T10:00", "moment"), ("eq2013-03-14T10:00:00Z", "moment"), ("2013-03-14T11:00:00+01:00", "moment"),
        ("2013-03-14T10:00:00.0Z", ""), ("lt2013-03-14T10:00:00Z", "between bounds day month since timing until year"),
        ("gt2013-03-14T10:00:00Z", "between bounds day month paris since timing year"),
        ("ge2013-03-14", "between bounds day moment month paris since timing year"),
        ("le2013-03-14", "between bounds day moment month paris since timing until year"),
        ("ge2013-03-15", "between bounds month since year"), ("gt2013-03-14", "between bounds month since year"),
        ("lt2013-03-14", "between bounds month since until year"), ("lt2013-01-21", "until year"), ("sa2013-03-14", ""),
        ("sa2013-01-20", "between bounds day moment month paris since timing"),
        ("eb2013-03-14", "until"), ("eb2013-03-20", "day moment paris timing until"),
        ("eb2013-03-14T10:00:01Z", "moment until"), ("sa2013-03-14T09:59:59Z", "moment paris"),
        ("ap2013-03-14", "between bounds day moment month paris since timing until year"), ("ap2019-06", "since"),
        ("ap2030", "since"),
        ("2012,2013-03-14T10:00:00Z", "moment"),
    ])
    func finds(value: String, expected: String) throws {
        let found = try #require(Self.set).ids("Observation?date=\(value)")
        #expect(found.split(separator: " ").sorted() == expected.split(separator: " ").sorted(), "\(found)")
    }

    @Test func missingAndTwoBounds() throws {
        let set = try #require(Self.set)
        #expect(try set.ids("Observation?date:missing=true") == "none")
        #expect(
            try set.ids("Observation?date=ge2013-03-14&date=lt2013-03-15&date=sa2013-03-13")
                == "day moment paris timing")
    }

    @Test func aZoneIsMeantWhereNoneIsWritten() throws {
        var paris = testOptions
        paris.zone = 60
        let set = try #require(Self.set)
        #expect(try set.ids("Observation?date=eq2013-03-15", paris) == "paris")
        #expect(try set.ids("Observation?date=eq2013-03-14", paris) == "day moment timing")
    }

    @Test func lastUpdatedAndId() throws {
        let set = try #require(Self.set)
        #expect(try set.ids("Observation?_lastUpdated=2020-01-01T00:00:02.000Z") == "day")
        #expect(try set.ids("Observation?_lastUpdated=lt2020-01-01T00:00:02Z&_sort=-_lastUpdated") == "month year")
        #expect(try set.ids("Observation?_id=day,year,other") == "day year")
        #expect(try set.ids("Observation?_id:not=day&date=2013-03-14") == "moment paris timing")
    }

    @Test(arguments: [
        "2013-02-30", "2013-13", "13", "2013-03-14T", "2013-03-14T25:00", "xx2013", "eq", "0000",
        "2013-03-14T10:00:00+99:00", "2013-03-14 10:00", "2013,", ",2013",
    ])
    func isRefused(value: String) { #expect(throws: ClinicalIssues.self) { try query("Observation?date=\(value)") } }

    @Test func moments() {
        #expect(TimeReader.read("1970")?.low == 0)
        #expect(TimeReader.read("1969-12-31T23:59:59Z").map { $0.high } == 0)
        #expect(TimeReader.read("2000-02-29T12:00:00.123456789Z").map { $0.high - $0.low } == 1)
        #expect(TimeReader.read("2001-02-29") == nil)
        #expect(TimeReader.read("1900-02-29") == nil)
        #expect(TimeReader.read("2024-12-31").map { $0.high } == TimeReader.read("2025").map { $0.low })
        #expect(TimeReader.read("9999").map { $0.high > $0.low } == true)
    }
}
