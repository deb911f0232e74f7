import AsyncHTTPClient
import Foundation
import NIOCore

/// Sends `add-checkpoint` requests to one witness over HTTP or HTTPS: one address, no redirects, five seconds, 64 KiB.
struct WitnessPost: Sendable {
    private let address: String
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(5))))
    private static let limit = 65_536

    /// Nil for anything but an http or https URL with a host.
    init?(url: String) {
        guard let parsed = URL(string: url), ["http", "https"].contains(parsed.scheme ?? ""), parsed.host != nil,
            parsed.query == nil
        else { return nil }
        address = (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/add-checkpoint"
    }

    /// Posts a body; returns the status and body of the answer, or throws after five seconds: the client's own limit ends with the
    /// head of the answer, and a body could drip for ever.
    @Sendable func send(_ body: [UInt8]) async throws -> (status: Int, body: [UInt8]) {
        try await withThrowingTaskGroup(of: (status: Int, body: [UInt8]).self) { group in
            group.addTask { try await post(body) }
            group.addTask {
                try await Task.sleep(for: .seconds(5))
                throw HTTPClientError.deadlineExceeded
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw HTTPClientError.deadlineExceeded }
            return answer
        }
    }

    private func post(_ body: [UInt8]) async throws -> (status: Int, body: [UInt8]) {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await WitnessPost.client.execute(request, timeout: .seconds(5))
        let bytes = try await response.body.collect(upTo: WitnessPost.limit)
        return (Int(response.status.code), Array(buffer: bytes))
    }

    /// Lets go of open connections, at the end of the process.
    static func close() async { try? await client.shutdown() }
}
