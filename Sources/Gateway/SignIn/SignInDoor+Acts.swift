import BrokerAPI
import JSONTree
import Records
import Vocabulary

extension SignInDoor {
    /// Passes on what a practice's physician asks for, as the text whose digest the fresh factor names: a text that was made here would be
    /// the gateway's.
    func act(_ bytes: [UInt8], _ session: RecordSession, _ origin: UInt64) async throws -> Answer {
        let body = try SignInBody(bytes, ["key", "act", "fresh"])
        let content = try body.text("act")
        guard content.utf8.count <= SignInDoor.maximumAct else { throw HTTPRefusal.signInBody }
        let fresh = try fresh(body, try body.key().text, origin)
        switch try await administer(content, fresh, session) {
        case .done: return Answer(.noContent)
        case .asked(let id):
            return Answer(.accepted, ["request": .string(id.description)], contentType: "application/json")
        default: throw HTTPRefusal.unavailable
        }
    }

    /// What the ledger has to tell the session's practice since a moment, in milliseconds since 1970; without one, of the last 30 days.
    func notices(_ since: String?, _ session: RecordSession) async throws -> Answer {
        let start: Timestamp
        if let since {
            guard let milliseconds = Int64(since), milliseconds >= 0 else { throw HTTPRefusal.signInBody }
            start = Timestamp(milliseconds: milliseconds)
        } else {
            start = clock.now().adding(days: -30)
        }
        let content = try AdminRequest.notices(practice: session.info.practice, since: start).text
        guard case .notices(let lines, let next) = try await administer(content, nil, session) else {
            throw HTTPRefusal.unavailable
        }
        var answer = JSONObject()
        answer["entries"] = .array(try lines.map { try JSONValue(parsing: Array($0.utf8)) })
        answer["next"] = next.map { .number(JSONNumber($0.milliseconds)) }
        return Answer(.ok, .object(answer), contentType: "application/json")
    }

    private func administer(
        _ content: String, _ fresh: SignIn?, _ session: RecordSession
    ) async throws -> AdminReply? {
        try await broker.person(
            PersonRequest(
                token: session.token, proof: session.proofBytes, .administer(content, fresh: fresh))
        ).reply
    }

    /// Bytes of an act's text, as the broker reads it.
    private static let maximumAct = 16_384
}
