import ArgumentParser
import BrokerAPI
import FHIR
import Foundation
import Ledger

/// `colloque doctor`: says what is weaker than it could be, and prints the tables that decide.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks an installation and prints its tables.",
        subcommands: [Check.self, Tiers.self, Bounds.self], defaultSubcommand: Check.self)

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says what is weaker than it could be.")

        @Option(help: "The data directory.")
        var data: String

        func run() async throws {
            let directory = DataDirectory(data)
            let status = try await Administration.run(directory) { try await $0.status() }
            var findings: [String] = []
            if !status.witnessed { findings.append("time: no witness; a restart believes the system's clock") }
            if !status.confirmed { findings.append("witness: none has confirmed yet; the care floor only is open") }
            findings.append(
                "users: gateway and broker run as one user, so a taken-over gateway can reach the broker's files")
            if !status.live { findings.append("phase: not declared live; large acts need one person only") }
            if status.simulated { findings.append("simulated: time can be moved; not for real patients") }
            let attributes = try? FileManager.default.attributesOfItem(atPath: directory.broker)
            if (attributes?[.posixPermissions] as? Int) != 0o700 {
                findings.append("broker: directory is not of mode 0700")
            }
            if let missing = status.counts["patients without key"], missing > 0 {
                findings.append(
                    "keys: \(missing) patients have none here (an older key database?): colloque keys restore")
            }
            for finding in findings { Output.line(finding) }
            Output.line("ledger: \(status.size) entries, root \(status.root)")
            Output.line("verification key: \(status.verificationKey)")
            if !findings.isEmpty { throw ExitCode(1) }
        }
    }

    struct Tiers: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the tier of every element of every resource type.")

        func run() { Output.line(TierTable.text) }
    }

    struct Bounds: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints what one stolen session opens at most.")

        @Option(help: "The data directory.")
        var data: String

        func run() async throws {
            let (reply, status) = try await Administration.run(DataDirectory(data)) {
                (try await $0.ask(.bounds), try await $0.status())
            }
            guard case .bounds(let rows) = reply else { throw Failure.broken("broker: unexpected answer") }
            Output.line("role                tier        1 hour   1 day  30 days   (patients new to the account)")
            for row in rows {
                let columns = [row.hour, row.day, row.month].map { String($0).leftPadded(to: 8) }.joined()
                Output.line(row.role.rawValue.padded(to: 20) + row.tier.padded(to: 11) + columns)
            }
            Output.line("dormant: without the names that a search shows; these count under identity.")
            guard !status.witnessed else { return }
            Output.line(
                "No witness: whoever also sets the system's clock and restarts the broker opens the 30-day column once for each "
                    + "30 days that the clock is set forward. With a witness the columns hold.")
        }
    }
}

extension String {
    /// Filled with spaces on the right.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    /// Filled with spaces on the left.
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
