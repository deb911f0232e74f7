/// Why bytes did not go out: the step, and the system's number.
public struct StreamSenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `look up`, `connect` or `send`.
    public let step: String
    /// `errno`; 0 where the system has none.
    public let code: Int32

    /// One line.
    public var description: String { "\(step) failed (\(code))" }
}
