import ArgumentParser

/// `colloque live`: from now on, large acts need two people.
struct LiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live", abstract: "Declares the installation live: from then on large acts need two people.")

    @Option(help: "The data directory.")
    var data: String

    func run() async throws {
        try await Administration.run(DataDirectory(data)) { _ = try await $0.ask(.live) }
        Output.line("live")
    }
}
