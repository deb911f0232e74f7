import Foundation

/// What an ``IncidentLog`` remembers: the open incidents at a place of the file of findings.
struct IncidentState: Codable {
    static let version = 1
    private static let maximumBytes = 1 << 30
    var version = IncidentState.version
    var joiner: IncidentJoiner
    /// Bytes of the file of findings that were taken.
    var findings: Int64 = 0
    /// Bytes of the file of incidents that were written.
    var length: Int64 = 0
    /// Keys of lines that are written but were not found again.
    var written: Set<String> = []
    /// By id: the key of what was told last of an incident that is open.
    var told: [String: String] = [:]

    /// Reads the state; nil when there is none.
    static func read(_ path: String) throws(SourceError) -> IncidentState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= maximumBytes,
            let state = try? JSONDecoder().decode(IncidentState.self, from: data), state.version == version
        else { throw SourceError(.watchState, path) }
        return state
    }

    func write(_ path: String) throws(SourceError) {
        guard let data = try? JSONEncoder().encode(self) else { throw SourceError(.write, path) }
        try AtomicFile.write(Array(data), to: path)
    }
}
