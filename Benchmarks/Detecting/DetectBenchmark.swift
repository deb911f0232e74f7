import ArgumentParser
import Detection
import Foundation

/// `detect`: SigmaHQ's rules over Windows events, reading included, beside reading alone; figures of RSigma 0.21 are published ones.
struct DetectBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect", abstract: "Matches Sigma rules against Windows events on one thread, reading included.")

    @Option(help: "The folder with the rules; without it the built-in ones.")
    var rules = "../shared/data/sigma/rules"

    @Option(help: "The folder with real events; without it only generated ones.")
    var real = "../shared/data/sigma/regression"

    @Option(help: "The folder with the pipelines.")
    var pipelines = "rules/pipelines"

    @Option(help: "Rounds, in which the engine and reading alone take turns.")
    var rounds = 5

    @Option(help: "Events a round.")
    var events = 100_000

    @Option(help: "Writes every match to this file instead of timing.")
    var matches: String?

    /// What is measured: events, rules as they are or for nested names, and RSigma's published figures, unrouted and routed.
    private struct Case {
        let events: DetectEvents
        let rules: DetectRules
        let published: (low: Double, high: Double)
        let routed: (low: Double, high: Double)?
    }

    func run() async throws {
        let cases = try prepare()
        if let matches { return try write(cases, to: matches) }
        Report.line("one thread, processor time, best of \(rounds); published: RSigma 0.21, SigmaHQ's 3,132 rules")
        Report.row([
            "events", "bytes", "events/s", "median", "ns/event", "matches", "reading/s", "share", "published", "ratio",
        ])
        var least = (value: 0.0, reference: 1.0)
        for one in cases {
            let rate = try time(one, isRouted: false)
            if one.events.name == "structured" || least.value == 0 { least = (rate, one.published.high) }
            if one.routed != nil { _ = try time(one, isRouted: true) }
        }
        for one in cases { try scale(one) }
        Outcome(name: "detect", value: least.value, unit: "events/s", reference: least.reference).print()
    }

    private func prepare() throws -> [Case] {
        let known = try RealEvents(folder: real)
        if known.texts.isEmpty { Report.line("\(real) is missing: generated events only") }
        let (nested, flat) = try (load(["windows-evtx.yml", "values.yml"]), load(["values.yml"]))
        var maker = WindowsEvents(seed: 1, real: known.fields)
        var cases = [
            Case(events: maker.raw(10_000), rules: nested, published: (54e3, 60e3), routed: (236e3, 264e3)),
            Case(events: maker.structured(10_000), rules: flat, published: (22e3, 29e3), routed: (39e3, 47e3)),
        ]
        if !known.texts.isEmpty {
            let events = known.padded(4_000, to: 2_850, seed: 2)
            let own = known.texts.map(\.utf8.count)
            Report.line(
                "\(own.count) real events of \(own.min() ?? 0) to \(own.max() ?? 0) bytes, filled up with each other's fields"
            )
            cases.append(Case(events: events, rules: nested, published: (12.0e3, 12.4e3), routed: nil))
        }
        return cases
    }

    private func load(_ names: [String]) throws -> DetectRules {
        let isThere = FileManager.default.fileExists(atPath: rules)
        if !isThere { Report.line("\(rules) is missing: the built-in rules") }
        let loaded = try DetectRules(folder: isThere ? rules : "rules", pipelines: names.map { pipelines + "/" + $0 })
        Report.line("\(loaded.rules.count) rules, \(loaded.refused) refused, with \(names.joined(separator: ", "))")
        return loaded
    }

    private func time(_ one: Case, isRouted: Bool) throws -> Double {
        var engine = try one.rules.engine(.max)
        let result = try DetectRun(one.events, count: events, isRouted: isRouted).time(&engine, rounds: rounds)
        let published = isRouted ? one.routed ?? one.published : one.published
        Report.row([
            one.events.name + (isRouted ? ", routed" : ""), String(one.events.size), String(Int(result.rate)),
            String(Int(1 / result.middle)), String(Int(result.best * 1e9)), Report.number(result.matches),
            String(Int(1 / result.reading)), Report.number(result.reading / result.best),
            "\(Int(published.low / 1e3))-\(Int(published.high / 1e3))k", Report.number(result.rate / published.high),
        ])
        return result.rate
    }

    private func scale(_ one: Case) throws {
        var cells = ["\(one.events.name): ns/event by rules"]
        for count in [100, 300, 1_000, 3_141] {
            var engine = try one.rules.engine(count)
            let result = try DetectRun(one.events, count: events / 4, isRouted: false).time(&engine, rounds: 3)
            cells.append("\(count): \(Int(result.best * 1e9))")
        }
        Report.row(cells)
    }

    private func write(_ cases: [Case], to file: String) throws {
        var lines: [String] = []
        for one in cases {
            var engine = try one.rules.engine(.max)
            for isRouted in [false, true] {
                lines += try DetectRun(one.events, count: 0, isRouted: isRouted).matches(&engine).sorted()
            }
        }
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
