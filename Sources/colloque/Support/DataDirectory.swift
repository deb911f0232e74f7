import Foundation
import Yams

/// Where things lie in an installation's data directory (docs/formats.md, "Data directory").
struct DataDirectory {
    /// What `config.yaml` says.
    struct Configuration: Codable {
        /// The file with the root key, outside the data directory.
        var rootKeyFile: String
        /// Witnesses that are to cosign the ledger's checkpoints and vouch for the time; read by the broker.
        var witnesses: [Witness] = []

        /// Origins of pages that may use the API from a browser, beside the server's own; read by the broker too, for passkeys.
        var webOrigins: [String]?

        /// The OpenID provider of professionals; read by the broker.
        var openid: Present?

        /// Something whose text is another program's business.
        struct Present: Codable {}

        /// A witness: its cosignature key (a vkey) and where it listens.
        struct Witness: Codable {
            var key: String
            var url: String
        }
    }

    let path: String

    init(_ path: String) { self.path = URL(fileURLWithPath: path).standardizedFileURL.path }

    var broker: String { path + "/broker" }
    var ledger: String { broker + "/ledger" }
    var adminSocket: String { broker + "/admin.sock" }
    var brokerSocket: String { broker + "/broker.sock" }
    var records: String { path + "/records" }
    var access: String { path + "/access" }
    var onboarding: String { path + "/onboarding" }
    var runFile: String { path + "/run.json" }
    var demoFile: String { path + "/demo.json" }
    var configurationFile: String { path + "/config.yaml" }
    var limitsFile: String { path + "/limits.yaml" }
    /// The root key file of `--unattended`: beside the data directory, never in it.
    var besideRootKey: String { path + ".rootkey" }

    func contains(_ file: String) -> Bool {
        let file = URL(fileURLWithPath: file).standardizedFileURL.resolvingSymlinksInPath().path
        let own = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return file == own || file.hasPrefix(own + "/")
    }

    /// Makes the directories, mode 0700, for a new installation.
    func create() throws {
        let manager = FileManager.default
        if let found = try? manager.contentsOfDirectory(atPath: path), !found.isEmpty {
            throw Failure.refused("\(path) is not empty")
        }
        for directory in [path, broker, ledger, records, access] {
            try manager.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    func write(_ configuration: Configuration) throws {
        try Data(YAMLEncoder().encode(configuration).utf8).write(to: URL(fileURLWithPath: configurationFile))
    }

    func configuration() throws -> Configuration {
        guard let data = FileManager.default.contents(atPath: configurationFile) else {
            throw Failure.broken("\(path): no installation here (config.yaml is missing)")
        }
        do {
            return try YAMLDecoder().decode(Configuration.self, from: String(decoding: data, as: UTF8.self))
        } catch {
            throw Failure.broken("\(configurationFile): not a configuration")
        }
    }
}
