import ArgumentParser
import BrokerAPI
import JSONTree
import Store
import Vocabulary

/// `colloque keys`: what is to be done with keys, without anyone seeing one.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Brings back patients' keys after a restore.", subcommands: [Restore.self])

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives the broker the wrapped copies that lie beside the records.")

        @Option(help: "The data directory.")
        var data: String
        @Flag(help: "Print JSON.")
        var json = false

        /// Copies given to the broker at once: its administration socket reads 64 KiB.
        private static let batch = 100

        func run() async throws {
            let directory = DataDirectory(data)
            let store = try SQLiteRecordStore(directory: directory.records)
            let restored = try await Administration.run(directory) { administration in
                var restored = 0
                for practice in try await store.practices() {
                    restored += try await restore(practice, store, administration)
                }
                return restored
            }
            await store.close()
            if json {
                Output.json(["restored": .number(JSONNumber(Int64(restored)))])
            } else {
                Output.line("\(restored) keys restored")
            }
        }

        private func restore(
            _ practice: PracticeID, _ store: SQLiteRecordStore, _ administration: Administration
        ) async throws -> Int {
            var restored = 0
            var last: PatientID?
            while true {
                let patients = try await store.patients(after: last, limit: Restore.batch, in: practice)
                guard let end = patients.last else { return restored }
                last = end
                var copies: [WrappedPatientKey] = []
                for patient in patients {
                    guard let wrapped = try await store.wrappedKey(of: patient, in: practice) else { continue }
                    copies.append(WrappedPatientKey(patient: patient, wrapped: wrapped))
                }
                let reply = try await administration.ask(.restoreKeys(practice: practice, copies: copies))
                guard case .restored(let count) = reply else { throw Failure.broken("broker: unexpected answer") }
                restored += count
            }
        }
    }
}
