import Vocabulary

/// What a watch remembers of an earlier run.
struct WatchMemory {
    let gate: FindingGate
    let baselines: Baselines
    let places: Places
    /// What correlations found before this moment was told.
    let told: Timestamp?
    /// The engine's newest time at the place from which is read again; nil when it is read from the begin.
    let readFrom: Timestamp?
}
