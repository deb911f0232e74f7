import ArgumentParser
import BrokerAPI
import Foundation
import JSONTree
import Onboarding

extension PracticeCommand {
    /// Adds the practices of a file and invites, wave by wave, who is first to administer them.
    struct Onboard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds the practices of a file and invites, wave by wave, who is first to administer them.",
            discussion: """
                The file (CSV, UTF-8) has the columns name, finess or siret, size, administrator, role, rpps, wave. All of it is checked before anything is done. Whatever cut a run off: run it again, nothing is \
                done twice. Once the installation is live a run asks for one act of at most 100 practices; run it again, with the next one-time code, while rows are left.
                """)

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The file of practices.")
        var file: String
        @Option(
            help:
                "Invite who is first to administer the practices of this wave; without it practices are added and nobody is invited."
        )
        var wave: Int?
        @Option(
            help:
                "Where to write the invitations (CSV for a mail merge, mode 0600); once live, `act approve` writes them."
        )
        var invitationsOut: String?
        @Flag(help: "Invite again who was invited and has not enrolled: earlier codes end.")
        var again = false
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard wave != nil || invitationsOut == nil && !again else {
                throw Failure.usage("--invitations-out and --again need --wave")
            }
            let input = try input()
            let directory = DataDirectory(data)
            if try wave != nil && directory.configuration().openid == nil {
                Output.error("config.yaml names no OpenID provider: nobody has to prove their RPPS number")
            }
            let report = try await Administration.run(directory) { administration in
                do {
                    var run = try OnboardingRun(input, directory: directory.onboarding) {
                        try await administration.ask($0)
                    } evidence: {
                        try by.evidence(.request, $0, at: $1)
                    }
                    guard let wave else { return try await run.addPractices() }
                    return try await run.invite(wave: wave, again: again, to: invitationsOut)
                } catch let error as OnboardingError {
                    throw Failure.refused("\(error)")
                }
            }
            report.print(json: json)
        }

        /// The file, or every fault of it.
        private func input() throws -> OnboardingFile {
            guard let handle = FileHandle(forReadingAtPath: file),
                let bytes = try? handle.read(upToCount: OnboardingFile.maximumBytes + 1) ?? Data()
            else { throw Failure.refused("\(file): cannot be read") }
            do {
                return try OnboardingFile(Array(bytes))
            } catch {
                let lines = error.faults.map { "\(file):\($0)" }
                if json {
                    Output.json(["faults": .array(lines.map(JSONValue.string))])
                } else {
                    for line in lines { Output.line(line) }
                }
                throw Failure.refused("\(lines.count) faults: nothing was done")
            }
        }
    }
}

extension OnboardingReport {
    fileprivate func print(json: Bool) {
        if json {
            func number(_ count: Int) -> JSONValue { .number(JSONNumber(Int64(count))) }
            Output.json([
                "rows": number(rows), "before": number(before), "added": number(added), "invited": number(invited),
                "without_code": number(without), "waiting": number(waiting), "left": number(left),
                "request": asked.map { .string($0.description) } ?? .null,
            ])
            return
        }
        Output.line("\(rows) rows: \(before) done before, \(added) practices added, \(invited) invitations written")
        if without > 0 { Output.line("\(without) without a code: they have a factor, or a code with another practice") }
        if let asked {
            Output.line(
                "asked: \(asked) (another operator: colloque act approve --act \(asked) --invitations-out FILE)")
        }
        if waiting > 0 { Output.line("\(waiting) rows wait for a second person") }
        if left > 0 { Output.line("\(left) rows are left: run it again with the next one-time code") }
    }
}
