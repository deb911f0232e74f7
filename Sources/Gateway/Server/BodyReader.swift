import Hummingbird
import NIOCore

/// Reads a request's body within a number of bytes and seconds.
enum BodyReader {
    /// Throws 413 as soon as it is too large, by its announced length already, and 408 when it does not come in time.
    static func read(_ request: Request, limit: Int, seconds: Int64) async throws -> [UInt8] {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard (announced ?? 0) <= limit else { throw HTTPRefusal.bodyTooLarge }
        let body = request.body
        return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask { try await collect(body, limit: limit) }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let bytes = first else { throw HTTPRefusal.bodyTooSlow }
            guard announced == nil || announced == bytes.count else { throw HTTPRefusal.bodyIncomplete }
            return bytes
        }
    }

    private static func collect(_ body: RequestBody, limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw HTTPRefusal.bodyTooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        // A cancelled stream ends like a whole one.
        try Task.checkCancellation()
        return bytes
    }
}
