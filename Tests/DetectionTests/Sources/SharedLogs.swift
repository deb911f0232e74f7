import Foundation
import Testing

@testable import Detection

/// Real logs, from the shared data; tests that need them say so where they are absent.
enum SharedLogs {
    static let missing: Comment = "the shared data is not there (COLLOQUE_SHARED)"

    static let directory: String? = {
        var url = URL(filePath: #filePath).resolvingSymlinksInPath()
        while url.path != "/", !FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) {
            url.deleteLastPathComponent()
        }
        let shared = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] ?? url.path + "/../shared"
        let logs = shared + "/data/logs"
        return FileManager.default.fileExists(atPath: logs) ? logs : nil
    }()

    static var areThere: Bool { directory != nil }

    static func path(_ name: String) throws -> String { try #require(directory) + "/" + name }
}

/// Reads a source, at most as many events; kept, they would take much memory, so each is shown to a closure.
@discardableResult func readAll(
    _ path: String, atMost limit: Int = .max, reader: @escaping @Sendable () -> any LogReader,
    event body: (Event) throws -> Void = { _ in }
) throws -> ReadCounts {
    var stream = try SourceStream([path], reader: reader)
    var event = Event()
    while stream.counts.events < limit, case .event = try stream.next(into: &event) { try body(event) }
    return stream.counts
}

/// The events of some lines, flushed at the end, and what was refused.
func events(
    of text: String, _ reader: any LogReader, mapping: FieldMapping = FieldMapping()
) -> (events: [Event], refused: [ReadOutcome.Refusal]) {
    var reader = reader
    var mapper = FieldMapper(mapping)
    var (events, refused): ([Event], [ReadOutcome.Refusal]) = ([], [])
    func take(_ outcome: ReadOutcome, _ event: Event) -> Bool {
        var event = event
        switch outcome {
        case .event:
            mapper.apply(to: &event)
            events.append(event)
        case .refused(let reason): refused.append(reason)
        case .nothing: return false
        }
        return true
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        var event = Event()
        _ = take(reader.read(Array(line), into: &event), event)
        repeat { event.clear() } while take(reader.next(into: &event), event)
    }
    var event = Event()
    while take(reader.flush(into: &event), event) { event.clear() }
    return (events, refused)
}
