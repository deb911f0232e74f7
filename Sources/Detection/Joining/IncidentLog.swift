import Foundation
import Vocabulary

/// Joins the findings of a watch into incidents and adds those that are closed to a file, a line each; open ones when they
/// first reach level high, and at the end of a run.
///
/// Which incidents there are is decided by the findings alone, and `findings.ndjson` holds each once, over crashes too.
/// So after a crash the findings since the last state are taken from there again; lines that an earlier run wrote are
/// known by their keys and not written twice, as long as the span of the options is longer than updates of a finding
/// come (``GateOptions/renotify``; docs/decisions/0026-restart-by-reading-again.md).
public struct IncidentLog {
    /// A finding may be told so much later than events of its time, as the last update of one that was folded.
    public static let margin: Int64 = 6 * 3_600_000
    private static let between = 256
    private let path: String
    private let folder: String?
    private let margin: Int64
    private let handle: FileHandle
    private var state: IncidentState
    /// Findings since the state was written.
    private var added = 0

    /// Opens the file, made when it is not there, and goes on from the state in the watch's folder; without one nothing
    /// is remembered.
    public init(
        path: String, folder: String?, options: IncidentOptions = IncidentOptions(),
        margin: Int64 = IncidentLog.margin
    ) throws {
        (self.path, self.folder, self.margin) = (path, folder, margin)
        let known = try folder.map { try IncidentState.read($0 + "/incidents.json") } ?? nil
        state = known ?? IncidentState(joiner: IncidentJoiner(options: options))
        let isThere =
            FileManager.default.fileExists(atPath: path)
            || FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isThere, let handle = FileHandle(forUpdatingAtPath: path) else { throw SourceError(.write, path) }
        self.handle = handle
        // One that is shorter was put away by people: it begins anew.
        if Int64(try handle.seekToEnd()) < state.length { state.length = 0 }
        try knowLines()
        try takeFindings()
    }

    /// Knows what was written after the state; a line that was torn by a crash is cut off.
    private mutating func knowLines() throws {
        guard folder != nil else { return }
        var written = state.written
        state.length = try WholeLines.read(path, from: state.length) { line in
            guard let key = IncidentLine.key(reading: line) else { throw SourceError(.watchState, path) }
            written.insert(key)
        }
        state.written = written
        try handle.truncate(atOffset: UInt64(state.length))
        try handle.seekToEnd()
    }

    /// Takes the findings after the state.
    private mutating func takeFindings() throws {
        guard let file = findings else { return }
        var log = self
        let end = try WholeLines.read(file, from: state.findings) { line in
            guard let finding = try? FindingLine.read(line) else { throw SourceError(.watchState, file) }
            try log.take(finding)
        }
        self = log
        state.findings = end
    }

    private var findings: String? { folder.map { $0 + "/findings.ndjson" } }

    /// Takes a finding that was told, in the order of `findings.ndjson`. Those that stood there at the start are taken.
    public mutating func add(_ finding: Finding) throws {
        state.findings += Int64(FindingLine.write(finding).count)
        try take(finding)
    }

    private mutating func take(_ finding: Finding) throws {
        added += 1
        let place = state.joiner.add(finding)
        try close(before: Timestamp(milliseconds: .min))
        guard let incident = place.flatMap({ state.joiner.candidate($0) }), incident.level >= .high,
            state.told[incident.id] == nil
        else { return }
        try write(incident, isOpen: true)
    }

    /// Says how far a watch has come: what nothing can join any more is closed.
    public mutating func advance(to watermark: Timestamp) throws {
        try close(before: watermark.adding(milliseconds: -margin))
    }

    private mutating func close(before moment: Timestamp) throws {
        for incident in state.joiner.advance(to: moment) { try write(incident, isOpen: false) }
    }

    /// The end of a run: open incidents are told as they are now.
    public mutating func finish() throws {
        for incident in state.joiner.open
        where state.told[incident.id] != IncidentLine.key(incident, isOpen: true) {
            try write(incident, isOpen: true)
        }
        try handle.synchronize()
    }

    /// Writes the state, when there is much since it was written or it is the last time. After the watch's own.
    public mutating func commit(isLast: Bool = false) throws {
        guard let folder, let findings, added > 0, isLast || added >= Self.between else { return }
        try handle.synchronize()
        try FileHandle(forReadingAtPath: findings)?.synchronize()
        let open = Set(state.joiner.open.map(\.id))
        state.told = state.told.filter { open.contains($0.key) }
        state.written = state.written.filter { IncidentLine.openID($0).map(open.contains) ?? true }
        try state.write(folder + "/incidents.json")
        added = 0
    }

    private mutating func write(_ incident: CandidateIncident, isOpen: Bool) throws {
        let key = IncidentLine.key(incident, isOpen: isOpen)
        state.told[incident.id] = isOpen ? key : nil
        guard state.written.remove(key) == nil else { return }
        let line = IncidentLine.write(incident, isOpen: isOpen)
        try handle.write(contentsOf: line)
        state.length += Int64(line.count)
    }
}
