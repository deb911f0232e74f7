/// Why the queue of deliveries cannot do what is asked.
public struct DeliveryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed.
    public enum Code: String, Sendable {
        /// A call of the system; the number tells which error.
        case system
        /// Another process holds the queue.
        case locked
        /// The body is longer than an entry may be.
        case oversized
        /// The key is none that can stand in a file's name.
        case key
    }

    /// What failed.
    public let code: Code
    /// `errno`, or 0.
    public let number: Int32

    init(_ code: Code, _ number: Int32 = 0) { (self.code, self.number) = (code, number) }

    /// One line.
    public var description: String { number == 0 ? "delivery: \(code)" : "delivery: \(code) (\(number))" }
}
