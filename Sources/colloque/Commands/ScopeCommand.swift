import ArgumentParser
import Foundation
import JSONTree
import Ledger
import Response
import Synchronization
import Vocabulary

/// `colloque scope`: whose keys were released (docs/scope.md). Needs a ledger or a copy of one, and its verification key;
/// no broker, and no other file.
struct ScopeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scope", abstract: "Says from the ledger alone whose keys were released, to whom and when.",
        subcommands: [Read.self, VerifyCertificate.self, Claim.self, History.self], defaultSubcommand: Read.self)

    struct Read: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read",
            abstract: "Computes a scope and, with --certificates, makes each practice's certificate.")

        @OptionGroup var place: LedgerPlace
        @OptionGroup var question: ScopeOptions
        @Option(help: "Write a certificate for each practice into this new directory.")
        var certificates: String?
        @Option(help: "The directory of access logs, which say what was read; by default the installation's.")
        var access: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let (directory, verifier) = try place.resolved()
            if certificates != nil, let data = place.data { try await Self.enterIndex(DataDirectory(data)) }
            let query = try question.query()
            let result: ScopeResult
            do {
                result = try Scope.read(
                    directory: directory, verifier: verifier, query: query,
                    access: access ?? place.data.map { DataDirectory($0).access })
            } catch { throw Failure.refused("\(directory): nothing of it verifies: \(error)") }
            if json { Output.json(result.json) } else { ScopeText(result).lines.forEach(Output.line) }
            if let certificates { try write(result, directory, verifier, certificates) }
            if !result.isWhole { throw ExitCode(1) }
        }

        /// So that everything that was counted lies between two index entries.
        private static func enterIndex(_ directory: DataDirectory) async throws {
            _ = try await Administration.run(directory) { try await $0.ask(.index) }
        }

        private func write(_ result: ScopeResult, _ ledger: String, _ verifier: NoteVerifier, _ folder: String) throws {
            let manager = FileManager.default
            guard !manager.fileExists(atPath: folder) else { throw Failure.refused("\(folder) is there already") }
            // Renamed once every certificate is whole.
            let part = folder + ".part"
            try? manager.removeItem(atPath: part)
            try manager.createDirectory(
                atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            do {
                let maker = try CertificateMaker(result, directory: ledger, verifier: verifier)
                let failures = try maker.make(result.practices.map(\.practice)) { certificate, verdict in
                    let file = "\(part)/\(certificate.practice).json"
                    try Data(try certificate.encoded(verdict)).write(to: URL(fileURLWithPath: file))
                }
                for (practice, error) in failures { Output.error("no certificate of \(practice): \(error)") }
                try manager.moveItem(atPath: part, toPath: folder)
                if !failures.isEmpty { throw ExitCode(1) }
            } catch let code as ExitCode { throw code } catch {
                try? manager.removeItem(atPath: part)
                throw Failure.refused("no certificates: \(error)")
            }
        }
    }

    struct VerifyCertificate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Checks a certificate: nothing but it and the key is needed.")

        @Argument(help: "The certificate.")
        var file: String
        @Option(help: "The verification key of the ledger.")
        var vkey: String
        @Option(help: "A file with the question as it was asked (JSON): the certificate must answer that one.")
        var query: String?
        @Option(help: "The key of a witness, one of which must have cosigned; may be given several times.")
        var witness: [String] = []
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let verifier = try LedgerPlace.verifier(vkey)
            let witnesses = try witness.map(LedgerPlace.verifier)
            let bytes = try CertificateFile.bytes(file)
            let expected = try query.map(ScopeOptions.read)
            do throws(ScopeError) {
                let (certificate, said) = try ScopeCertificate.reading(bytes)
                let verdict = try certificate.verify(verifier, witnesses: witnesses, expected: expected)
                try verdict.check(said)
                if json {
                    Output.json(verdict.json)
                } else {
                    CertificateText(certificate, verdict).lines.forEach(Output.line)
                }
            } catch { throw Failure.refused("\(file): \(error)") }
        }
    }
}
