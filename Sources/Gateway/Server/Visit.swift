import Vocabulary

/// What is known of a request while it is answered, for the log line.
struct Visit {
    /// Drawn for each request; also in `X-Request-Id`.
    let id = String(UInt64.random(in: .min ... .max), radix: 16)
    /// The route's template, or `none`.
    var template = "none"
    /// The session, once verified.
    var session: SessionID?
    /// Whether the body was read to its end.
    var hasReadBody = false
}
