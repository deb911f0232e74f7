import BrokerAPI

/// What is wrong with a request proof, as far as its sender may know.
public enum ProofProblem: String, Hashable, Sendable {
    /// It bears no nonce, or one that is no longer accepted: sign again with the newest.
    case nonce = "use_dpop_nonce"
    /// It is missing, malformed, signed by another key, for another request or time, or was used before.
    case wrong = "invalid_dpop_proof"
    /// It is right and does not name what is asked for.
    case unnamed = "proof-does-not-name"

    /// Reads the broker's word.
    init(_ failure: BrokerFailure) {
        switch failure.detail {
        case "nonce": self = .nonce
        case "terms", "book", "patient", "rows", "path": self = .unnamed
        default: self = .wrong
        }
    }
}
