import FHIR
import HTTPTypes
import Records

/// An answer that is not what was asked for: a status, and issues that hold codes and places, never a value.
struct HTTPRefusal: Error, Sendable {
    let status: HTTPResponse.Status
    let issues: [OperationOutcome.Issue]
    var headers: HTTPFields = [:]
    /// What the metrics count it as.
    let reason: String

    init(
        _ status: HTTPResponse.Status, _ issueCode: String, _ reason: String, _ sentence: String? = nil,
        expressions: [String] = [], headers: HTTPFields = [:]
    ) {
        self.init(
            status, reason,
            [
                OperationOutcome.Issue(
                    .error, issueCode, detail: .init(reason), diagnostics: sentence, expressions: expressions)
            ], headers: headers)
    }

    init(_ status: HTTPResponse.Status, _ reason: String, _ issues: [OperationOutcome.Issue], headers: HTTPFields = [:])
    {
        self.status = status
        self.reason = reason
        self.issues = issues
        self.headers = headers
    }

    /// The OperationOutcome that is answered.
    var answer: Answer {
        var answer = Answer(status, OperationOutcome(issues).json)
        answer.headers.append(contentsOf: headers)
        answer.reason = reason
        return answer
    }
}

extension HTTPRefusal {
    /// Unknown, another practice's, erased, or not an id at all: one answer, the same bytes.
    static let notFound = HTTPRefusal(.notFound, "not-found", "not-found")
    static let badTarget = HTTPRefusal(
        .badRequest, "invalid", "bad-request-target", "The request target is not well formed.")
    static let targetTooLong = HTTPRefusal(.uriTooLong, "too-long", "request-target-too-long")
    static let tooManyParameters = HTTPRefusal(.badRequest, "too-long", "too-many-parameters")
    static let notAcceptable = HTTPRefusal(
        .notAcceptable, "not-supported", "not-acceptable", "Only application/fhir+json is served.")
    static let mediaType = HTTPRefusal(.unsupportedMediaType, "not-supported", "media-type")
    static let bodyTooLarge = HTTPRefusal(.contentTooLarge, "too-long", "body-too-large")
    static let lengthRequired = HTTPRefusal(.lengthRequired, "required", "content-length")
    static let bodyTooSlow = HTTPRefusal(.requestTimeout, "timeout", "body-too-slow")
    static let bodyIncomplete = HTTPRefusal(.badRequest, "incomplete", "body-incomplete")
    static let busy = HTTPRefusal(.serviceUnavailable, "transient", "busy", headers: [.retryAfter: "1"])
    static let unavailable = HTTPRefusal(.serviceUnavailable, "transient", "unavailable", headers: [.retryAfter: "5"])
    static let internalError = HTTPRefusal(.internalServerError, "exception", "internal")
    static let tooManyRequests = HTTPRefusal(
        .tooManyRequests, "throttled", "request-rate", headers: [.retryAfter: "60"])
    static let frozen = HTTPRefusal(
        .forbidden, "suppressed", "account-frozen", "This account is frozen; the practice can thaw it.")
    static let role = HTTPRefusal(.forbidden, "forbidden", "role", "This role may not do that.")
    static let noCredentials = HTTPRefusal(
        .unauthorized, "login", "login", headers: [.wwwAuthenticate: "Bearer realm=\"colloque\""])
    static let noSession = HTTPRefusal(
        .unauthorized, "expired", "session",
        headers: [.wwwAuthenticate: "Bearer realm=\"colloque\", error=\"invalid_token\""])

    /// Where GET is allowed, HEAD is.
    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> HTTPRefusal {
        let list = allowed.map { $0 == .get ? "GET, HEAD" : $0.rawValue }.joined(separator: ", ")
        return HTTPRefusal(.methodNotAllowed, "not-supported", "method-not-allowed", headers: [.allow: list])
    }

    /// Any other method than GET and HEAD on an AuditEvent or a Provenance.
    static let neverWritten = HTTPRefusal(
        .methodNotAllowed, "not-supported", "read-only-type",
        "AuditEvent and Provenance are made of the logs and written by nobody.", headers: [.allow: "GET, HEAD"])

    /// Names a parameter, when its name is plain, and never its value.
    static func parameter(_ name: String, _ why: String = "unknown parameter") -> HTTPRefusal {
        HTTPRefusal(.badRequest, "invalid", "parameter", "\(PlainName.of(name)): \(why)")
    }

    static func header(_ name: String) -> HTTPRefusal {
        HTTPRefusal(.badRequest, "invalid", "header", "\(name): not well formed")
    }

    /// A request proof that is not accepted (RFC 9449 §7.1, §9), or does not name what is asked for.
    static func proof(_ problem: ProofProblem) -> HTTPRefusal {
        guard problem != .unnamed else {
            return HTTPRefusal(
                .forbidden, "forbidden", problem.rawValue,
                "The request proof does not name this patient, tier or search.")
        }
        return HTTPRefusal(
            .unauthorized, "login", problem.rawValue,
            headers: [.wwwAuthenticate: "DPoP algs=\"ES256\", error=\"\(problem.rawValue)\""])
    }
}
