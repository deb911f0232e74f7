import ArgumentParser
import Detection
import Drill
import Foundation
import JSONTree
import Ledger
import Response
import Vocabulary

extension IncidentCommand {
    /// `colloque incident exercise`: a breach played on a copy of a demonstration, from the theft to the papers, timed.
    struct Exercise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "exercise",
            abstract: "Plays a breach on a copy of a demonstration end to end and leaves the documents to look at.")

        @Option(help: "The data directory of a demonstration.")
        var data: String
        @Option(help: "Where the documents are written; must not be there yet.")
        var out: String
        @Option(help: "Rules by which the watchtower looks: files or folders.")
        var rules: [String] = ["rules"]
        @Option(help: "fr or en.")
        var language = "fr"
        @Option(help: "A folder with templates in place of built-in ones.")
        var templates: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let directory = DataDirectory(data)
            guard !FileManager.default.fileExists(atPath: out) else { throw Failure.refused("\(out) is there already") }
            guard let contents = FileManager.default.contents(atPath: directory.demoFile),
                let demo = try? JSONValue(parsing: Array(contents))
            else { throw Failure.refused("\(directory.path): not a demonstration (demo.json is missing)") }
            let found = RuleFolder(rules)
            if let error = found.errors.first { throw Failure.refused(error.description) }
            guard let language = DocumentLanguage(rawValue: language) else {
                throw Failure.usage("--language: fr or en")
            }
            let report = try await DrillRooms.guarded {
                let copy = try DrillCopy(of: directory)
                do {
                    let exercise = ExerciseRun(
                        copy: copy, demo: demo, out: out, language: language, templates: templates)
                    let report = try await exercise.run(found.rules)
                    await copy.remove()
                    return report
                } catch {
                    await copy.remove()
                    throw error
                }
            }
            if json { Output.json(report.json) } else { report.lines.forEach(Output.line) }
            if !report.held { throw ExitCode(1) }
        }
    }
}
