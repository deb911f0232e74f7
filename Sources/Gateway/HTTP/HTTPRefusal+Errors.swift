import BrokerAPI
import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

extension HTTPRefusal {
    /// What a caller is told of an error of `Records` (DESIGN §12).
    init(_ error: RecordError) {
        self =
            switch error {
            case .notFound: .notFound
            case .gone: HTTPRefusal(.gone, "deleted", "deleted")
            case .conflict: HTTPRefusal(.conflict, "conflict", "conflict", "It changed meanwhile.")
            case .preconditionFailed:
                HTTPRefusal(.preconditionFailed, "conflict", "version", "If-Match is not the current version.")
            case .preconditionRequired:
                HTTPRefusal(.preconditionRequired, "required", "if-match", "If-Match is required.")
            case .invalid(let issues): HTTPRefusal(invalid: issues)
            case .refused(let reason, let seconds): HTTPRefusal(reason, retryAfter: seconds)
            case .keepTyping: HTTPRefusal(.unprocessableContent, "too-costly", "keep-typing")
            case .page: HTTPRefusal(.badRequest, "expired", "page", "The link to this page is no longer good.")
            case .frozen: .frozen
            case .session: .noSession
            case .forbidden: .role
            case .proof(let problem): .proof(problem)
            case .unavailable: .unavailable
            case .tooLarge: .bodyTooLarge
            case .damaged: .internalError
            }
    }

    /// Every issue of a resource with its element.
    init(invalid issues: [RecordIssue]) {
        let issues = issues.prefix(50).map {
            OperationOutcome.Issue(
                .error, "invalid", detail: .init($0.code), expressions: $0.location.isEmpty ? [] : [$0.location])
        }
        self.init(
            .unprocessableContent, "invalid-resource",
            issues.isEmpty
                ? [OperationOutcome.Issue(.error, "invalid", detail: .init("invalid-resource"))] : Array(issues))
    }

    /// What a caller is told when the broker refuses a key.
    init(_ reason: RefusalReason, retryAfter: UInt32) {
        self =
            switch reason {
            case .limit, .dormantLimit, .practiceLimit, .partnerLimit, .tripwire, .unconfirmed, .emergencyLimit:
                .openingLimit(retryAfter: retryAfter)
            case .frozen, .careOnly: .frozen
            case .role, .depositOnly: .role
            case .unknown: .notFound
            case .tooMany: HTTPRefusal(.keepTyping)
            case .forgedRow: .internalError
            case .unnamed: .proof(.unnamed)
            }
    }

    /// 429 with `opening-limit`; an hour where waiting is not known to help sooner.
    static func openingLimit(retryAfter seconds: UInt32) -> HTTPRefusal {
        HTTPRefusal(
            .tooManyRequests, "throttled", "opening-limit", "The limit of openings is reached.",
            headers: [.retryAfter: String(seconds == 0 ? 3_600 : seconds)])
    }

    /// What a caller is told of text that is not JSON: what and where, by byte and element.
    init(_ error: JSONError, line: Int? = nil) {
        guard error.code != .tooLarge else {
            self = .bodyTooLarge
            return
        }
        let place = line.map { "line \($0), byte \(error.offset)" } ?? "byte \(error.offset)"
        let expression = PlainName.expression(pointer: error.path)
        self.init(
            .badRequest, "structure", "invalid-json", "\(error.code) at \(place)",
            expressions: expression.isEmpty ? [] : [expression])
    }

    /// A resource that is not what its place asks for.
    static func element(_ code: String, _ expression: String) -> HTTPRefusal {
        HTTPRefusal(.unprocessableContent, "invalid", code, expressions: [expression])
    }

    /// What a caller is told of a failure of the broker itself.
    init(_ failure: BrokerFailure) {
        self =
            switch failure.code {
            case .session, .signIn: .noSession
            case .frozen: .frozen
            case .forbidden: .role
            case .notFound: .notFound
            case .conflict: HTTPRefusal(.conflict)
            case .proof: .proof(.wrong)
            case .invalid, .unavailable: .unavailable
            }
    }
}

extension HTTPRefusal {
    /// A header or feature of FHIR that is not served, by a name of ours.
    static func notSupported(_ name: String) -> HTTPRefusal {
        HTTPRefusal(.badRequest, "not-supported", "not-supported", "\(name) is not supported.")
    }
}
