import HTTPTypes
import Hummingbird

/// Which pages of other origins may use the API from a browser (Fetch standard, "CORS protocol"): those that the configuration names, and no
/// others. No cookies are used, so none are allowed.
struct WebOrigins: Sendable {
    let origins: Set<String>
    private static let allowed = "Authorization, Content-Type, DPoP, Accept, If-Match, If-None-Exist, Prefer"
    private static let exposed = "DPoP-Nonce, WWW-Authenticate, ETag, Location, Retry-After, Date, X-Request-Id"
    private static let methods = "GET, HEAD, POST, PUT, PATCH, DELETE"

    /// The answer to a preflight of an origin that is named; nil for anything else.
    func preflight(_ request: Request) -> Answer? {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil,
            let origin = origin(of: request)
        else { return nil }
        var answer = Answer(.noContent)
        answer.headers = [
            .accessControlAllowOrigin: origin, .accessControlAllowMethods: WebOrigins.methods,
            .accessControlAllowHeaders: WebOrigins.allowed, .accessControlMaxAge: "600", .vary: "Origin",
        ]
        return answer
    }

    /// Lets a page of an origin that is named read the answer.
    func admit(_ request: Request, to answer: inout Answer) {
        guard !origins.isEmpty else { return }
        answer.headers[.vary] = "Origin"
        guard let origin = origin(of: request) else { return }
        answer.headers[.accessControlAllowOrigin] = origin
        answer.headers[.accessControlExposeHeaders] = WebOrigins.exposed
    }

    private func origin(of request: Request) -> String? {
        request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
    }
}
