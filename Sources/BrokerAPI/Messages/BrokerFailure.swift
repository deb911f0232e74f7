import Vocabulary

/// A request that the broker did not carry out as a whole. (A patient that is refused is an answer, not a failure.)
public struct BrokerFailure: Error, WireMessage, Hashable, CustomStringConvertible {
    /// What kind of failure.
    public enum Code: UInt8, Sendable {
        /// The request is not well formed or breaks a limit.
        case invalid = 1
        /// The session is unknown, ended or expired.
        case session = 2
        /// The assertion was not accepted; the reason is in the broker's log only.
        case signIn = 3
        /// The holder, practice or installation is frozen by a person.
        case frozen = 4
        /// The role may not do this.
        case forbidden = 5
        /// Something it names does not exist in this practice.
        case notFound = 6
        /// It exists already, or changed meanwhile.
        case conflict = 7
        /// The ledger or the key store cannot be written or reached: nothing new is released.
        case unavailable = 8
        /// The request proof is missing, wrong, too old or used, or does not name what is asked for; the detail is a code word.
        case proof = 9
    }

    /// What kind of failure.
    public let code: Code
    /// For the log: what, never a value.
    public let detail: String

    /// Makes a failure of its kind and a word for the log.
    public init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        code = try reader.choice()
        detail = try reader.text(limit: 256)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.byte(code.rawValue)
        writer.text(String(detail.prefix(200)))
    }

    /// For the log.
    public var description: String { detail.isEmpty ? "\(code)" : "\(code): \(detail)" }
}
