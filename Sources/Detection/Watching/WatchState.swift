import Foundation
import Vocabulary

/// The state of a watch on disk: what was told and done up to a moment, and places before it from which is read again to fill the
/// windows (docs/decisions/0026-restart-by-reading-again.md).
struct WatchState: Codable {
    static let version = 1
    private static let maximumBytes = 256 << 20
    var version = WatchState.version
    /// Events done, by source.
    var counts: [String: Int64]
    /// What correlations found before it was told; nil before the first event with a time.
    var told: Timestamp?
    /// Bytes of the findings' file that belong to this state.
    var findings: Int64
    /// Oldest first; the last one is the place of this state.
    var marks: [WatchMark]
    var gate: FindingGate
    /// Lines of ``Baselines``.
    var baselines: [String]
    /// Lines of ``Places``; nil in a state of before there were any.
    var places: [String]?

    /// Reads the state; nil when there is none.
    static func read(_ path: String) throws(SourceError) -> WatchState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= maximumBytes,
            let state = try? JSONDecoder().decode(WatchState.self, from: data), state.version == version
        else { throw SourceError(.watchState, path) }
        return state
    }

    func write(_ path: String) throws(SourceError) {
        guard let data = try? JSONEncoder().encode(self) else { throw SourceError(.write, path) }
        try AtomicFile.write(Array(data), to: path)
    }

    /// The newest place from which all windows that may be open are filled again: everything before it is older than the longest
    /// window at what was told. Nil when there is none: then everything is read again.
    func start(reach: Int64) -> WatchMark? {
        guard let told else { return marks.first }
        return marks.last { $0.moment < told.milliseconds - reach }
    }

    /// Leaves out places that are not needed: all before the one to start from, and those close to each other.
    mutating func thin(reach: Int64) {
        if let start = start(reach: reach), let place = marks.firstIndex(of: start) { marks.removeFirst(place) }
        var kept: [WatchMark] = []
        for (place, mark) in marks.enumerated() {
            let isFar = kept.last.map { mark.moment - $0.moment >= reach / 16 } ?? true
            if isFar || place == marks.count - 1 { kept.append(mark) }
        }
        marks = kept
    }
}
