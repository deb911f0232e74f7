import BrokerAPI
import Foundation
import Sealing
import Vocabulary

/// Makes installations. The broker's own program writes the keys: nothing else ever holds one.
enum Installation {
    /// Makes the directories, the root key's file when it does not exist, and the broker's database and ledger.
    static func create(_ directory: DataDirectory, keyFile: String, simulated: Bool) async throws {
        guard !directory.contains(keyFile) else {
            throw Failure.usage("the root key's file must lie outside the data directory")
        }
        try directory.create()
        let key = URL(fileURLWithPath: keyFile).standardizedFileURL.path
        if !FileManager.default.fileExists(atPath: key) { try writeRootKey(key) }
        try directory.write(DataDirectory.Configuration(rootKeyFile: key))
        try run(["create", "--data", directory.path, "--root-key-file", key] + (simulated ? ["--simulated"] : []))
    }

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ChildProcess.beside("colloque-broker"))
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.broken("the broker could not make the installation") }
    }

    private static func writeRootKey(_ path: String) throws {
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.refused("\(path): cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try unsafe RootKeyFile.random().contents.withUnsafeBytes { bytes in
            try handle.write(contentsOf: unsafe Data(bytes))
        }
        try handle.synchronize()
    }
}
