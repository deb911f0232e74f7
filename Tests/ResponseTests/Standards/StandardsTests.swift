import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("The three documents of an incident")
struct StandardsTests {
    private func documents(_ incident: IncidentSummary) -> [(name: String, value: JSONValue)] {
        [
            ("veris", VERISRecord(incident).value), ("stix", STIXBundle(incident).value),
            ("ocsf", OCSFIncident(incident).value),
        ]
    }

    @Test func aSecondRunGivesTheSameBytes() throws {
        let first = documents(try SampleIncident.breach())
        let shuffled = try SampleIncident.summary(
            practices: SampleIncident.country.reversed(), severity: try SampleIncident.breach().severity,
            observables: SampleIncident.observables.reversed())
        for (a, b) in zip(first, documents(shuffled)) { #expect(a.value.bytes == b.value.bytes, "\(a.name)") }
    }

    @Test func noPersonalData() throws {
        let incident = try SampleIncident.summary(
            title: "Mail to jeanne.dupont@example.org about 2 55 08 14 168 025 38",
            text: "Her number is 06 12 34 56 78.", practices: [SampleScope.scope([.identity: Bounds(1)])])
        for (name, value) in documents(incident) {
            let text = String(decoding: value.bytes, as: UTF8.self)
            for personal in ["jeanne", "2 55 08", "06 12"] { #expect(!text.contains(personal), "\(name)") }
            #expect(text.contains("[removed]"))
        }
    }

    @Test func hostileTextStaysDataAndIsCut() throws {
        let hostile =
            "\"},\"x\":{\u{0}\u{1B}]0;\u{202E}</script>'; DROP--\n=cmd|' /C calc'!A0"
            + String(repeating: "é", count: 5_000)
        let calm = documents(try SampleIncident.summary(title: "a", text: "b", practices: []))
        let documents = documents(try SampleIncident.summary(title: hostile, text: hostile, practices: []))
        for ((name, value), (_, plain)) in zip(documents, calm) {
            let bytes = value.bytes
            #expect(try JSONValue(parsing: bytes) == value, "\(name)")
            #expect(value.object?.members.map(\.key) == plain.object?.members.map(\.key))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("\\\"},\\\"x\\\":{"))
            #expect(text.contains(ClippedText.mark))
            #expect(!text.contains("\u{202E}") && !text.contains("\\u001b") && !text.contains("\\n"))
        }
        let title = try #require(documents[2].value["message"]?.string)
        #expect(title.utf8.count <= IncidentSummary.titleBytes && title.hasSuffix(ClippedText.mark))
    }

    @Test func emptyTextAndNobodyGiveWholeDocuments() throws {
        let incident = try SampleIncident.summary(title: " ", text: "", practices: [])
        for (name, value) in documents(incident) {
            #expect(!String(decoding: value.bytes, as: UTF8.self).contains("\"\""), "\(name)")
        }
    }

    /// The folder for `scripts/standards`; without it the test is skipped.
    private static let folder = ProcessInfo.processInfo.environment["STANDARDS_DOCUMENTS"]

    @Test("Documents for the validators", .enabled(if: folder != nil, "STANDARDS_DOCUMENTS names no folder"))
    func documentsForTheValidators() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder), isDirectory: true)
        for (kind, incident) in try cases() {
            let place = folder.appendingPathComponent(kind, isDirectory: true)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (name, value) in documents(incident) {
                try Data(value.bytes).write(to: place.appendingPathComponent("\(name).json"))
            }
        }
    }

    /// The realistic case, an empty one, and one of each cause and discovery.
    private func cases() throws -> [(String, IncidentSummary)] {
        var out = [("breach", try SampleIncident.breach())]
        out.append(("empty", try SampleIncident.summary(title: "\u{0}\"é", text: "", practices: [])))
        for (number, action) in IncidentSummary.Cause.Action.allCases.enumerated() {
            let actors = IncidentSummary.Cause.Actor.allCases
            let cause = IncidentSummary.Cause(
                actor: actors[number % actors.count], action: action, isMalicious: number.isMultiple(of: 2))
            let progress = IncidentSummary.Standing.Progress.allCases[number % 3]
            let confidence = IncidentSummary.Standing.Confidence.allCases[number % 4]
            let standing = IncidentSummary.Standing(
                isConfirmed: false, confidence: confidence, progress: progress)
            out.append(
                (
                    "cause-\(action.rawValue)",
                    try SampleIncident.summary(
                        practices: [SampleScope.scope([.medical: Bounds(3)])], cause: cause, standing: standing)
                ))
        }
        for discovery in IncidentSummary.Discovery.allCases {
            let times = IncidentSummary.Times(written: SampleIncident.began)
            out.append(
                (
                    "found-\(discovery.rawValue)",
                    try SampleIncident.summary(practices: [], times: times, discovery: discovery)
                ))
        }
        return out
    }
}
