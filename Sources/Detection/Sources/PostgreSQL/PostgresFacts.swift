/// What the forms of PostgreSQL's log agree about, whatever they call it.
struct PostgresFacts {
    var session: String?
    var user: String?
    var application: String?
    var remote: String?
    var severity = ""
    var state: String?
    var message = ""
    /// The SQL of a statement that failed.
    var query: String?

    /// The SQL of a message of `log_statement` or `log_min_duration_statement`: `statement: …`, `execute name: …`, with
    /// or without `duration: 0.860 ms  ` before it.
    var loggedSQL: String? {
        var walk = ByteWalk(Array(message.utf8))
        if walk.skip("duration: ".utf8) { guard walk.take(untilText: Array(" ms  ".utf8)) != nil else { return nil } }
        if walk.skip("statement: ".utf8) { return walk.text(walk.rest()) }
        guard walk.skip("execute ".utf8), walk.take(untilText: Array(": ".utf8)) != nil else { return nil }
        return walk.text(walk.rest())
    }

    /// Whether a session began, by `log_connections`.
    var isLogin: Bool { message.hasPrefix("connection authorized:") }

    /// Whether a session was refused: class 28 of the error codes, or what the log says where it has no codes.
    var isRefusedLogin: Bool {
        guard severity == "FATAL" else { return false }
        if let state, state != "00000" { return state.hasPrefix("28") }
        return message.hasPrefix("no pg_hba.conf entry") || message.contains("authentication failed")
            || (message.hasPrefix("role \"") && message.hasSuffix("does not exist"))
    }

    var isFailure: Bool { ["ERROR", "FATAL", "PANIC"].contains(severity) }
}
