import Synchronization

/// Carries one result from the writer's thread to a blocked one.
final class ResultBox: Sendable {
    let result = Mutex<Result<SignedCheckpoint, LedgerError>?>(nil)
}
