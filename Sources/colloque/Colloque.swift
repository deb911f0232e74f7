import ArgumentParser

/// The command line of an installation. One subcommand a file, in `Commands`.
@main
struct Colloque: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "colloque", abstract: "A patient-record vault that a stolen password does not empty.",
        discussion: "Exit status: 0 done, 1 refused or found something, 2 usage, 3 broken.",
        subcommands: [
            InitCommand.self, KeysCommand.self, LiveCommand.self, ServeCommand.self, BrokerCommand.self,
            DemoCommand.self,
            PracticeCommand.self, AccountCommand.self, TokenCommand.self, ImportCommand.self, FreezeCommand.self,
            ThawCommand.self, ActCommand.self, EraseCommand.self, ExportCommand.self, GrantCommand.self,
            LedgerCommand.self, DrillCommand.self, DoctorCommand.self, WatchCommand.self, RulesCommand.self,
            RehearseCommand.self, ScopeCommand.self, IncidentCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Output.error(failure.message)
            exit(withError: ExitCode(failure.code))
        } catch let code as ExitCode {
            exit(withError: code)
        } catch let error where exitCode(for: error) == .validationFailure {
            Output.error(fullMessage(for: error))
            exit(withError: ExitCode(2))
        } catch let error where exitCode(for: error) == .success {
            exit(withError: error)
        } catch {
            Output.error("\(error)")
            exit(withError: ExitCode(3))
        }
    }
}
