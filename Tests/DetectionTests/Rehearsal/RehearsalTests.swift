import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Detection

@Suite("Rehearsal")
struct RehearsalTests {
    static let vendor = SyntheticVendor(
        seed: 1, practices: FullRuns.size(60, byDefault: 28), days: FullRuns.size(30, byDefault: 25))
    static let events = vendor.lines.compactMap(NginxLine.event)

    func run(_ events: [Event], _ settings: RehearsalSettings = RehearsalSettings()) -> RehearsalReport {
        var rehearsal = Rehearsal(settings)
        for event in events { rehearsal.add(event) }
        return rehearsal.finish()
    }

    @Test func attackersAreNamedAndNobodyElse() throws {
        var settings = RehearsalSettings()
        settings.roles = try RehearsalRoles(csv: SyntheticVendor.roles)
        let report = run(Self.events, settings)
        #expect(Self.events.count == Self.vendor.requests.count)
        #expect(Set(report.suspicious.map(\.name)) == Self.vendor.stolen)
        #expect(report.accounts.allSatisfy { $0.roleOrigin == .table })
        #expect(report.honestRefusals == 0)
    }

    /// As the command reads it: a file, nginx's reader, a mapping. `COLLOQUE_MONTH=FILE` keeps the log and, beside it, the roles.
    @Test func theLogIsReadAsTheCommandReadsIt() throws {
        let files = try TestFile()
        let kept = ProcessInfo.processInfo.environment["COLLOQUE_MONTH"]
        let path = kept ?? files.path("access.log")
        try Data((Self.vendor.lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        if let kept { try Data(SyntheticVendor.roles.utf8).write(to: URL(filePath: kept + ".roles")) }
        let mapping = try FieldMapping(
            yaml: """
                mapping:
                  - source: {product: nginx}
                    take:
                      - path: /api/practices/{practice}/patients/{patient}
                      - query: {practice: practice}
                """, file: "mapping.yml")
        var settings = RehearsalSettings()
        settings.roles = try RehearsalRoles(csv: SyntheticVendor.roles)
        var rehearsal = Rehearsal(settings)
        var (stream, event) = (try SourceStream([path], mapping: mapping) { CombinedReader() }, Event())
        while case .event = try stream.next(into: &event) { rehearsal.add(event) }
        #expect(stream.counts.events == Self.vendor.requests.count && stream.counts.allRefused == 0)
        let report = rehearsal.finish()
        #expect(Set(report.suspicious.map(\.name)) == Self.vendor.stolen)
        #expect(report.honestRefusals == 0)
    }

    @Test func withoutATableRolesAreGuessed() {
        let report = run(Self.events)
        let named = Set(report.suspicious.map(\.name))
        print(
            "guessed: missed \(Self.vendor.stolen.subtracting(named)), wrong \(named.subtracting(Self.vendor.stolen))")
        #expect(named == Self.vendor.stolen)
        #expect(report.accounts.allSatisfy { $0.roleOrigin == .guessed })
        #expect(report.notes.contains { $0.contains("guessed") })
    }

    @Test(arguments: 2...FullRuns.size(4, byDefault: 2) as ClosedRange<UInt64>)
    func anHonestMonthNamesNobody(_ seed: UInt64) throws {
        var settings = RehearsalSettings()
        settings.roles = try RehearsalRoles(csv: SyntheticVendor.roles)
        let vendor = SyntheticVendor(
            seed: seed, practices: FullRuns.size(20, byDefault: 6), days: FullRuns.size(30, byDefault: 20),
            attacked: false)
        let report = run(vendor.lines.compactMap(NginxLine.event), settings)
        #expect(report.suspicious.map { "\($0.name) \($0.suspicions)" } == [])
        #expect(report.honestRefusals == 0)
    }

    @Test func numbersAreThoseOfTheSlowWay() throws {
        let vendor = SyntheticVendor(
            seed: 7, practices: FullRuns.size(3, byDefault: 2), days: FullRuns.size(12, byDefault: 9), attacked: false)
        var events = vendor.lines.compactMap(NginxLine.event)
        // Of two accesses at one moment either may be the one too many: there are none here.
        for index in events.indices {
            events[index].time = events[index].time.map {
                Timestamp(milliseconds: $0.milliseconds + Int64(index % 1_000))
            }
        }
        var settings = RehearsalSettings()
        settings.roles = try RehearsalRoles(csv: SyntheticVendor.roles)
        settings.limits = try RehearsalLimits(
            csv: Role.allCases.map { "\($0.rawValue),7,25,160" }.joined(separator: "\n"))
        let report = run(events, settings)
        let oracle = RehearsalOracle(events)
        var expected: [String: Int] = [:]
        for account in report.accounts {
            let highest = WindowName.allCases.map { oracle.highest(account.name, $0) }
            #expect(account.highest == Limit(highest[0], highest[1], highest[2]), "\(account.name)")
            let hasFloor = account.role.isMembership
            guard hasFloor, account.suspicions.isEmpty else { continue }
            for (practice, count) in oracle.refusals(account.name, settings.limits[account.role]) {
                expected["\(account.role.rawValue) \(practice)", default: 0] += count
            }
        }
        let membership = report.refusals.filter { $0.role.isMembership }
        let found = Dictionary(
            uniqueKeysWithValues: membership.map { ("\($0.role.rawValue) \($0.practice)", $0.total) })
        #expect(found == expected)
        #expect(expected.values.reduce(0, +) > 100)
    }

    @Test func orderWithinTheLatenessDoesNotMatter() {
        let events = Array(Self.events.prefix(20_000))
        var random = SeededRandom(3)
        let keyed = events.map { event in
            (event, (event.time?.milliseconds ?? 0) + Int64.random(in: 0...3_600_000, using: &random))
        }
        let shuffled = keyed.sorted { $0.1 < $1.1 }.map(\.0)
        let (plain, mixed) = (run(events), run(shuffled))
        #expect(mixed.late == 0)
        #expect(plain == mixed)
    }

    @Test func whatFailedOrNamesNobodyIsPassedOver() {
        var events = Array(Self.events.prefix(3))
        for index in events.indices where index > 0 {
            var event = Event()
            event.time = index == 1 ? events[1].time : nil
            event.add("account", "x")
            event.add("patient", "1")
            if index == 1 { event.add("outcome", "failure") }
            events[index] = event
        }
        let report = run(events)
        #expect((report.accesses, report.ignored, report.accounts.count) == (1, 2, 1))
    }

    @Test func lateAccessesAreCountedAndSaid() {
        var events = Array(Self.events.prefix(100))
        var early = events[0]
        early.time = events[0].time?.adding(days: -3)
        events.append(early)
        let report = run(events)
        // The hour that waits holds the first events of a day, so that nothing has been passed on yet.
        #expect(report.late == 0)
        var later = Array(Self.events.prefix(20_000))
        later.append(early)
        let second = run(later)
        #expect(second.late == 1)
        #expect(second.notes.contains { $0.contains("too late") })
    }

    @Test func withoutRoomNumbersAreLowerBoundsAndSaySo() {
        var settings = RehearsalSettings()
        settings.maximumPatients = 2_000
        let events = Array(Self.events.prefix(FullRuns.size(30_000, byDefault: 12_000)))
        let (full, cut) = (run(events), run(events, settings))
        #expect(cut.isFull)
        #expect(cut.notes.contains { $0.contains("lower bounds") })
        let real = Dictionary(uniqueKeysWithValues: full.accounts.map { ($0.name, $0.highest) })
        for account in cut.accounts {
            #expect(account.highest.month <= real[account.name]?.month ?? 0)
        }
        settings.maximumAccounts = 10
        #expect(run(events, settings).unplaced > 0)
    }

    @Test func theReportIsJSONAndText() throws {
        let report = run(Array(Self.events.prefix(5_000)))
        let json = try JSONValue(parsing: report.json.bytes)
        #expect(json["accounts"]?.array?.count == report.accounts.count)
        #expect(json["honest_refusals"]?.number?.int64 == 0)
        #expect(report.text(rows: 2).contains("accounts more"))
    }
}
