import Foundation
import SealedParts
import Sealing
import Vocabulary

/// The two key files of a recipient of exports (docs/formats/sealing.md, Box).
enum RecipientFile {
    private static let maximumBytes = 4_096

    /// Writes a pair into two files that do not exist yet.
    static func write(_ secret: RecipientSecret, to path: String, publicly publicPath: String) throws {
        guard !FileManager.default.fileExists(atPath: publicPath) else {
            throw Failure.refused("\(publicPath): exists already")
        }
        try write(secret.contents, to: path, mode: 0o600)
        do {
            try write(SecretBytes(Array((secret.publicKey.text + "\n").utf8)), to: publicPath, mode: 0o644)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    /// Reads a public key.
    static func read(_ path: String) throws -> RecipientKey {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        guard let key = try? RecipientKey(text: text.hasSuffix("\n") ? String(text.dropLast()) : text) else {
            throw Failure.refused("\(path): not a recipient's public key")
        }
        return key
    }

    /// Reads a private key.
    static func readSecret(_ path: String) throws -> RecipientSecret {
        var bytes = try bytes(path)
        defer { unsafe bytes.withUnsafeMutableBytes { unsafe wipe($0) } }
        guard let secret = try? RecipientSecret(contents: SecretBytes(bytes)) else {
            throw Failure.refused("\(path): not a recipient's private key")
        }
        return secret
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: maximumBytes + 1), data.count <= maximumBytes
        else { throw Failure.refused("\(path): cannot be read") }
        return Array(data)
    }

    private static func write(_ contents: SecretBytes, to path: String, mode: mode_t) throws {
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Failure.refused("\(path): exists already or cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try unsafe contents.withUnsafeBytes { try handle.write(contentsOf: unsafe Data($0)) }
        try handle.synchronize()
    }
}
