import ArgumentParser
import BrokerAPI
import Detection
import Drill
import Foundation
import JSONTree

/// `colloque drill`: plays the attacks on copies of a simulated installation and says whether every bound held.
struct DrillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill", abstract: "Attacks copies of a demonstration and compares with the printed bounds.")

    @Option(help: "The data directory of a demonstration.")
    var data: String
    @Option(help: "Play only what is about this, as the progress names it.")
    var only = ""
    @Option(help: "Rules by which a watchtower reads the ledgers beside it: files or folders.")
    var rules: [String] = []
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let directory = DataDirectory(data)
        guard let contents = FileManager.default.contents(atPath: directory.demoFile),
            let demo = try? JSONValue(parsing: Array(contents))
        else { throw Failure.refused("\(directory.path): not a demonstration (demo.json is missing)") }
        let report = try await DrillRooms.guarded {
            let base = try DrillCopy(of: directory)
            do {
                let report = try await play(demo, base)
                await base.remove()
                return report
            } catch {
                await base.remove()
                throw error
            }
        }
        if json { Output.json(report.json) } else { Output.line(report.table) }
        if !report.held { throw ExitCode(1) }
    }

    private func play(_ demo: JSONValue, _ base: DrillCopy) async throws -> DrillReport {
        let watched = rules.isEmpty ? nil : RuleFolder(rules)
        if let error = watched?.errors.first { throw Failure.refused(error.description) }
        let status = try await Administration.run(base.directory) { try await $0.status() }
        guard status.simulated else { throw Failure.refused("\(data): not a simulated installation") }
        let start = ContinuousClock.now
        func say(_ text: String) {
            Output.error("drill: \(text) (\((ContinuousClock.now - start).components.seconds) s)")
        }
        do {
            var drill = try Drill(base: base, demo: demo, rules: watched?.rules, progress: say)
            let report = try await drill.run(only: only)
            say("done")
            return report
        } catch let error as DrillError {
            throw Failure.broken(error.description)
        }
    }
}
