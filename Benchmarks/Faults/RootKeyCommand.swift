import ArgumentParser
import Foundation
import Sealing

/// `root-key`: writes a root-key file of mode 0600 for an installation that will be tormented and thrown away.
struct RootKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "root-key", abstract: "Makes a root-key file.")

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        let contents = unsafe RootKeyFile.random().contents.withUnsafeBytes { unsafe Data($0) }
        let made = FileManager.default.createFile(
            atPath: file, contents: contents, attributes: [.posixPermissions: 0o600])
        guard made else { throw BenchmarkError.system("root key") }
    }
}
