import Foundation
import Response

/// The one incident of a file, an event a line: for a practice that runs one without the vendor. The file is not sealed.
struct FileIncidents: IncidentKeeping {
    let path: String

    func all() async throws -> [KeptIncident] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let handle = try opened(O_RDONLY)
        return [KeptIncident(incident: try read(handle), resource: nil)]
    }

    func one(_ id: IncidentID?) async throws -> KeptIncident {
        try IncidentSelection.only(try await all().filter { id == nil || $0.incident.id == id })
    }

    func keep(_ incident: Incident) async throws {
        try append(incident.lines, to: try opened(O_WRONLY | O_CREAT | O_EXCL))
    }

    func keep(_ incident: Incident, after kept: KeptIncident) async throws -> Bool {
        let handle = try opened(O_RDWR)
        guard flock(handle.fileDescriptor, LOCK_EX) == 0 else { throw Failure.broken("\(path): cannot be locked") }
        guard try read(handle).head == kept.incident.head else { return false }
        // The last line may have lost its end.
        let isWhole = try handle.seekToEnd() == UInt64(kept.incident.size)
        let lines = incident.lines.dropFirst(kept.incident.size)
        try append((isWhole ? [] : [UInt8(ascii: "\n")]) + lines, to: handle)
        return true
    }

    func versions(of kept: KeptIncident) async throws -> Int { 1 }

    /// The file; closed, and its lock given back, when the handle goes.
    private func opened(_ flags: Int32) throws -> FileHandle {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let isNew = flags & O_CREAT != 0
            throw Failure.refused("\(path): " + (isNew ? "exists already or cannot be written" : "cannot be opened"))
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private func read(_ handle: FileHandle) throws -> Incident {
        let bytes = Array(try handle.read(upToCount: IncidentLimit.bytes + 1) ?? Data())
        do throws(IncidentError) {
            return try Incident(reading: bytes)
        } catch {
            throw Failure.broken("\(path): \(error)")
        }
    }

    private func append(_ lines: [UInt8], to handle: FileHandle) throws {
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(lines))
        try handle.synchronize()
    }
}
