import ArgumentParser
import Crypto
import Foundation
import Ledger
import Response
import Vocabulary

extension IncidentCommand {
    /// `colloque incident letters`: a practice's own side turns a certificate's subjects into names and makes the letters
    /// (docs/incidents.md, "Letters").
    struct Letters: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "letters",
            abstract:
                "Makes a practice's letters to its patients, by an account of the practice (needs a running serve).")

        @OptionGroup var account: Asker.Options
        @Option(help: "The practice's certificate.")
        var certificate: String
        @Option(help: "The ledger's verification key; by default the one that the installation keeps.")
        var vkey: String?
        @Option(help: "The practice's list of letters, as `incident documents` wrote it.")
        var letters: String
        @Option(name: .customLong("case"), help: "What people know of it (YAML, docs/incidents.md).")
        var caseFile: String
        @Option(help: "The new directory for the letters.")
        var out: String
        @Option(help: "A folder with templates in place of built-in ones.")
        var templates: String?
        @Option(help: "fr or en; by default the case's.")
        var language: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let directory = DataDirectory(account.data)
            let verifier = try LedgerPlace.verifier(try vkey ?? directory.verificationKey())
            let certified = try CertificateFile(certificate, verifier: verifier)
            let (facts, list) = (try facts(certified), try list(certified))
            let renderer = try PackRun.renderer(templates)
            let report = try await RunningServer(directory).closing { server in
                let asker = try await Asker(account, server)
                guard asker.practice == certified.certificate.practice else {
                    throw Failure.refused("\(certificate): is of another practice than this account")
                }
                let folder = try LetterFolder(out, input: try input())
                let printer = PDFPrinter()
                defer { printer.close() }
                var run = LettersRun(
                    certified, facts, list, erased: try Self.erased(certified, directory, verifier), renderer, printer,
                    asker, folder)
                try await run.rehearse()
                try await run.run(Self.patients(certified, directory))
                return run.report
            }
            if json { Output.json(report.json) } else { report.lines.forEach(Output.line) }
            if report.isStopped { throw ExitCode(1) }
        }

        private func facts(_ certified: CertificateFile) throws -> CaseFacts {
            var file = try CaseFile.read(caseFile)
            if let language { file.language = language }
            return try CaseMaker(file).facts(
                certified.verdict.scope, certified.facts, verifiedOnly: certified.verifiedOnly, now: SystemClock().now()
            )
        }

        private func list(_ certified: CertificateFile) throws -> LetterList {
            guard let data = FileManager.default.contents(atPath: letters) else {
                throw Failure.usage("\(letters): cannot be read")
            }
            let list: LetterList
            do throws(ScopeError) { list = try LetterList(reading: Array(data)) } catch {
                throw Failure.refused("\(letters): \(error)")
            }
            guard list.codes.keys.allSatisfy({ certified.people.tiers[$0] != nil }) else {
                throw Failure.refused("\(letters): has a subject whom the certificate does not count")
            }
            return list
        }

        /// What the letters are made of: with something else, they are made anew.
        private func input() throws -> String {
            var hash = SHA256()
            for path in [certificate, letters, caseFile] {
                hash.update(data: FileManager.default.contents(atPath: path) ?? Data())
            }
            hash.update(data: Data((language ?? "").utf8))
            guard let templates else { return Array(hash.finalize()).hexadecimal }
            for name in (try? FileManager.default.subpathsOfDirectory(atPath: templates))?.sorted() ?? [] {
                hash.update(data: Data(name.utf8))
                hash.update(data: FileManager.default.contents(atPath: "\(templates)/\(name)") ?? Data())
            }
            return Array(hash.finalize()).hexadecimal
        }

        /// Who was erased until now: nobody is asked about them.
        private static func erased(
            _ certified: CertificateFile, _ directory: DataDirectory, _ verifier: NoteVerifier
        ) throws -> Set<SubjectID> {
            var query = certified.certificate.query
            query.practices = [certified.certificate.practice]
            do {
                let scope = try Scope.read(directory: directory.ledger, verifier: verifier, query: query)
                return certified.people.erased.union(scope.erased(of: certified.certificate.practice))
            } catch { throw Failure.refused("\(directory.ledger): nothing of it verifies: \(error)") }
        }

        private static func patients(_ certified: CertificateFile, _ directory: DataDirectory) -> AccessedPatients {
            AccessedPatients(
                folder: "\(directory.access)/\(certified.certificate.practice)", sessions: certified.people.sessions,
                query: certified.certificate.query)
        }
    }
}
