import Hummingbird
import NIOCore

/// A body of a known length that is written piece by piece, as fast as its reader takes it.
struct AnswerStream: Sendable {
    /// Bytes in all.
    let length: UInt64
    /// Writes the pieces. What it throws ends the connection: an answer that is cut short shows that it is.
    let write: @Sendable (_ piece: ([UInt8]) async throws -> Void) async throws -> Void

    /// For the server.
    var body: ResponseBody {
        ResponseBody(contentLength: Int(length)) { writer in
            var writer = writer
            try await write { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
    }
}
