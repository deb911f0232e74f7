import Hummingbird
import NIOCore

/// A request's body in pieces, as a document arrives: bounded in bytes, and each piece in time.
///
/// Whoever sends slower than ``GatewayLimits/documentBytesPerSecond`` on the whole is cut off.
struct BodyPieces: AsyncSequence, Sendable {
    let body: RequestBody
    /// Bytes that the head announced, if it did.
    let announced: Int?
    let limits: GatewayLimits

    /// Throws 411 for a body whose length is not announced, since one that is cut off would look whole, and 413 for one that is
    /// too large.
    init(_ request: Request, limits: GatewayLimits) throws(HTTPRefusal) {
        body = request.body
        announced = request.headers[.contentLength].flatMap { Int($0) }
        self.limits = limits
        guard let announced else { throw .lengthRequired }
        guard announced <= limits.maximumDocumentBytes else { throw .bodyTooLarge }
    }

    struct Iterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        let announced: Int?
        let limits: GatewayLimits
        let start = ContinuousClock.now
        var count = 0

        mutating func next() async throws -> [UInt8]? {
            guard let buffer = try await base.next() else {
                // A cancelled stream ends like a whole one.
                try Task.checkCancellation()
                guard announced == nil || announced == count else { throw HTTPRefusal.bodyIncomplete }
                return nil
            }
            count += buffer.readableBytes
            guard count <= limits.maximumDocumentBytes else { throw HTTPRefusal.bodyTooLarge }
            let seconds = start.duration(to: .now).components.seconds
            guard seconds < limits.bodySeconds || Int64(count) / seconds >= limits.documentBytesPerSecond else {
                throw HTTPRefusal.bodyTooSlow
            }
            return Array(buffer.readableBytesView)
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(base: body.makeAsyncIterator(), announced: announced, limits: limits)
    }
}
