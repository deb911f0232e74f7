import Testing
import Vocabulary

@testable import Response

@Suite("Clocks of an incident")
struct IncidentClockTests {
    typealias Samples = IncidentSamples

    private func clock(_ contents: [IncidentEvent.Content], at hours: Double) throws -> IncidentClock {
        var incident = try Samples.opened()
        for content in contents { try incident.add(content, by: Samples.author, at: Samples.hours(200)) }
        return try #require(incident.clocks(at: Samples.hours(hours)).first)
    }

    @Test func seventyTwoHoursToTheMillisecond() throws {
        let deadline = Samples.hours(1).adding(seconds: 259_200)
        var incident = try Samples.opened()
        try incident.add(Samples.aware(1), by: Samples.author, at: Samples.hours(2))
        for (shift, state, needs) in [
            (-259_200_000, IncidentClock.State.running, false), (-1, .running, false), (0, .running, false),
            (1, .overdue, true), (86_400_000, .overdue, true),
        ] {
            let clock = try #require(incident.clocks(at: deadline.adding(milliseconds: Int64(shift))).first)
            #expect(clock.deadline == deadline && clock.started == Samples.hours(1))
            #expect(clock.state == state && clock.needsReason == needs && clock.remaining == Int64(-shift))
            #expect(clock.phase == nil && clock.notified == nil)
        }
    }

    /// Paris changes on 2026-03-29 and 2026-10-25 at 01:00 UTC; moments are UTC's, so 72 hours stay 72 hours.
    @Test(arguments: [
        ("winter to summer", 1_774_612_800, "2026-03-27T12:00:00.000Z", "2026-03-30T12:00:00.000Z"),
        ("summer to winter", 1_792_843_200, "2026-10-24T12:00:00.000Z", "2026-10-27T12:00:00.000Z"),
        ("leap day", 1_835_308_800, "2028-02-28T00:00:00.000Z", "2028-03-02T00:00:00.000Z"),
        ("new year", 1_798_675_199, "2026-12-30T23:59:59.000Z", "2027-01-02T23:59:59.000Z"),
    ])
    func summerTimeAndCalendarsChangeNothing(name: String, seconds: Int64, from: String, to: String) {
        let awareness = Timestamp(seconds: seconds)
        #expect(awareness.instant == from)
        #expect(IncidentClock.deadline(after: awareness).instant == to)
        #expect(IncidentClock.deadline(after: awareness).seconds - seconds == 72 * 3_600)
    }

    @Test func whatWasSentStopsIt() throws {
        let inTime = try clock([Samples.aware(0), Samples.sent(.initial, 72)], at: 300)
        #expect(inTime.state == .sent && !inTime.needsReason && inTime.remaining == nil && inTime.phase == .initial)
        let late = try clock([Samples.aware(0), Samples.sent(.initial, 72.001)], at: 300)
        #expect(late.state == .sentLate && late.needsReason && late.notified == Samples.hours(72.001))
        let reasoned = try clock([Samples.aware(0), Samples.sent(.initial, 80, late: "holidays")], at: 300)
        #expect(reasoned.state == .sentLate && !reasoned.needsReason)
        let afterwards = try clock(
            [Samples.aware(0), Samples.sent(.initial, 80), Samples.sent(.complementary, 90, late: "holidays")], at: 300)
        #expect(afterwards.state == .sentLate && !afterwards.needsReason && afterwards.phase == .complementary)
        let complete = try clock(
            [Samples.aware(0), Samples.sent(.initial, 1), Samples.sent(.complementary, 90)], at: 300)
        #expect(complete.state == .sent && complete.phase == .complementary && !complete.needsReason)
    }

    /// The vendor's notice to the practice stops no clock of the practice.
    @Test func theVendorsNoticeIsNotThePractices() throws {
        var incident = try Samples.opened()
        for content in [Samples.aware(0, .vendor), Samples.aware(1), Samples.sent(.initial, 1, duty: .practice)] {
            try incident.add(content, by: Samples.author, at: Samples.hours(2))
        }
        let clocks = incident.clocks(at: Samples.hours(2))
        #expect(clocks.map(\.party) == [.vendor, .practice(Samples.practice)])
        #expect(clocks.map(\.state) == [.running, .running])
        #expect(clocks[0].deadline == nil && clocks[0].told == 1 && clocks[1].told == 0)
        try incident.add(Samples.closing, by: Samples.author, at: Samples.hours(3))
        #expect(incident.clocks(at: Samples.hours(3)).first { $0.party == .vendor }?.state == .closed)
        #expect(incident.clocks(at: Samples.hours(3)).first?.party == .practice(Samples.practice))
    }

    @Test func theStricterStatementCounts() throws {
        let moved = try clock([Samples.aware(10), Samples.aware(2), Samples.sent(.initial, 80)], at: 300)
        #expect(moved.started == Samples.hours(2) && moved.state == .sentLate)
        let twice = try clock([Samples.aware(0), Samples.sent(.initial, 70), Samples.sent(.initial, 75)], at: 300)
        #expect(twice.state == .sentLate && twice.notified == Samples.hours(75))
    }

    @Test func theMostUrgentComesFirst() throws {
        var incident = try Samples.opened(.vendor)
        func practice(_ number: UInt64) -> PracticeID { PracticeID(high: 0x4000, low: number) }
        let started: [Double] = [120, 30, 20, 125, 10, 11, 12]
        for (place, hours) in started.enumerated() {
            let content = Samples.aware(hours, .practice(practice(UInt64(place))))
            try incident.add(content, by: Samples.author, at: Samples.hours(140))
        }
        try incident.add(Samples.aware(1, .vendor), by: Samples.author, at: Samples.hours(140))
        for content in [
            Samples.sent(.initial, 100, of: practice(4)), Samples.sent(.initial, 20, of: practice(5)),
            Samples.sent(.initial, 20, of: practice(6)), Samples.sent(.complementary, 21, of: practice(6)),
        ] { try incident.add(content, by: Samples.author, at: Samples.hours(140)) }
        let order = incident.clocks(at: Samples.hours(140)).map(\.party)
        #expect(
            order == [
                .practice(practice(2)), .practice(practice(1)), .vendor, .practice(practice(0)), .practice(practice(3)),
                .practice(practice(4)), .practice(practice(5)), .practice(practice(6)),
            ])
        #expect(try Samples.opened().clocks(at: Samples.start).isEmpty)
    }

    @Test func oneIncidentHoldsFifteenHundredPractices() throws {
        var incident = try Samples.opened(.vendor)
        let practices = (0..<1_500).map { PracticeID(high: 0x4000, low: $0) }
        try incident.add(Samples.aware(0, .vendor), by: Samples.author, at: Samples.hours(1))
        for practice in practices {
            for content in [
                Samples.sent(.initial, 1, of: practice, duty: .practice), Samples.aware(1, .practice(practice)),
                Samples.sent(.initial, 2, of: practice), Samples.sent(.complementary, 3, of: practice),
            ] { try incident.add(content, by: Samples.author, at: Samples.hours(4)) }
        }
        #expect(incident.events.count == 6_002 && incident.size < IncidentLimit.bytes)
        let clocks = try Incident(reading: incident.lines).clocks(at: Samples.hours(5))
        #expect(clocks.count == 1_501 && clocks.count { $0.state == .sent && $0.phase == .complementary } == 1_500)
        #expect(clocks.first?.told == 1_500)
    }
}
