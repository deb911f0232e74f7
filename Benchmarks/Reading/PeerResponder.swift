import Foundation
import GRDB
import Hummingbird
import NIOCore

/// Answers `/fhir/Type/id` with the row of that reference, as it is.
struct PeerResponder: HTTPResponder {
    let rows: DatabasePool

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let reference = String(request.uri.path.dropFirst("/fhir/".count))
        guard let json = try PeerResponder.row(reference, rows) else { return Response(status: .notFound) }
        return Response(
            status: .ok, headers: [.contentType: "application/fhir+json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    /// On the calling thread, as the store reads.
    private static func row(_ reference: String, _ rows: DatabasePool) throws -> Data? {
        try rows.unsafeRead { db in
            let statement = try db.cachedStatement(sql: "SELECT json FROM resource WHERE reference = ?")
            return try Data.fetchOne(statement, arguments: [reference])
        }
    }
}
