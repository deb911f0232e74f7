import ArgumentParser
import Foundation
import Vocabulary

/// `colloque init`: makes a new installation in an empty directory.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Makes a new installation.")

    @Option(help: "The data directory; must be empty or absent.")
    var data: String

    @Option(help: "The root key's file, outside the data directory; made when it does not exist.")
    var rootKeyFile: String?

    @Flag(help: "Keep a new root key beside the data directory, readable by this user.")
    var unattended = false

    func run() async throws {
        let directory = DataDirectory(data)
        guard (rootKeyFile == nil) == unattended else {
            throw Failure.usage("give either --root-key-file or --unattended")
        }
        let keyFile = rootKeyFile ?? directory.besideRootKey
        try await Installation.create(directory, keyFile: keyFile, simulated: false)
        Output.line("installation made in \(directory.path); root key in \(keyFile): keep a copy of it elsewhere")
    }
}
