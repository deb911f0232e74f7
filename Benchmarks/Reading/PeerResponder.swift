import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Answers `/fhir/Type/id` with the row of that reference, as it is, and what it was told of the answer to a whole path
/// with a Bundle of those rows, to who has a bearer token that it knows; with the headers that the gateway sends, so that
/// both do the same work of HTTP and TLS.
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
        let path = request.uri.string
        let isBundle = path.contains { $0 == "?" || $0 == "$" }
        let found = isBundle ? try PeerResponder.bundle(path, rows) : try PeerResponder.row(reference, rows)
        guard let resource = found else { return Response(status: .notFound) }
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

    /// The rows of a path's answer, between the brackets of a searchset; it looks for nothing.
    private static func bundle(_ path: String, _ rows: DatabasePool) throws -> Resource? {
        try rows.unsafeRead { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT resource.reference, json FROM listed JOIN resource USING (reference)
                    WHERE path = ? ORDER BY position
                    """)
            let cursor = try Row.fetchCursor(statement, arguments: [path])
            var json = [UInt8](#"{"resourceType":"Bundle","type":"searchset","entry":["#.utf8)
            var count = 0
            while let row = try cursor.next() {
                if count > 0 { json.append(UInt8(ascii: ",")) }
                let url: String = row[0]
                json += #"{"fullUrl":"https://localhost/fhir/\#(url)","resource":"#.utf8
                json += row[1] as Data
                json += #","search":{"mode":"match"}}"#.utf8
                count += 1
            }
            json += "]}".utf8
            return count > 0 ? Resource(json: json, version: 1, updated: "Thu, 26 Nov 2026 12:00:00 GMT") : nil
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
