/// Why the drill could not be played: a step that should have worked for anybody did not.
public struct DrillError: Error, Sendable, CustomStringConvertible {
    /// Which step.
    public let description: String

    init(_ step: String) { description = "the drill could not be played: \(step)" }
}
