import BrokerAPI
import FHIR
import Sealing
import Store
import Vocabulary

extension RecordError {
    /// Runs `body` and says what went wrong in our words.
    static func mapping<R>(_ body: () async throws -> R) async throws(RecordError) -> R {
        do { return try await body() } catch { throw RecordError(error) }
    }

    /// Runs `body` and says what went wrong in our words.
    static func mapping<R>(_ body: () throws -> R) throws(RecordError) -> R {
        do { return try body() } catch { throw RecordError(error) }
    }

    /// What an error of a lower layer means to the caller; ``unavailable`` for all that is not known.
    init(_ error: any Error) {
        switch error {
        case let error as RecordError: self = error
        case let error as BrokerFailure: self.init(error)
        case let error as StoreError: self.init(error)
        case let error as SplitError: self.init(error)
        case let error as SealingError: self = error.code == .tooLarge ? .tooLarge : .damaged
        default: self = .unavailable
        }
    }

    /// What a refusal of a tier without which nothing can be shown means.
    init(_ refusal: HeldKeys.Refusal) {
        switch refusal.reason {
        case .unknown: self = .notFound
        case .frozen: self = .frozen
        case .role, .depositOnly: self = .forbidden
        case .unnamed: self = .proof(.unnamed)
        default: self = .refused(refusal.reason, retryAfter: refusal.retryAfter)
        }
    }

    private init(_ failure: BrokerFailure) {
        switch failure.code {
        case .invalid: self = .invalid([RecordIssue("not-accepted")])
        case .session: self = .session
        case .frozen: self = .frozen
        case .forbidden where failure.detail == RefusalReason.emergencyLimit.rawValue:
            self = .refused(.emergencyLimit, retryAfter: 0)
        case .forbidden, .signIn: self = .forbidden
        case .notFound: self = .notFound
        case .conflict: self = .conflict
        case .unavailable: self = .unavailable
        case .proof: self = .proof(ProofProblem(failure))
        }
    }

    private init(_ error: StoreError) {
        switch error.code {
        case .conflict: self = .conflict
        case .unknownPatient: self = .invalid([.unknownPatient])
        case .invalid: self = .tooLarge
        case .damaged: self = .damaged
        default: self = .unavailable
        }
    }

    private init(_ error: SplitError) {
        self = error.code == .damagedPart ? .damaged : .invalid([RecordIssue(error)])
    }
}
