import FHIR
import HTTPTypes

/// An answer that is not what was asked for: a status, and issues that hold codes and places, never a value.
struct Refusal: Error, Sendable {
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

extension Refusal {
    /// Unknown, another practice's, erased, or not an id at all: one answer, the same bytes.
    static let notFound = Refusal(.notFound, "not-found", "not-found")
    static let badTarget = Refusal(
        .badRequest, "invalid", "bad-request-target", "The request target is not well formed.")
    static let targetTooLong = Refusal(.uriTooLong, "too-long", "request-target-too-long")
    static let tooManyParameters = Refusal(.badRequest, "too-long", "too-many-parameters")
    static let notAcceptable = Refusal(
        .notAcceptable, "not-supported", "not-acceptable", "Only application/fhir+json is served.")
    static let mediaType = Refusal(.unsupportedMediaType, "not-supported", "media-type")
    static let bodyTooLarge = Refusal(.contentTooLarge, "too-long", "body-too-large")
    static let bodyTooSlow = Refusal(.requestTimeout, "timeout", "body-too-slow")
    static let bodyIncomplete = Refusal(.badRequest, "incomplete", "body-incomplete")
    static let busy = Refusal(.serviceUnavailable, "transient", "busy", headers: [.retryAfter: "1"])
    static let unavailable = Refusal(.serviceUnavailable, "transient", "unavailable", headers: [.retryAfter: "5"])
    static let internalError = Refusal(.internalServerError, "exception", "internal")
    static let tooManyRequests = Refusal(
        .tooManyRequests, "throttled", "request-rate", headers: [.retryAfter: "60"])
    static let frozen = Refusal(
        .forbidden, "suppressed", "account-frozen", "This account is frozen; the practice can thaw it.")
    static let role = Refusal(.forbidden, "forbidden", "role", "This role may not do that.")
    static let noCredentials = Refusal(
        .unauthorized, "login", "login", headers: [.wwwAuthenticate: "Bearer realm=\"colloque\""])
    static let noSession = Refusal(
        .unauthorized, "expired", "session",
        headers: [.wwwAuthenticate: "Bearer realm=\"colloque\", error=\"invalid_token\""])

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Refusal {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        return Refusal(.methodNotAllowed, "not-supported", "method-not-allowed", headers: [.allow: list])
    }

    /// Names a parameter, when its name is plain, and never its value.
    static func parameter(_ name: String, _ why: String = "unknown parameter") -> Refusal {
        Refusal(.badRequest, "invalid", "parameter", "\(PlainName.of(name)): \(why)")
    }

    static func header(_ name: String) -> Refusal {
        Refusal(.badRequest, "invalid", "header", "\(name): not well formed")
    }
}
