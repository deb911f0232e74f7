import BrokerAPI
import Crypto
import Foundation
import SealedParts
import Sealing
import Store
import Vocabulary

/// Opens an export with the recipient's key: offline, without a broker, an installation or a store. It holds the keys of one page and one resource in memory.
public struct ExportOpener {
    private let secret: RecipientSecret
    private var reader: ExportReader
    private let out: ExportDirectory
    private var header: ExportHeader
    private var keys: [PatientID?: HeldKeys] = [:]
    private var counts = ExportCounts()
    private var document: ExportedDocument?

    /// Writes the resources into a new directory, one file of lines (NDJSON) a type and one file a document. It stands there when all was opened and is what
    /// was sealed; otherwise nothing does.
    ///
    /// - Parameters:
    ///   - digest: The hexadecimal SHA-256 of the file that is meant; nil for whichever it is.
    ///   - isStopped: Asked at each piece of the file; true gives up.
    public static func open(
        _ path: String, with secret: RecipientSecret, into directory: String, digest: String? = nil,
        isStopped: () -> Bool = { false }
    ) throws -> ExportCounts {
        guard !FileManager.default.fileExists(atPath: directory) else {
            throw ExportError("\(directory): exists already")
        }
        let part = directory + ".part-" + UUID().uuidString
        do {
            var opener = try ExportOpener(path, secret, part)
            try opener.run(isStopped)
            guard digest == nil || digest == opener.counts.digest.hexadecimal else {
                throw ExportError("\(path): not the file of that digest")
            }
            try opener.out.finish()
            try ExportWriter.move(part, to: directory)
            return opener.counts
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private init(_ path: String, _ secret: RecipientSecret, _ directory: String) throws {
        self.secret = secret
        reader = try ExportReader(path)
        let (frame, payload) = try reader.next()
        guard frame == .header, let header = try? ExportHeader(bytes: payload) else {
            throw ExportError("header: altered")
        }
        guard header.recipient == secret.publicKey.fingerprint else {
            throw ExportError("sealed to another key: \(header.recipient.hexadecimal)")
        }
        self.header = header
        out = try ExportDirectory(directory)
    }

    private mutating func run(_ isStopped: () -> Bool) throws {
        while true {
            guard !isStopped() else { throw ExportError("stopped: nothing was written") }
            let place = reader.position
            let (frame, payload) = try reader.next()
            guard (frame == .chunk) == (document != nil) else {
                throw ExportError("\(frame) at byte \(place): out of place")
            }
            switch frame {
            case .header: throw ExportError("\(frame) at byte \(place): out of place")
            case .keys: try take(payload)
            case .version: try open(payload, at: place)
            case .chunk: try open(chunk: payload)
            case .end: return try end(payload)
            }
        }
    }

    private mutating func take(_ payload: [UInt8]) throws {
        counts.pages += 1
        let name = "keys of page \(counts.pages)"
        guard
            let plain = try? Box(bytes: payload).open(
                with: secret, purpose: ExportKeys.purpose, context: header.practice.bytes)
        else { throw ExportError("\(name): altered, or sealed to another key") }
        let bytes = unsafe plain.withUnsafeBytes { unsafe Array($0) }
        guard let page = try? ExportKeys(bytes: bytes) else { throw ExportError("\(name): not those of an export") }
        keys = [:]
        for answer in page.answers {
            guard (try? keys[answer.patient, default: HeldKeys()].take(answer, practice: header.practice)) != nil else {
                throw ExportError("\(name): not those of an export")
            }
        }
        counts.patients += keys.keys.count { $0 != nil }
    }

    private mutating func open(_ payload: [UInt8], at place: Int) throws {
        guard let version = try? ExportedVersion(bytes: payload) else {
            throw ExportError("resource at byte \(place): altered")
        }
        guard let keys = keys[version.key.patient] else { throw ExportError("\(version.key): no key") }
        try out.write(try version.opened(with: keys), type: version.key.type)
        counts.resources += 1
        guard let content = version.manifest.content else { return }
        counts.documents += 1
        document = try ExportedDocument(version, content, keys, out)
    }

    private mutating func open(chunk: [UInt8]) throws {
        counts.chunks += 1
        if try document?.add(chunk) == true { document = nil }
    }

    private mutating func end(_ payload: [UInt8]) throws {
        guard let end = try? ExportEnd(bytes: payload), end == ExportEnd(counts, digest: reader.digestBefore) else {
            throw ExportError("the file is not what was written: its digest or its numbers differ")
        }
        try reader.end()
        counts.bytes = reader.position
        counts.digest = reader.digest
    }
}
