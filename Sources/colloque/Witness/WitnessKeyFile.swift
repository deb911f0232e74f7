import Crypto
import Foundation
import Ledger

/// A witness's signing key: a file of mode 0600 with its name and 32 bytes of Ed25519 private key, hexadecimal, on two lines.
enum WitnessKeyFile {
    /// Reads the key, or draws one under `name` when there is no file yet.
    static func open(_ path: String, name: String) throws -> NoteSigner {
        if !FileManager.default.fileExists(atPath: path) { try create(path, name: name) }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 1_024 else {
            throw Failure.refused("\(path): cannot be read")
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let secret = [UInt8](hexadecimal: String(lines[1])),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret),
            let signer = try? NoteSigner(name: String(lines[0]), privateKey: key, algorithm: .cosignature)
        else { throw Failure.refused("\(path): not a witness's key") }
        return signer
    }

    private static func create(_ path: String, name: String) throws {
        let key = Curve25519.Signing.PrivateKey()
        guard (try? NoteSigner(name: name, privateKey: key, algorithm: .cosignature)) != nil else {
            throw Failure.usage("--name: without spaces and '+'")
        }
        let descriptor = unsafe Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.refused("\(path): cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let secret = Array(key.rawRepresentation).hexadecimal
        try handle.write(contentsOf: Data("\(name)\n\(secret)\n".utf8))
        try handle.synchronize()
    }
}
