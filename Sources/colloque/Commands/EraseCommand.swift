import ArgumentParser
import BrokerAPI
import Vocabulary

/// `colloque erase`: destroys a patient's keys; an act of two people once the installation is live.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Destroys a patient's keys, so that no copy of the record can be opened any more.")

    @Option(help: "The data directory.")
    var data: String
    @Option(help: "The practice: an id or a unique name.")
    var practice: String
    @Option(help: "The patient's id.")
    var patient: String
    @OptionGroup var by: OperatorOptions
    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard let patient = PatientID(patient) else { throw Failure.usage("not a patient's id") }
        let reply = try await Administration.run(DataDirectory(data)) { administration in
            let practice = try await administration.practice(self.practice)
            return try await administration.act(.erase(practice: practice, patient: patient), by: by)
        }
        reply.report(json: json)
    }
}
