import ArgumentParser
import Response
import Vocabulary

extension IncidentCommand {
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens an incident, from a finding or by hand, with the tasks of the plan.",
            discussion: "The account's practice keeps it, and owns it unless --owner says otherwise.")

        @OptionGroup var access: IncidentAccess
        @Option(help: "A finding's id.")
        var finding: String?
        @Option(help: "A file of findings as watch writes them, several times; by default DATA/findings/*.ndjson.")
        var findings: [String] = []
        @Option(help: "What it is about, in a line; by default the finding's title.")
        var title: String?
        @Option(help: "practice, vendor (for many practices), or with --file the practice's id.")
        var owner = "practice"
        @Option(help: "The language of the plan's tasks: en or fr.")
        var language = IncidentPlan.Language.english
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let found = try finding.map {
                try FoundFinding(id: $0, in: findings, of: access.data.map { DataDirectory($0) })
            }
            guard let title = title ?? found?.title else { throw Failure.usage("give --finding or --title") }
            let incident = try await access.run { desk in
                let owner = try party(desk)
                let opening = IncidentOpening(incident: .random(), owner: owner, title: title, finding: found?.origin)
                let tasks = IncidentPlan.standard.tasks(of: owner, in: language)
                return try await desk.open(opening, (found?.contents ?? []) + tasks.map { .task($0) })
            }
            IncidentCommand.report(incident, json: json)
        }

        private func party(_ desk: IncidentDesk) throws -> IncidentParty {
            if owner == "practice", let practice = desk.practice { return .practice(practice) }
            guard let party = IncidentParty(owner), desk.practice == nil || party == .vendor else {
                throw Failure.usage("--owner is practice or vendor; with --file, vendor or the practice's id")
            }
            return party
        }
    }
}
