import ArgumentParser
import BrokerAPI
import Foundation
import JSONTree
import Records
import SealedParts
import Sealing
import Store
import Vocabulary

/// `colloque export`: a practice's records for a recipient, sealed from the store to the recipient's own machine.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Makes and opens sealed exports of a practice.",
        subcommands: [Key.self, Recipient.self, Make.self, Open.self])

    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a recipient's pair of keys, offline, and prints the fingerprint that people compare.")

        @Option(help: "Where to write the private key (mode 0600): it opens all exports that are sealed to it.")
        var out: String
        @Option(help: "Where to write the public key.")
        var publicOut: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let secret = try RecipientSecret.random()
            try RecipientFile.write(secret, to: out, publicly: publicOut)
            let fingerprint = secret.publicKey.fingerprint.hexadecimal
            if json { Output.json(["fingerprint": .string(fingerprint)]) } else { Output.line(fingerprint) }
        }
    }

    struct Recipient: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets exports be sealed to a key; an act of two people once the installation is live.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The recipient's public key file, whose fingerprint you compared with the recipient's.")
        var key: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let fingerprint = try RecipientFile.read(key).fingerprint.hexadecimal
            Output.error("fingerprint: \(fingerprint)")
            let reply = try await Administration.run(DataDirectory(data)) {
                try await $0.act(.addRecipient(fingerprint: fingerprint), by: by)
            }
            reply.report(json: json)
        }
    }

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a practice's sealed export; once the installation is live, asks for it first.",
            discussion: "Asks when nobody approved it within a day. Run it again once another operator approved.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice: an id or a unique name.")
        var practice: String
        @Option(help: "The recipient's public key file.")
        var recipient: String
        @Option(help: "Where to write the export, a new file.")
        var out: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard !FileManager.default.fileExists(atPath: out) else { throw Failure.refused("\(out): exists already") }
            let directory = DataDirectory(data)
            let key = try RecipientFile.read(recipient)
            try await Administration.run(directory) { administration in
                let practice = try await administration.practice(self.practice)
                let first: ExportPage
                do {
                    first = try await administration.page(practice, key, after: nil)
                } catch let failure as Failure where failure.code == 1 {
                    let act = AdminRequest.export(practice: practice, fingerprint: key.fingerprint.hexadecimal)
                    let reply = try await administration.act(act, by: by)
                    guard case .done = reply else { return reply.report(json: json) }
                    first = try await administration.page(practice, key, after: nil)
                }
                try await make(practice, directory, key, first, administration)
            }
        }

        private func make(
            _ practice: PracticeID, _ directory: DataDirectory, _ key: RecipientKey, _ first: ExportPage,
            _ administration: Administration
        ) async throws {
            let store = try SQLiteRecordStore(directory: directory.records)
            let time = try await administration.status().time
            do {
                let counts = try await ExportWriter.make(
                    out, of: practice, from: store, recipient: key.fingerprint, at: time
                ) { after in
                    guard let after else { return first }
                    return try await administration.page(practice, key, after: after)
                }
                await store.close()
                counts.report(json: json)
            } catch {
                await store.close()
                throw Failure(export: error)
            }
        }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens an export, offline: FHIR as NDJSON, a file a type, and documents as files.")

        @Option(help: "The export.")
        var file: String
        @Option(help: "The recipient's private key file.")
        var key: String
        @Option(help: "Where to write, a new directory.")
        var out: String
        @Option(help: "The SHA-256 that `export make` printed: refuse any other file.")
        var digest: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let secret = try RecipientFile.readSecret(key)
            let stop = StopFlag()
            do {
                try ExportOpener.open(file, with: secret, into: out, digest: digest) { stop.isStopped }
                    .report(json: json)
            } catch { throw Failure(export: error) }
        }
    }
}

extension Administration {
    /// A page of an export that was approved.
    fileprivate func page(
        _ practice: PracticeID, _ key: RecipientKey, after: SubjectID?
    ) async throws -> ExportPage {
        let reply = try await ask(.exportKeys(practice: practice, recipient: key.text, after: after))
        guard case .exported(let page) = reply else { throw Failure.broken("broker: unexpected answer") }
        return page
    }
}

extension Failure {
    /// What went wrong with an export: what it says itself, or that something is broken.
    fileprivate init(export error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ExportError: self = .refused(error.description)
        default: self = .broken("\(error)")
        }
    }
}

extension ExportCounts {
    /// Prints how much it was.
    fileprivate func report(json: Bool) {
        let numbers = [
            ("pages", pages), ("patients", patients), ("resources", resources), ("documents", documents),
            ("bytes", bytes),
        ]
        if json {
            var object = JSONObject()
            for (name, number) in numbers { object[name] = .number(JSONNumber(Int64(number))) }
            object["sha256"] = .string(digest.hexadecimal)
            return Output.json(.object(object))
        }
        Output.line("\(patients) patients, \(resources) resources, \(documents) documents, \(bytes) bytes")
        Output.line("sha256 \(digest.hexadecimal)")
    }
}
