import Foundation
import GRDB
import Hummingbird
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import Records

/// The unprotected peer: the same server, TLS and certificate, answering the same JSON from a row in clear.
struct PeerServer: Sendable {
    private let rows: DatabasePool
    private let sessions: PeerSessions
    /// Its port on 127.0.0.1.
    let port: Int

    /// Lends one with an empty table, with the certificate that the gateway made in `directory`.
    static func with<R: Sendable>(
        directory: String, _ body: @escaping @Sendable (PeerServer) async throws -> R
    ) async throws -> R {
        let rows = try DatabasePool(path: directory + "/peer.sqlite")
        try await rows.write { db in
            try db.execute(
                sql: "CREATE TABLE resource (reference TEXT PRIMARY KEY, json BLOB, version INTEGER, updated TEXT)")
            try db.execute(
                sql: """
                    CREATE TABLE listed (path TEXT, position INTEGER, reference TEXT, PRIMARY KEY (path, position))
                    WITHOUT ROWID
                    """)
        }
        let sessions = PeerSessions()
        let (ready, told) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "peer") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            responder: PeerResponder(rows: rows, sessions: sessions),
            server: try .http2Upgrade(tlsConfiguration: try certificate(directory + "/gateway/tls")),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let result = try await Serving.with(application, logger: logger) {
            var ports = ready.makeAsyncIterator()
            guard let port = await ports.next() else { throw BenchmarkError.unexpected("peer") }
            return try await body(PeerServer(rows: rows, sessions: sessions, port: port))
        }
        try rows.close()
        return result
    }

    private static func certificate(_ directory: String) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(directory + "/server.pem").map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: directory + "/server.key", format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        return tls
    }

    /// Keeps what the gateway answers to a path, resource by resource.
    func list(_ path: String, _ records: [Records.Record]) async throws {
        try await rows.write { db in
            let resource = try db.makeStatement(sql: "INSERT OR REPLACE INTO resource VALUES (?, ?, 1, ?)")
            let listed = try db.makeStatement(sql: "INSERT OR REPLACE INTO listed VALUES (?, ?, ?)")
            for (position, record) in records.enumerated() {
                try resource.execute(
                    arguments: [record.reference, Data(record.text ?? []), "Thu, 26 Nov 2026 12:00:00 GMT"])
                try listed.execute(arguments: [path, position, record.reference])
            }
        }
    }

    /// Keeps what the gateway answers, and as many other rows as the practice has patients.
    func fill(to size: Int, with practice: ReadPractice) async throws {
        var answers: [(String, [UInt8])] = []
        for reference in practice.patients + practice.observations {
            answers.append((reference, try await practice.answer(reference)))
        }
        let known = answers
        let updated = "Thu, 26 Nov 2026 12:00:00 GMT"
        sessions.admit(practice.tokens)
        try await rows.write { db in
            let statement = try db.makeStatement(sql: "INSERT OR REPLACE INTO resource VALUES (?, ?, 1, ?)")
            for (reference, json) in known { try statement.execute(arguments: [reference, Data(json), updated]) }
            let filler = Data(count: 600)
            for index in 0..<size { try statement.execute(arguments: ["Patient/\(index)", filler, updated]) }
        }
    }
}
