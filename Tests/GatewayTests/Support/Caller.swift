import AsyncHTTPClient
import ClientKeys
import Foundation
import Gateway
import JSONTree
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing
import Vocabulary

/// A client program: real HTTPS, trusting the installation's own authority alone.
struct Caller: Sendable {
    let addresses: GatewayAddresses
    let key: KeyPair
    let subject: MemberID
    var token = ""

    /// What came back.
    struct Reply: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]
        let version: HTTPVersion

        var json: JSONValue? { try? JSONValue(parsing: body) }
        var text: String { String(decoding: body, as: UTF8.self) }
        /// The first `details.coding.code` of an OperationOutcome.
        var code: String? { issue?["details"]?["coding"]?.array?.first?["code"]?.string }
        var issue: JSONValue? { json?["issue"]?.array?.first }
        var expressions: [String] {
            (json?["issue"]?.array ?? []).flatMap { $0["expression"]?.array ?? [] }.compactMap(\.string)
        }
        var entries: [JSONValue] { json?["entry"]?.array ?? [] }
        var id: String? { json?["id"]?.string }
        /// All headers but those that differ from one answer to the next.
        var stableHeaders: [String] {
            headers.filter { !["date", "x-request-id", "dpop-nonce"].contains($0.name.lowercased()) }
                .map { "\($0.name.lowercased()): \($0.value)" }.sorted()
        }
    }

    /// A signed assertion for this installation.
    func assertion(audience: String? = nil) throws -> String {
        try key.assertion(
            subject: subject, audience: audience ?? addresses.url + "/oauth/token", now: SystemClock().now())
    }

    mutating func signIn() async throws {
        let reply = try await form("/oauth/token", Caller.tokenForm(try assertion()))
        token = try #require(reply.json?["access_token"]?.string, "\(reply.status)")
    }

    static func tokenForm(_ assertion: String) -> String {
        "grant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3A"
            + "client-assertion-type%3Ajwt-bearer&client_assertion=\(assertion)"
    }

    func form(_ path: String, _ form: String) async throws -> Reply {
        try await send("POST", path, Array(form.utf8), ["content-type": "application/x-www-form-urlencoded"])
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", path, nil, headers)
    }

    func post(_ path: String, _ json: JSONValue, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send("POST", path, json.bytes, ["content-type": "application/fhir+json"].merging(headers) { $1 })
    }

    func put(_ path: String, _ json: JSONValue, _ headers: [String: String] = [:]) async throws -> Reply {
        try await send("PUT", path, json.bytes, ["content-type": "application/fhir+json"].merging(headers) { $1 })
    }

    func delete(_ path: String) async throws -> Reply { try await send("DELETE", path, nil) }

    /// Sends a request; HTTP/2 where both sides can, unless `http1`.
    func send(
        _ method: String, _ path: String, _ body: [UInt8]?, _ headers: [String: String] = [:], http1: Bool = true
    ) async throws -> Reply {
        let url = path.hasPrefix("http") ? path : addresses.url + path
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: method)
        if !token.isEmpty { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let final = request
        return try await Caller.client(trusting: addresses.ca ?? "", http1: http1) { client in
            let response = try await client.execute(final, timeout: .seconds(60))
            let bytes = try await response.body.collect(upTo: 64 << 20)
            return Reply(
                status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView),
                version: response.version)
        }
    }

    private static func client<R: Sendable>(
        trusting authority: String, http1: Bool, _ body: (HTTPClient) async throws -> R
    ) async throws -> R {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(authority)
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.httpVersion = http1 ? .http1Only : .automatic
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let result = try await body(client)
            try await client.shutdown()
            return result
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}
