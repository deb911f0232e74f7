import Foundation
import Vocabulary

/// What shows that somebody wants one step of one act, and nothing else.
public enum ActEvidence: Codable, Sendable {
    /// An assertion (RFC 7523 §3) by an operator's key whose audience is ``ActStep/audience(digest:)``, and the operator's one-time code.
    case operation(assertion: String, code: String)
    /// Such an assertion by the key of a membership, for what a practice's own physician may ask for.
    case membership(assertion: String)
}

/// What somebody does with an act.
public enum ActStep: Sendable {
    /// Asks for it.
    case request
    /// Approves it.
    case approval(ActID)
    /// Refuses it.
    case refusal(ActID)

    /// What an assertion for this step names as its audience.
    /// - Parameter digest: SHA-256 of the act's ``AdminRequest/text``.
    public func audience(digest: [UInt8]) -> String {
        let step =
            switch self {
            case .request: "request"
            case .approval(let id): "approval:\(id)"
            case .refusal(let id): "refusal:\(id)"
            }
        return "colloque:act:\(step):\(digest.hexadecimal)"
    }
}

/// An act that waits for a second person.
public struct ActItem: Codable, Sendable {
    /// Its id.
    public var id: ActID
    /// Which act, as the ledger says it.
    public var act: String
    /// Who asked.
    public var person: String
    /// Until when it waits.
    public var until: Timestamp
    /// What would be done: the request's ``AdminRequest/text``. Whoever approves signs its digest.
    public var content: String

    /// Makes it of its parts.
    public init(id: ActID, act: String, person: String, until: Timestamp, content: String) {
        self.id = id
        self.act = act
        self.person = person
        self.until = until
        self.content = content
    }
}

extension AdminRequest {
    /// The request's one JSON text: members sorted, no white space.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The request of ``text``; throws for any other text of it.
    public init(text: String) throws {
        guard let request = try? JSONDecoder().decode(AdminRequest.self, from: Data(text.utf8)),
            try request.text == text
        else { throw BrokerFailure(.invalid, "act") }
        // Before anybody reads it: what is not sound is asked of nobody.
        if case .onboard(let rows) = request, !Onboarding.areSound(rows) { throw BrokerFailure(.invalid, "act") }
        self = request
    }

    /// Who may ask for it: operators for all but a practice's grants, which they may end; who speaks for a practice for its grants, thaws of its accounts
    /// and factor resets.
    public var isAsked: (byOperators: Bool, byPractices: Bool) {
        switch self {
        case .grant(_, _, _, let hours): (hours == 0, true)
        case .resetFactors, .thaw(.member, _, _, _), .thaw(.client, _, _, _): (true, true)
        default: (true, false)
        }
    }

    /// What a `request` entry calls it, and the practice in whose chain that stands; nil for what needs no asking.
    public var act: (word: String, practice: PracticeID?)? {
        switch self {
        case .addPractice: ("practice", nil)
        case .onboard: ("onboard", nil)
        case .addMember(let practice, _, _, _, _, _), .invite(let practice, _, _, _, _, _, _): ("member", practice)
        case .addClient(let practice, _, _, _, _, _): ("client", practice)
        case .setLimits: ("limits", nil)
        case .setMode(let practice, "observe"): ("mode", practice)
        case .erase(let practice, _): ("erase", practice)
        case .addOperator, .removeOperator: ("operator", nil)
        case .thaw(_, let practice, _, _): ("thaw", practice)
        case .grant(let practice, _, _, _): ("grant", practice)
        case .allowImport(let practice, _, _): ("import", practice)
        case .resetFactors(let practice, _): ("factor-reset", practice)
        case .addRecipient: ("recipient", nil)
        case .export(let practice, _): ("export", practice)
        default: nil
        }
    }
}
