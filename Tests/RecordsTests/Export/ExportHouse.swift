import BrokerAPI
import Crypto
import FHIR
import Foundation
import JSONTree
import SealedParts
import Sealing
import Testing
import Vocabulary

@testable import Broker
@testable import Records

/// A practice with records, a recipient, and a directory for what is made of them.
final class ExportHouse: Sendable {
    let house: House
    let practice: PracticeID
    let session: RecordSession
    let secret: RecipientSecret
    let directory: String

    init() async throws {
        house = try House()
        practice = try await house.practice()
        session = try await house.session(practice)
        secret = try RecipientSecret.random()
        directory = NSTemporaryDirectory() + "colloque-export-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let fingerprint = secret.publicKey.fingerprint.hexadecimal
        _ = await house.broker.admin(.addRecipient(fingerprint: fingerprint))
        _ = await house.broker.admin(.export(practice: practice, fingerprint: fingerprint))
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var file: String { directory + "/practice.export" }
    var out: String { directory + "/opened" }

    func make(_ path: String? = nil) async throws -> ExportCounts {
        try await ExportWriter.make(
            path ?? file, of: practice, from: house.store, recipient: secret.publicKey.fingerprint,
            at: house.clock.now()
        ) { after in
            let request = AdminRequest.exportKeys(practice: practice, recipient: secret.publicKey.text, after: after)
            guard case .exported(let page) = await house.broker.admin(request) else {
                throw BrokerFailure(.forbidden, "export")
            }
            return page
        }
    }

    func open(_ path: String? = nil, _ secret: RecipientSecret? = nil, digest: String? = nil) throws -> ExportCounts {
        try ExportOpener.open(path ?? file, with: secret ?? self.secret, into: out, digest: digest)
    }

    /// What refuses a file, which leaves nothing behind; nil when it is opened.
    func refusal(_ bytes: [UInt8], _ secret: RecipientSecret? = nil) throws -> String? {
        let path = directory + "/altered"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let before = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        do {
            _ = try open(path, secret)
            try FileManager.default.removeItem(atPath: out)
            return nil
        } catch let error as ExportError {
            guard try FileManager.default.contentsOfDirectory(atPath: directory).sorted() == before else {
                return "left something behind"
            }
            return error.description
        }
    }

    var bytes: [UInt8] { get throws { Array(try Data(contentsOf: URL(fileURLWithPath: file))) } }

    /// The lines of a type's file.
    func lines(_ type: String) throws -> [[UInt8]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(out)/\(type).ndjson"))
        return data.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    /// A document of so many bytes that no chunk of repeats.
    func document(_ patient: PatientID, _ count: Int) async throws -> (record: Record, content: [UInt8]) {
        let content = Array("%PDF-1.7 ".utf8) + (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        let record = try await session.createDocument(
            #require(DocumentType("application/pdf")), about: patient,
            AsyncThrowingStream<[UInt8], any Error> { stream in
                stream.yield(content)
                stream.finish()
            })
        return (record, content)
    }
}

/// An export file taken apart, to be put together otherwise.
struct Frames {
    var all: [(kind: UInt8, payload: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        var rest = bytes.dropFirst(ExportFrame.magic.count)
        while rest.count >= 5 {
            let length = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard let kind = rest.first else { return }
            all.append((kind, Array(rest.dropFirst(5).prefix(length))))
            rest = rest.dropFirst(5 + length)
        }
    }

    func places(_ frame: ExportFrame) -> [Int] { all.indices.filter { all[$0].kind == frame.rawValue } }

    /// The file, with an end that fits it: what somebody who alters one does.
    var sealed: [UInt8] {
        get throws {
            var bytes = ExportFrame.magic
            var counts = ExportCounts()
            for (kind, payload) in all where kind != ExportFrame.end.rawValue {
                bytes += Frames.bytes(kind, payload)
                switch ExportFrame(rawValue: kind) {
                case .keys: counts.pages += 1
                case .version: counts.resources += 1
                case .chunk: counts.chunks += 1
                default: break
                }
            }
            let end = ExportEnd(counts, digest: Array(SHA256.hash(data: bytes)))
            return bytes + Frames.bytes(ExportFrame.end.rawValue, end.bytes)
        }
    }

    private static func bytes(_ kind: UInt8, _ payload: [UInt8]) -> [UInt8] {
        var writer = WireWriter()
        writer.byte(kind)
        writer.data(payload)
        return writer.bytes
    }
}
