import AsyncHTTPClient
import Foundation
import NIOCore

/// One request to a provider: no redirects, five seconds for all of it, 64 KiB. It is posted when it has a form.
struct OpenIDFetch: Sendable {
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(3), read: .seconds(5))))
    private static let limit = 65_536

    let address: String
    var form: String?
    var authorization: String?

    /// Returns the body of an answer with the status 200. Throws ``OpenIDFailure``.
    func run() async throws -> [UInt8] {
        do {
            return try await withThrowingTaskGroup(of: [UInt8].self) { group in
                group.addTask { try await ask() }
                group.addTask {
                    // The client's own limit ends with the head of the answer, and a body could drip for ever.
                    try await Task.sleep(for: .seconds(5))
                    throw OpenIDFailure.slow
                }
                defer { group.cancelAll() }
                guard let body = try await group.next() else { throw OpenIDFailure.slow }
                return body
            }
        } catch let failure as OpenIDFailure {
            throw failure
        } catch is NIOTooManyBytesError {
            throw OpenIDFailure.tooLarge
        } catch let error as HTTPClientError where OpenIDFetch.slow.contains(error) {
            throw OpenIDFailure.slow
        } catch {
            throw OpenIDFailure.unreachable
        }
    }

    private static let slow: [HTTPClientError] = [.deadlineExceeded, .readTimeout, .connectTimeout]

    private func ask() async throws -> [UInt8] {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "Accept", value: "application/json")
        if let form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        let response = try await OpenIDFetch.client.execute(request, timeout: .seconds(5))
        switch response.status.code {
        case 200: return Array(buffer: try await response.body.collect(upTo: OpenIDFetch.limit))
        case 300..<400: throw OpenIDFailure.redirected
        case 400, 401, 403: throw OpenIDFailure.denied
        default: throw OpenIDFailure.status
        }
    }

    /// Lets go of open connections, at the end of the process.
    static func close() async { try? await client.shutdown() }
}
