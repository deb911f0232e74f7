import ArgumentParser
import Foundation
import Synthetic
import Vocabulary

/// `synthetic`: writes the records of a synthetic practice as NDJSON, its Organization and Practitioners first.
struct SyntheticCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synthetic", abstract: "Writes the records of a synthetic practice as NDJSON.")

    @Option(help: "How many patients.")
    var patients = 100

    @Option(help: "About how many resources a patient has.")
    var density = 12

    @Option(help: "The seed: the same seed gives the same people.")
    var seed: UInt64 = 1

    @Argument(help: "The file.")
    var file: String

    func run() throws {
        let today = CivilDate(days: Int(SystemClock().now().day))
        let country = SyntheticFrance(seed: seed, today: today, density: density)
        let practice = country.practice(0, kind: .group, patients: patients)
        guard FileManager.default.createFile(atPath: file, contents: nil),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw BenchmarkError.system("file") }
        var block = country.organizationRecords(of: practice)
        var duplicates = 0
        try country.forEachPatient(of: practice) { records in
            if records.patient.isDuplicate { duplicates += 1 }
            block += records.bytes
            guard block.count >= 1 << 20 else { return }
            try handle.write(contentsOf: block)
            block = []
        }
        try handle.write(contentsOf: block)
        try handle.close()
        Report.line(#"{"patients":\#(practice.patientCount),"duplicates":\#(duplicates)}"#)
    }
}
