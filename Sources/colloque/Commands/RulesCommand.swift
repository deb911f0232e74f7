import ArgumentParser
import Detection
import Foundation
import JSONTree

/// `colloque rules`: reads Sigma rules, says what is wrong with them, lists them, and holds them against their own cases.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Checks, lists and tests Sigma rules.",
        subcommands: [Lint.self, List.self, Test.self])

    /// Which rules.
    struct Sources: ParsableArguments {
        @Argument(help: "Files or folders of rules.")
        var paths: [String] = ["rules"]
        @Option(help: "A pipeline to apply; by default the folder's pipelines/values.yml.")
        var pipeline: [String] = []

        var folder: RuleFolder { RuleFolder(paths, pipelines: pipeline) }

        /// The rules, compiled; prints each error.
        func compiled(_ folder: RuleFolder) -> Bool {
            for error in folder.errors { Output.line(error.description) }
            do throws(RuleError) {
                _ = try Engine(folder.rules)
                return folder.errors.isEmpty
            } catch {
                Output.line(error.description)
                return false
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says what is wrong, with file, line and what to write instead.")
        @OptionGroup var sources: Sources

        func run() throws {
            let folder = sources.folder
            let isInOrder = sources.compiled(folder)
            Output.line(
                "\(folder.files) files, \(folder.rules.items.count) rules: \(isInOrder ? "in order" : "NOT in order")")
            if !isInOrder { throw ExitCode(1) }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists what reports: level, name, place and title.")
        @OptionGroup var sources: Sources
        @Flag(help: "Also rules that only others count.")
        var all = false
        @Flag(help: "Print JSON, an object a line.")
        var json = false

        func run() throws {
            let rules = sources.folder.rules
            for (item, reports) in zip(rules.items, rules.reports) where all || reports {
                if json {
                    Output.json([
                        "name": .string(item.name), "level": .string(item.level.rawValue), "title": .string(item.title),
                        "place": .string(item.place.description), "reports": .bool(reports),
                    ])
                } else {
                    Output.line("\(item.level.rawValue)\t\(item.name)\t\(item.place)\t\(item.title)")
                }
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Holds rules against the cases in the folder's tests/NAME.ndjson.")
        @OptionGroup var sources: Sources

        func run() throws {
            let folder = sources.folder
            guard sources.compiled(folder) else { throw ExitCode(1) }
            var (cases, faults) = (0, 0)
            for path in sources.paths.flatMap(Test.files) {
                do throws(RuleError) {
                    for example in try RuleCase.read(path) {
                        cases += 1
                        guard let fault = try RuleTrial.fault(example, folder.rules) else { continue }
                        faults += 1
                        Output.line(fault.description)
                    }
                } catch { throw Failure.refused(error.description) }
            }
            Output.line("\(cases) cases, \(faults) not as expected")
            if faults > 0 || cases == 0 { throw ExitCode(1) }
        }

        private static func files(_ path: String) -> [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/tests")) ?? []
            return names.sorted().filter { $0.hasSuffix(".ndjson") }.map { "\(path)/tests/\($0)" }
        }
    }
}
