import ClientKeys
import Foundation

/// Private keys of accounts, as PEM files of mode 0600.
enum KeyFile {
    /// Draws a key and writes it to a file that does not exist yet.
    static func create(at path: String) throws -> KeyPair {
        let pair = KeyPair()
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.refused("\(path): exists already or cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(pair.exposedPEM().utf8))
        return pair
    }

    /// Reads a private key.
    static func read(_ path: String) throws -> KeyPair {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 4_096 else {
            throw Failure.refused("\(path): cannot be read")
        }
        do {
            return try KeyPair(pem: String(decoding: data, as: UTF8.self))
        } catch {
            throw Failure.refused("\(path): not a P-256 private key in PEM")
        }
    }
}
