/// The words before a message in the stderr log (PostgreSQL 15 documentation, table 20.2), and those before what
/// belongs to it.
enum LogSeverity {
    static let main = [
        "LOG", "ERROR", "FATAL", "PANIC", "WARNING", "NOTICE", "INFO", "DEBUG", "DEBUG1", "DEBUG2", "DEBUG3", "DEBUG4",
        "DEBUG5",
    ]
    /// And the names that csvlog has for them.
    static let further = [
        "DETAIL": "detail", "HINT": "hint", "QUERY": "internal_query", "CONTEXT": "context", "STATEMENT": "query",
        "LOCATION": "location", "BACKTRACE": "backtrace",
    ]

    static func starts(_ walk: ByteWalk) -> Bool {
        var walk = walk
        return take(&walk) != nil
    }

    /// Steps over `LOG:  ` and the like.
    static func take(_ walk: inout ByteWalk) -> String? {
        let start = walk.position
        let word = walk.take { ($0 >= 0x41 && $0 <= 0x5A) || $0.isDigit }
        let text = word.count <= 9 ? walk.text(word) : ""
        guard main.contains(text) || further[text] != nil, walk.skip(":") else {
            walk.position = start
            return nil
        }
        _ = walk.skip("  ".utf8) || walk.skip(" ")
        return text
    }
}
