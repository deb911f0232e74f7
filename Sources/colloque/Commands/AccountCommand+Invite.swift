import ArgumentParser
import BrokerAPI
import JSONTree
import Vocabulary

extension AccountCommand {
    /// Adds a membership of somebody who enrols factors of their own.
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a membership without a key: a new person gets an invitation, good for seven days and once.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice: an id or a unique name.")
        var practice: String
        @Option(help: "physician nurse pharmacist secretary remote-secretariat on-call support.")
        var role: String
        @Option(help: "The account's name.")
        var name: String
        @Option(help: "A person who has other memberships: the id that their invitation printed.")
        var person: String?
        @Option(help: "The membership that is replaced, whose limit is shared.")
        var shares: String?
        @Option(help: "Days until the membership ends.")
        var days: Int64?
        @Option(help: "The RPPS number by which the OpenID provider knows the person, 11 digits.")
        var rpps: String?
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard let role = Role(rawValue: role), role.isMembership else {
                throw Failure.usage("no such role of a membership: \(self.role)")
            }
            guard person == nil || PersonID(person ?? "") != nil, shares == nil || MemberID(shares ?? "") != nil,
                days.map({ (1...36_500).contains($0) }) ?? true
            else { throw Failure.usage("--person, --shares: an id; --days: 1 to 36,500") }
            let reply = try await Administration.run(DataDirectory(data)) { administration in
                let practice = try await administration.practice(self.practice)
                var end: Int64?
                if let days { end = try await administration.status().time.adding(days: days).milliseconds }
                let request = AdminRequest.invite(
                    practice: practice, role: role, name: name, person: person.flatMap { PersonID($0) },
                    shares: shares.flatMap { MemberID($0) }, end: end, rpps: rpps)
                return try await administration.act(request, by: by)
            }
            guard case .invited(let member, let person, let code) = reply else { return reply.report(json: json) }
            guard json else {
                Output.line(member)
                if let code { Output.line("invitation: \(code)") }
                return
            }
            Output.json(
                ["id": .string(member), "person": .string(person), "invitation": code.map(JSONValue.string) ?? .null])
        }
    }
}
