/// A pitfall that stands somewhere on purpose.
struct PitfallException {
    let file: String
    let pitfall: String
    let reason: String

    /// All of them. One that is no longer needed fails the tests.
    static let all: [PitfallException] = [
        PitfallException(
            file: "Sources/Vocabulary/SecretBytes.swift", pitfall: "nonisolated(unsafe)",
            reason: "a pointer written in init and deinit only")
    ]
}
