/// A factor of the severity with the reason for its value: a code, and what a person wrote beside it.
public struct Factor<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// Why it has this value.
    public let reason: FactorReason
    /// What a person added; empty where nobody did.
    public let note: ClippedText

    /// Joins a value and its reason; the note is cut to ``ClippedText/noteBytes``.
    public init(_ value: Value, _ reason: FactorReason, note: String = "") {
        (self.value, self.reason, self.note) = (value, reason, ClippedText(note))
    }
}
