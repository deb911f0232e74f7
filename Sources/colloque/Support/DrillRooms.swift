import Dispatch
import Foundation
import Synchronization

/// The temporary directories of a drill and the processes in them, so that a drill that is told to stop leaves neither behind.
enum DrillRooms {
    private static let rooms = Mutex<[String: Int32?]>([:])
    private static let patience = 10.0

    /// Notes a directory, and the process that uses it now, if any.
    static func note(_ room: String, process: Int32? = nil) {
        rooms.withLock { _ = $0.updateValue(process, forKey: room) }
    }

    /// Removes a directory whose process has ended.
    static func remove(_ room: String) {
        try? FileManager.default.removeItem(atPath: room)
        rooms.withLock { _ = $0.removeValue(forKey: room) }
    }

    /// Runs `body`; on SIGINT or SIGTERM ends all processes, removes all directories, and exits with status 3.
    static func guarded<R>(_ body: () async throws -> R) async throws -> R {
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { clear() }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        return try await body()
    }

    private static func clear() {
        let left = rooms.withLock { $0 }
        let processes = left.values.compactMap { $0 }
        for process in processes { kill(process, SIGTERM) }
        let deadline = Date.now.addingTimeInterval(patience)
        while processes.contains(where: { kill($0, 0) == 0 }), Date.now < deadline { usleep(20_000) }
        for room in left.keys { try? FileManager.default.removeItem(atPath: room) }
        exit(3)
    }
}
