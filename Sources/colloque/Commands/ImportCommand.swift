import ArgumentParser
import Foundation
import JSONTree

/// `colloque import`: bundles and NDJSON into a running server, entry by entry; run again, it goes on where it was.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports bundles and NDJSON files (needs a running serve).")

    @Option(help: "The data directory.")
    var data: String
    @Option(help: "The practice: an id or a unique name.")
    var practice: String
    @Option(help: "The client or membership that imports: an id or a unique name.")
    var client: String
    @Option(help: "Its private key (PEM).")
    var key: String
    @Option(help: "A file for the id map: a source reference and ours a line, parted by a tab.")
    var idMap: String?
    @Flag(help: "Print JSON.")
    var json = false
    @Argument(help: "Bundles or NDJSON files.")
    var files: [String]

    func run() async throws {
        let directory = DataDirectory(data)
        let importer = try await RunningServer(directory).closing { try await send(to: $0, directory) }
        try report(importer)
    }

    private func send(to server: RunningServer, _ directory: DataDirectory) async throws -> Importer {
        try await requireSamePractice(directory)
        let plan = ImportPlan(try files.map(ImportSource.init))
        let map = try idMap.map(IDMapFile.init)
        var importer = Importer(server: server) { [client, key] in
            try await TokenCommand.token(directory, server, client, key)
        } onMap: { source, ours in
            try map?.write(source, ours)
        }
        for source in plan.sources {
            for entry in source.unreadable {
                importer.note(Importer.Refused(file: source.path, number: entry.number, reason: entry.reason))
            }
        }
        let total = plan.groups.reduce(0) { $0 + $1.count }
        let progress = { (done: Int) in
            if !json { Output.error("\(done) of \(total)") }
        }
        let groups = plan.groups.lazy.map { group in group.compactMap { plan.sources[$0.source].item($0.entry) } }
        try await importer.send(groups.prefix(1), shared: true, progress: progress)
        try await importer.send(groups.dropFirst(), progress: progress)
        try map?.flush()
        return importer
    }

    private func requireSamePractice(_ directory: DataDirectory) async throws {
        try await Administration.run(directory) { administration in
            let practice = try await administration.practice(practice)
            guard try await administration.holder(client).practice == practice else {
                throw Failure.refused("this account is not of this practice")
            }
        }
    }

    private func report(_ importer: Importer) throws {
        let total = importer.stored + importer.unchanged + importer.refused.count
        if json {
            let refused = importer.refused.map { refusal -> JSONValue in
                [
                    "file": .string(refusal.file), "entry": .number(JSONNumber(Int64(refusal.number))),
                    "reason": .string(refusal.reason),
                ]
            }
            Output.json([
                "resources_in": .number(JSONNumber(Int64(total))),
                "stored": .number(JSONNumber(Int64(importer.stored))),
                "unchanged": .number(JSONNumber(Int64(importer.unchanged))), "refused": .array(refused),
            ])
        } else {
            for refusal in importer.refused { Output.line("\(refusal.file):\(refusal.number): \(refusal.reason)") }
            Output.line(
                "\(total) in, \(importer.stored) stored, \(importer.unchanged) unchanged, \(importer.refused.count) refused"
            )
        }
        if !importer.refused.isEmpty { throw ExitCode(1) }
    }
}
