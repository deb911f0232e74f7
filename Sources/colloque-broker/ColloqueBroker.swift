import ArgumentParser

/// The key broker as a program of its own.
@main
struct ColloqueBroker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colloque-broker",
        abstract: "Holds the keys and hands them out within limits, writing each release down first.",
        subcommands: [ServeBroker.self, CreateBroker.self, OpenIDCheck.self], defaultSubcommand: ServeBroker.self)
}
