import AsyncHTTPClient
import ClientKeys
import Foundation
import JSONTree
import NIOCore
import NIOSSL
import Vocabulary

/// A running `serve`, found by its `run.json`, as a client sees it.
struct RunningServer {
    let url: String
    private let client: HTTPClient

    /// Finds the server of a data directory; fails with status 3 when none runs.
    init(_ directory: DataDirectory) throws {
        guard let data = FileManager.default.contents(atPath: directory.runFile) else {
            throw Failure.broken("no running serve for \(directory.path)")
        }
        try self.init(runFile: Array(data))
    }

    /// Reads what `serve` wrote when it was ready.
    init(runFile: [UInt8]) throws {
        guard let run = try? JSONValue(parsing: runFile), let url = run["url"]?.string,
            let authority = run["ca"]?.string
        else {
            throw Failure.broken("run.json is not one of serve's")
        }
        self.url = url
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(authority)
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.timeout = .init(connect: .seconds(5), read: .seconds(120))
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async { try? await client.shutdown() }

    /// Runs a body and closes the connections, whatever becomes of it.
    func closing<R>(_ body: (RunningServer) async throws -> R) async throws -> R {
        do {
            let result = try await body(self)
            await close()
            return result
        } catch {
            await close()
            throw error
        }
    }

    /// Asks for an access token with a signed assertion (RFC 7523 §2.2).
    /// - Parameters:
    ///   - now: The installation's time; the system's unless it is simulated.
    ///   - client: The key to which the session is to be bound; nil for a bearer's.
    func token<Kind>(
        _ id: ID<Kind>, _ key: KeyPair, now: Timestamp = SystemClock().now(), binding client: KeyPair? = nil
    ) async throws -> String {
        let endpoint = url + "/oauth/token"
        let assertion = try key.assertion(subject: id, audience: endpoint, now: now, binding: client?.publicKey)
        let form =
            "grant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
            + "&client_assertion=\(assertion)" + (client.map { "&dpop_key=\($0.publicKey.text)" } ?? "")
        let answer = try await send(
            "POST", "/oauth/token", body: Array(form.utf8), type: "application/x-www-form-urlencoded", token: nil)
        guard answer.status == 200, let token = answer.json?["access_token"]?.string else {
            throw Failure.refused("sign-in was refused (\(answer.status))")
        }
        return token
    }

    /// An answer, read whole.
    struct Answer {
        let status: Int
        let body: [UInt8]
        /// Why a request proof was refused (RFC 9449 §7.1), if one was.
        var proofError: String?
        var json: JSONValue? { try? JSONValue(parsing: body) }
    }

    /// Sends one request; with a request proof as of a bound session, else as of a bearer's.
    func send(
        _ method: String, _ path: String, body: [UInt8]? = nil, type: String = "application/fhir+json", token: String?,
        proof: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url + path)
        request.method = .init(rawValue: method)
        if let token { request.headers.add(name: "Authorization", value: (proof == nil ? "Bearer " : "DPoP ") + token) }
        if let proof { request.headers.add(name: "DPoP", value: proof) }
        if let body {
            request.headers.add(name: "Content-Type", value: type)
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(300))
            let bytes = try await response.body.collect(upTo: 64 << 20)
            let challenge = response.headers.first(name: "WWW-Authenticate") ?? ""
            let error = ["use_dpop_nonce", "invalid_dpop_proof"].first(where: challenge.contains)
            return Answer(status: Int(response.status.code), body: Array(buffer: bytes), proofError: error)
        } catch {
            throw Failure.broken("serve does not answer at \(url)")
        }
    }
}
