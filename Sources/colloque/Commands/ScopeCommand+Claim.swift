import ArgumentParser
import Foundation
import Response
import Vocabulary

extension ScopeCommand {
    /// `colloque scope claim`: whether a leaked sample is ours, and what the ledger says of whoever is in it (docs/scope-claim.md).
    struct Claim: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "claim",
            abstract: "Tests a leaked sample against a practice's index and the ledger (needs a running serve).")

        @Argument(help: "The sample: CSV with a header, a JSON array of objects, or JSON lines.")
        var sample: String
        @OptionGroup var account: Asker.Options
        @OptionGroup var question: ClaimOptions
        @Option(help: "How many people to search for at most, drawn evenly from the sample.")
        var rows = 200
        @Option(help: "Columns that are not recognised, as family=NAME,given=…,birthdate=…,nir=…,phone=…,email=….")
        var columns: String?
        @Option(help: "Write a line for each row into this new CSV file: ids, moments and counts.")
        var out: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard (1...SampleLimits.rows).contains(rows) else {
                throw Failure.usage("--rows: 1 to \(SampleLimits.rows)")
            }
            let sample = try read()
            let directory = DataDirectory(account.data)
            let asked = try await question.query(directory)
            let report = try await RunningServer(directory).closing { server in
                let asker = try await Asker(account, server)
                // What this command itself opens comes later and is not counted.
                let end = asker.start.adding(milliseconds: -1)
                let query: ScopeQuery
                do throws(ScopeError) { query = try asked.ofClaim(in: asker.practice, until: end) } catch {
                    throw Failure.usage("\(error)")
                }
                return try await answered(sample, query, asker)
            }
            if let out { try write(report.csv, out) }
            if json { Output.json(report.json) } else { ClaimText(report).lines.forEach(Output.line) }
            if report.stop != nil { throw ExitCode(1) }
        }

        private func answered(_ sample: Sample, _ query: ScopeQuery, _ asker: Asker) async throws -> ClaimReport {
            let people = SamplePeople(sample)
            let drawn = people.drawn(rows)
            let incident = try Self.incident(query, asker)
            var run = ClaimRun(query, asker)
            let answers = try await run.answers(people.all, drawn: drawn)
            return ClaimReport(sample, query, answers, drawn: drawn.count, stop: run.stop, incident: incident)
        }

        /// How many people of the practice the query's holders were given keys of, as the ledger's files say.
        private static func incident(_ query: ScopeQuery, _ asker: Asker) throws -> Bounds {
            let ledger = asker.directory.ledger
            let verifier = try LedgerPlace.verifier(try asker.directory.verificationKey())
            let scope: ScopeResult
            do {
                scope = try Scope.read(directory: ledger, verifier: verifier, query: query)
            } catch { throw Failure.refused("\(ledger): nothing of it verifies: \(error)") }
            let nobody = scope.isWhole ? Bounds(0) : Bounds.unknown(.unverifiedRest)
            return scope.practices.first { $0.practice == asker.practice }?.people ?? nobody
        }

        private func read() throws -> Sample {
            let file = URL(fileURLWithPath: sample)
            guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= SampleLimits.bytes,
                let data = FileManager.default.contents(atPath: sample)
            else { throw Failure.refused("\(sample): cannot be read, or is longer than 64 MiB") }
            let told = try told()
            do throws(ScopeError) {
                return try Sample(reading: Array(data), columns: told)
            } catch { throw Failure.refused("\(sample): \(error)") }
        }

        private func told() throws -> [SampleColumn: String] {
            var told: [SampleColumn: String] = [:]
            for pair in columns?.split(separator: ",") ?? [] {
                let halves = pair.split(separator: "=", maxSplits: 1)
                guard halves.count == 2, let column = SampleColumn(rawValue: String(halves[0])) else {
                    throw Failure.usage("--columns: give family=NAME,given=…,birthdate=…,nir=…,phone=…,email=…")
                }
                told[column] = String(halves[1])
            }
            return told
        }

        /// Into a file that does not exist yet.
        private func write(_ text: String, _ path: String) throws {
            let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw Failure.refused("\(path): exists already or cannot be written") }
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
        }
    }
}
