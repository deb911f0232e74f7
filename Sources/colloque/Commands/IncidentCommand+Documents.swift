import ArgumentParser
import Foundation
import JSONTree
import Ledger
import Response
import Vocabulary

extension IncidentCommand {
    /// `colloque incident documents`: certificates, packs for every practice, and the formats of security teams.
    struct Documents: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "documents",
            abstract:
                "Makes every practice's pack of documents, with its own numbers and clock; goes on where it stopped.")

        @OptionGroup var place: LedgerPlace
        @OptionGroup var question: ScopeOptions
        @Option(name: .customLong("case"), help: "What people know of it (YAML, docs/incidents.md).")
        var caseFile: String
        @Option(help: "Where everything is written.")
        var out: String
        @Option(help: "A folder with templates in place of built-in ones.")
        var templates: String?
        @Option(help: "The directory of access logs; by default the installation's.")
        var access: String?

        func run() async throws {
            let (directory, verifier) = try place.resolved()
            let maker = try CaseMaker(try CaseFile.read(caseFile))
            if let data = place.data {
                _ = try await Administration.run(DataDirectory(data)) { try await $0.ask(.index) }
            }
            let result: ScopeResult
            do {
                result = try Scope.read(
                    directory: directory, verifier: verifier, query: try question.query(),
                    access: access ?? place.data.map { DataDirectory($0).access })
            } catch let error as LedgerError { throw Failure.refused("\(directory): nothing of it verifies: \(error)") }
            let now = SystemClock().now()
            let run = PackRun(out: out, ledger: directory, verifier: verifier) { Output.error($0) }
            let made = try await run.run(result, maker, templates: templates, now: now)
            try StandardFiles(maker, result, now: now).write(into: out + "/standards")
            Output.line("\(made.packs) packs, \(made.certificates) certificates in \(out)")
            for (practice, error) in made.failures { Output.error("\(practice): \(error)") }
            if !made.failures.isEmpty || !result.isWhole { throw ExitCode(1) }
        }
    }
}
