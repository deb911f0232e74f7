import Foundation
import Vocabulary

/// What the person behind a session asks about themself.
public struct PersonRequest: WireMessage {
    /// What is asked.
    public enum Action: Sendable {
        /// A session of another membership, with the same key, class and end.
        case turn(to: MemberID)
        /// The end of all the person's sessions.
        case signOut
        /// The person's memberships and factors.
        case show
        /// The end of a factor, by its id; it takes a fresh one.
        case remove(factor: String, fresh: SignIn)
        /// What a practice's physician may ask for by themself (the text of an ``AdminRequest``): notices, or with a fresh factor a grant, a thaw, a factor reset.
        case administer(String, fresh: SignIn?)
    }

    /// The session.
    public let token: SessionToken
    /// The signed request proof.
    public let proof: [UInt8]
    /// What is asked.
    public let action: Action

    /// Makes it of its parts.
    public init(token: SessionToken, proof: [UInt8], _ action: Action) {
        self.token = token
        self.proof = proof
        self.action = action
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        token = try SessionToken(from: &reader)
        proof = try reader.data(limit: 16_384)
        switch try reader.byte() {
        case 1: action = .turn(to: try reader.id())
        case 2: action = .signOut
        case 3: action = .show
        case 4: action = .remove(factor: try reader.text(limit: 64), fresh: try SignIn(from: &reader))
        case 5:
            action = .administer(
                try reader.text(limit: 16_384),
                fresh: try reader.optional { (reader) throws(WireError) in try SignIn(from: &reader) })
        default: throw WireError("action")
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        token.write(to: &writer)
        writer.data(proof)
        switch action {
        case .turn(let membership):
            writer.byte(1)
            writer.id(membership)
        case .signOut: writer.byte(2)
        case .show: writer.byte(3)
        case .remove(let factor, let fresh):
            writer.byte(4)
            writer.text(factor)
            fresh.write(to: &writer)
        case .administer(let content, let fresh):
            writer.byte(5)
            writer.text(content)
            writer.optional(fresh) { $1.write(to: &$0) }
        }
    }
}

/// A person as the person may see it.
public struct PersonAnswer: WireMessage {
    /// The new session, where one was asked for.
    public let grant: SessionGrant?
    /// Where the person may act.
    public let memberships: [Membership]
    /// The person's factors: `kind:id`.
    public let factors: [String]
    /// What came of an ``AdminRequest``.
    public let reply: AdminReply?

    /// Makes it of its parts.
    public init(
        grant: SessionGrant? = nil, memberships: [Membership] = [], factors: [String] = [], reply: AdminReply? = nil
    ) {
        self.reply = reply
        self.grant = grant
        self.memberships = memberships
        self.factors = factors
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        grant = try reader.optional { (reader) throws(WireError) in try SessionGrant(from: &reader) }
        memberships = try reader.list(limit: 1_024)
        factors = try reader.list(limit: 1_024) { (reader) throws(WireError) in try reader.text(limit: 64) }
        reply = try reader.optional { (reader) throws(WireError) in
            let bytes = try reader.data(limit: 8 << 20)
            guard let reply = try? JSONDecoder().decode(AdminReply.self, from: Data(bytes)) else {
                throw WireError("reply")
            }
            return reply
        }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.optional(grant) { $1.write(to: &$0) }
        writer.list(memberships)
        writer.list(factors) { $0.text($1) }
        writer.optional(reply) { $0.data((try? JSONEncoder().encode($1)).map { Array($0) } ?? []) }
    }
}

/// A membership of the person who asks.
public struct Membership: WireMessage, Hashable {
    /// Its id.
    public let member: MemberID
    /// The practice.
    public let practice: PracticeID
    /// What the person does there.
    public let role: Role

    /// Makes it of its parts.
    public init(member: MemberID, practice: PracticeID, role: Role) {
        self.member = member
        self.practice = practice
        self.role = role
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        member = try reader.id()
        practice = try reader.id()
        role = try reader.word()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(member)
        writer.id(practice)
        writer.text(role.rawValue)
    }
}

extension PersonRequest.Action {
    /// The path that the request's proof must have signed; nil for any.
    public var path: String? {
        switch self {
        case .turn: "/signin/switch"
        case .signOut: "/signin/out"
        case .remove: "/signin/factors/remove"
        case .administer(_, nil): "/signin/notices"
        case .administer: "/signin/acts"
        case .show: nil
        }
    }
}
