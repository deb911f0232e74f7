/// Ends a command with a one-line message and an exit status.
struct Failure: Error {
    let code: Int32
    let message: String

    /// Refused, or found something.
    static func refused(_ message: String) -> Failure { Failure(code: 1, message: message) }
    /// Used wrongly.
    static func usage(_ message: String) -> Failure { Failure(code: 2, message: message) }
    /// Something is broken or not running.
    static func broken(_ message: String) -> Failure { Failure(code: 3, message: message) }
}
