import HTTPTypes
import JSONTree

/// The errors of the token endpoint (RFC 6749 §5.2).
enum TokenError: String, Error {
    /// Not a form, a parameter missing, unknown or twice.
    case request = "invalid_request"
    /// Another grant than client credentials.
    case grant = "unsupported_grant_type"
    /// No scope of those asked for can be granted.
    case scope = "invalid_scope"
    /// Whatever else: the client is not who it says.
    case client = "invalid_client"
    /// The client is who it says, and frozen by a person (DESIGN §12): only the holder of the key learns it.
    case frozen = "account-frozen"

    var answer: Answer {
        var answer: Answer
        switch self {
        case .request, .grant, .scope: answer = TokenError.error(.badRequest, rawValue)
        case .client: answer = TokenError.error(.unauthorized, rawValue)
        case .frozen: answer = TokenError.error(.forbidden, "invalid_client", description: rawValue)
        }
        answer.reason = rawValue
        return answer
    }

    private static func error(_ status: HTTPResponse.Status, _ code: String, description: String? = nil) -> Answer {
        var body: JSONObject = JSONObject()
        body["error"] = .string(code)
        body["error_description"] = description.map(JSONValue.string)
        return Answer(status, .object(body), contentType: "application/json")
    }
}
