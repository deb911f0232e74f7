import ArgumentParser
import BrokerAPI
import Crypto
import Vocabulary

/// Who asks for or approves an act of two people, once the installation is live.
struct OperatorOptions: ParsableArguments {
    @Option(name: .customLong("operator"), help: "An operator's key file; needed once the installation is live.")
    var keyFile: String?
    @Option(help: "The operator's one-time code.")
    var code: String?

    /// Signs one step of an act.
    func evidence(_ step: ActStep, _ content: String, at now: Timestamp) throws -> ActEvidence {
        guard let keyFile, let code else { throw Failure.usage("give --operator and --code") }
        let file = try OperatorFile(path: keyFile)
        let audience = step.audience(digest: Array(SHA256.hash(data: Array(content.utf8))))
        return .operation(
            assertion: try file.key.assertion(subject: file.person, audience: audience, now: now), code: code)
    }
}

extension Administration {
    /// Asks for what takes two people once the installation is live: then the answer is ``AdminReply/asked(_:)``.
    func act(_ request: AdminRequest, by options: OperatorOptions) async throws -> AdminReply {
        let status = try await status()
        guard status.live else { return try await ask(request) }
        let content = try request.text
        return try await ask(.ask(content: content, evidence: try options.evidence(.request, content, at: status.time)))
    }
}

extension AdminReply {
    /// Prints what came of an act.
    func report(json: Bool) {
        switch self {
        case .asked(let id) where json: Output.json(["request": .string(id.description)])
        case .asked(let id): Output.line("asked: \(id) (another operator: colloque act approve --act \(id))")
        case .added(let id) where json: Output.json(["id": .string(id)])
        case .added(let id): Output.line(id)
        case .onboarded(let done) where json:
            Output.json(["practices": .array(done.map { .string($0.practice.description) })])
        case .onboarded(let done): Output.line("\(done.count) practices, \(done.count { $0.code != nil }) invitations")
        case .invited(let member, _, let code): Output.line([member, code ?? ""].joined(separator: "  "))
        case .enrolled(let person, let totp) where json:
            Output.json(["id": .string(person.description), "totp": .string(totp)])
        case .enrolled(let person, let totp): Output.line("\(person)\n\(totp)")
        default: Output.line("done")
        }
    }
}
