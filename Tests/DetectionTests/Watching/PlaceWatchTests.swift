import Foundation
import Testing
import Vocabulary

@testable import Detection

@Suite("A watch tells whence accounts come")
struct PlaceWatchTests {
    /// Forty days of eight accounts that sometimes come from elsewhere, in two logs.
    private static func write(_ files: TestFile, seed: UInt64) throws -> [SourceSpec] {
        var random = SeededRandom(seed)
        var lines: [[(Int64, String)]] = [[], []]
        for number in 0..<2_400 {
            let account = Int.random(in: 0..<8, using: &random)
            let time = Int64.random(in: 0..<(40 * 86_400_000), using: &random)
            let isOdd = Int.random(in: 0..<60, using: &random) == 0
            let origin = isOdd ? "203.0.\(Int.random(in: 0..<100, using: &random)).1" : "192.0.\(account).7"
            let country = isOdd && number.isMultiple(of: 2) ? ["DE", "IT", "RO", "PL", "BR"][number / 2 % 5] : "FR"
            let at = Timestamp(milliseconds: 1_767_600_000_000 + time)
            let line =
                #"{"@timestamp":"\#(at.instant)","action":"read","account":"a\#(account)","origin":"\#(origin)","country":"\#(country)"}"#
            lines[number % 2].append((time, line + "\n"))
        }
        return try lines.enumerated().map { place, lines in
            try files.write(lines.sorted { $0.0 < $1.0 }.map(\.1).joined(), to: "web\(place).log")
            return try #require(SourceSpec("ecs:" + files.path("web\(place).log")))
        }
    }

    private static func run(_ specs: [SourceSpec], folder: String) throws -> WatchRun {
        var reader = SigmaReader()
        _ = reader.add(
            file: "rules.yml",
            text: "{title: never, logsource: {product: web}, detection: {a: {action: never}, condition: a}}")
        var options = WatchOptions()
        options.baselines.days = 7
        let clock = ManualClock(Timestamp(milliseconds: 1_772_000_000_000))
        return try WatchRun(
            rules: reader.ruleSet().rules, sources: specs, folder: folder, follows: false, options: options,
            clock: clock
        ) { _ in WebEvents() }
    }

    private static func told(_ folder: String) throws -> [String] {
        try String(contentsOfFile: folder + "/findings.ndjson", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test(arguments: 1...UInt64(FullRuns.size(40, byDefault: 3)))
    func aRestartTellsTheSame(_ seed: UInt64) throws {
        let files = try TestFile()
        let specs = try Self.write(files, seed: seed)
        var whole = try Self.run(specs, folder: files.path("whole"))
        while try whole.step(events: 100, { _ in }) != .end {}
        let expected = try Self.told(files.path("whole"))
        #expect(expected.count { $0.contains(#""level":"low""#) } > 3)
        #expect(expected.contains { $0.contains(#"{"field":"country","value":""#) && $0.contains(#""medium""#) })
        #expect(expected.allSatisfy { $0.contains(#""rule":"baseline.network""#) })

        var random = SeededRandom(seed &+ 1_000)
        let folder = files.path("torn")
        var (isEnded, starts) = (false, 0)
        while !isEnded {
            starts += 1
            var run = try Self.run(specs, folder: folder)
            var steps = starts > 30 ? .max : Int.random(in: 1...12, using: &random)
            while steps > 0, !isEnded {
                steps -= 1
                isEnded = try run.step(events: Int.random(in: 1...60, using: &random)) { _ in } == .end
                if Bool.random(using: &random) { try run.commit() }
            }
        }
        #expect(starts > 3)
        #expect(try Self.told(folder) == expected)
    }

    /// nginx writes what a database of countries says under a name of its own.
    @Test func aMappingNamesTheCountry() throws {
        let mapping = try FieldMapping(
            yaml: "mapping: [{source: {product: nginx}, take: [{field: {geoip_country_code: country}}]}]", file: "m")
        let line =
            #"{"time_iso8601":"2026-01-05T08:30:00+00:00","remote_addr":"203.0.113.7","geoip_country_code":"FR"}"#
        let event = try #require(events(of: line, WebJSONReader(zone: .utc), mapping: mapping).events.first)
        #expect(EventPlaces(event).country?.text == "FR" && EventPlaces(event).network?.text == "203.0.113.0/24")
    }

    @Test(arguments: [
        (
            LogFormat.ecs,
            #"{"@timestamp":"2026-01-05T08:30:00Z","source":{"ip":"203.0.113.7","geo":{"country_iso_code":"FR"}}}"#
        ),
        (
            .ocsf,
            #"{"class_uid":4002,"time":1767601800000,"src_endpoint":{"ip":"203.0.113.7","location":{"country":"FR"}}}"#
        ),
    ])
    func schemasNameTheCountry(_ format: LogFormat, _ line: String) throws {
        let reader = format.reader(prefix: try #require(LogLinePrefix("%m ")), zone: .utc)
        let event = try #require(events(of: line, reader).events.first)
        #expect(EventPlaces(event).country?.text == "FR" && EventPlaces(event).network?.text == "203.0.113.0/24")
    }

    /// A name too long to be an id is not remembered: the state can be read again.
    @Test func longNamesLeaveAStateThatCanBeRead() throws {
        let files = try TestFile()
        let name = String(repeating: "n", count: 20_000)
        try files.write(
            (0..<9).map {
                #"{"@timestamp":"2026-01-0\#($0 + 1)T08:30:00.000Z","account":"\#(name)","role":"\#(name)","practice":"p","origin":"192.0.2.1"}"#
                    + "\n"
            }.joined(), to: "web.log")
        let specs = [try #require(SourceSpec("ecs:" + files.path("web.log")))]
        var run = try Self.run(specs, folder: files.path("state"))
        while try run.step(events: 100, { _ in }) != .end {}
        try run.commit()
        #expect(throws: Never.self) { _ = try Self.run(specs, folder: files.path("state")) }
    }
}
