import BrokerAPI
import ClientKeys
import Crypto
import Identity
import Vocabulary

@testable import Broker
@testable import Identity

/// An operator with a key and a secret for one-time codes.
struct TestOperator: Sendable {
    let person: PersonID
    let key: KeyPair
    let totp: TOTP

    /// The code of a moment.
    func code(_ now: Timestamp) -> String { String(decoding: totp.code(at: now.seconds / TOTP.period), as: UTF8.self) }

    /// What shows that the operator wants one step of an act.
    func evidence(_ step: ActStep, _ content: String, _ now: Timestamp, code: String? = nil) throws -> ActEvidence {
        let audience = step.audience(digest: Array(SHA256.hash(data: Array(content.utf8))))
        return .operation(
            assertion: try key.assertion(subject: person, audience: audience, now: now), code: code ?? self.code(now))
    }
}

extension TestInstallation {
    func addOperator(_ name: String = "O") async throws -> TestOperator {
        let key = KeyPair()
        let reply = await (try broker).admin(.addOperator(name: name, key: key.publicKey.text))
        guard case .enrolled(let person, let uri) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return TestOperator(person: person, key: key, totp: try TestInstallation.totp(uri))
    }

    /// Declares a real installation live, which takes two operators.
    func goLive() async throws {
        for _ in 0..<2 { _ = try await addOperator() }
        guard await (try broker).admin(.live).isDone else { throw BrokerFailure(.conflict, "live") }
    }

    /// The secret of an `otpauth` URI.
    static func totp(_ uri: String) throws -> TOTP {
        guard let text = uri.split(separator: "secret=").last?.split(separator: "&").first,
            let secret = Base32.standard.decode(Array(text.utf8))
        else { throw BrokerFailure(.invalid, "otpauth") }
        return try TOTP(secret: SecretBytes(secret))
    }

    var now: Timestamp { get throws { try broker.moment() } }

    /// Asks for an act and moves on to the next code.
    func ask(_ request: AdminRequest, _ who: TestOperator) async throws -> AdminReply {
        let content = try request.text
        let reply = await (try broker).admin(
            .ask(content: content, evidence: try who.evidence(.request, content, now)))
        advance(seconds: TOTP.period)
        return reply
    }

    /// Asks for an act that waits then.
    func asked(_ request: AdminRequest, _ who: TestOperator) async throws -> ActID {
        let reply = try await ask(request, who)
        guard case .asked(let id) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        return id
    }

    func approve(_ id: ActID, _ request: AdminRequest, _ who: TestOperator) async throws -> AdminReply {
        let content = try request.text
        let evidence = try who.evidence(.approval(id), content, now)
        let reply = await (try broker).admin(.approve(act: id, evidence: evidence))
        advance(seconds: TOTP.period)
        return reply
    }

    var size: Int64 { get throws { try broker.look { state, _ in state.size } } }

    /// The newest entries' kinds.
    func kinds(after size: Int64) throws -> [String] {
        var kinds: [String] = []
        try broker.forEachEntry { index, entry in if index >= size { kinds.append(entry.event.kind) } }
        return kinds
    }
}

extension AdminReply {
    var isDone: Bool { if case .done = self { true } else { false } }

    var refusal: String? { if case .refused(let reason) = self { reason } else { nil } }

    var added: String? { if case .added(let id) = self { id } else { nil } }
}
