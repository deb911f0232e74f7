import Foundation
import Sealing
import Vocabulary

/// Reads the root key from its file, with the passphrase that the file may need.
enum RootKeySource {
    /// The root key of the file. Its passphrase, if it needs one, comes from a credential that the service manager hands over as a
    /// file, named by `COLLOQUE_PASSPHRASE_FILE`.
    static func read(_ path: String) throws -> RootKey {
        guard let contents = FileManager.default.contents(atPath: path), contents.count <= 4_096 else {
            throw BrokerStart.noRootKey
        }
        return try RootKeyFile(contents: SecretBytes(contents)).rootKey(passphrase: passphrase())
    }

    private static func passphrase() -> SecretBytes? {
        guard let path = ProcessInfo.processInfo.environment["COLLOQUE_PASSPHRASE_FILE"],
            let contents = FileManager.default.contents(atPath: path)
        else { return nil }
        return SecretBytes(contents.prefix { $0 != UInt8(ascii: "\n") })
    }
}
