import ArgumentParser
import BrokerAPI
import Crypto
import Vocabulary

/// `colloque grant`: lets the vendor's support see a practice's patients for a time, or ends that.
struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract:
            "Lets a support account see a practice's patients for some hours; one of the practice's physicians signs.")

    @Option(help: "The data directory.")
    var data: String
    @Option(help: "The support account: an id or a unique name.")
    var to: String
    @Option(help: "identity, contact, medical; joined by commas.")
    var tiers = "identity"
    @Option(help: "For how many hours, 72 at most; 0 ends it.")
    var hours: Int64
    @Option(help: "The physician's account: an id or a unique name.")
    var account: String?
    @Option(help: "The physician's private key (PEM).")
    var key: String?
    @OptionGroup var by: OperatorOptions

    func run() async throws {
        guard let tiers = Tiers(words: tiers) else { throw Failure.usage("no such tiers") }
        try await Administration.run(DataDirectory(data)) { administration in
            let (practice, holder, _) = try await administration.holder(to)
            guard case .member(let member) = holder else { throw Failure.refused("a client takes no grant") }
            let request = AdminRequest.grant(practice: practice, member: member, tiers: tiers, hours: hours)
            let content = try request.text
            let evidence = try await evidence(content, administration)
            _ = try await administration.ask(.ask(content: content, evidence: evidence))
        }
        Output.line(hours > 0 ? "granted" : "ended")
    }

    private func evidence(_ content: String, _ administration: Administration) async throws -> ActEvidence {
        let now = try await administration.status().time
        guard let account, let key else { return try by.evidence(.request, content, at: now) }
        guard case .member(let physician) = try await administration.holder(account).holder else {
            throw Failure.refused("not a physician's account")
        }
        let audience = ActStep.request.audience(digest: Array(SHA256.hash(data: Array(content.utf8))))
        let pair = try KeyFile.read(key)
        return .membership(assertion: try pair.assertion(subject: physician, audience: audience, now: now))
    }
}
