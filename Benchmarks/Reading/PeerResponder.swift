import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Answers `/fhir/Type/id` with the row of that reference, as it is, to who has a bearer token that it knows; with the
/// headers that the gateway sends, so that both do the same work of HTTP and TLS.
struct PeerResponder: HTTPResponder {
    /// What a row holds.
    struct Resource: Sendable {
        let json: [UInt8]
        let version: Int64
        let updated: String
    }

    let rows: DatabasePool
    let sessions: PeerSessions

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard sessions.knows(request.headers[.authorization]) else { return Response(status: .unauthorized) }
        let reference = String(request.uri.path.dropFirst("/fhir/".count))
        guard let resource = try PeerResponder.row(reference, rows) else { return Response(status: .notFound) }
        var headers: HTTPFields = [
            .contentType: "application/fhir+json; charset=utf-8", .eTag: "W/\"\(resource.version)\"",
            .lastModified: resource.updated, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            .strictTransportSecurity: "max-age=31536000",
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        ]
        if let name = HTTPField.Name("X-Request-Id") {
            headers[name] = String(UInt64.random(in: .min ... .max), radix: 16)
        }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: resource.json)))
    }

    /// On the calling thread, as the store reads.
    private static func row(_ reference: String, _ rows: DatabasePool) throws -> Resource? {
        try rows.unsafeRead { db in
            let statement = try db.cachedStatement(
                sql: "SELECT json, version, updated FROM resource WHERE reference = ?")
            return try Row.fetchOne(statement, arguments: [reference]).map { row in
                Resource(json: [UInt8](row[0] as Data), version: row[1], updated: row[2])
            }
        }
    }
}

/// The bearer tokens that the peer knows.
final class PeerSessions: Sendable {
    private let tokens = Mutex<Set<String>>([])

    func admit(_ more: [String]) { tokens.withLock { $0.formUnion(more) } }

    func knows(_ authorization: String?) -> Bool {
        guard let authorization, authorization.hasPrefix("Bearer ") else { return false }
        return tokens.withLock { $0.contains(String(authorization.dropFirst(7))) }
    }
}
