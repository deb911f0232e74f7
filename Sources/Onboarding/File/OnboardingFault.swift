/// What is wrong in a file, where, and what to write instead; never a value of it.
public struct OnboardingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public let line: Int
    /// The column's name; nil for a whole line.
    public let column: String?
    /// What is wrong and what to write.
    public let message: String

    init(_ line: Int, _ column: String?, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// `12: finess: …`, to stand behind the file's name and a colon.
    public var description: String { "\(line): " + (column.map { $0 + ": " } ?? "") + message }
}

/// Everything that is wrong in one file: nothing of it is done.
public struct OnboardingFaults: Error, Sendable {
    /// In the order of the lines, at least one.
    public let faults: [OnboardingFault]
}
