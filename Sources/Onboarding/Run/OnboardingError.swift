/// Why on-boarding did not go on; never a value of the file.
public struct OnboardingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line.
    public let description: String

    init(_ description: String) { self.description = description }
}
