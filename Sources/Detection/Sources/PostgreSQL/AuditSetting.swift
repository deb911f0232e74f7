/// Statements that switch the audit off, or change what decides about it.
enum AuditSetting {
    /// Settings of the server that decide what is logged and where to.
    private static let server: Set<String> = [
        "shared_preload_libraries", "session_preload_libraries", "local_preload_libraries", "logging_collector",
        "log_destination", "log_statement", "log_directory", "log_filename", "log_min_messages",
    ]

    static func isSwitchedOff(by sql: String) -> Bool {
        var reader = SQLTokens(sql)
        let first = reader.next()
        if reader.word(first, is: "set") { return isOff(reader) }
        if reader.word(first, is: "alter") { return isAltered(reader) }
        if reader.word(first, is: "drop") {
            return reader.word(reader.next(), is: "extension") && names(reader, isAudit)
        }
        if reader.word(first, is: "select") { return isSetConfig(reader) }
        return false
    }

    /// `SET [SESSION | LOCAL] pgaudit.log = 'none'`.
    private static func isOff(_ reader: SQLTokens) -> Bool {
        let words = texts(reader, limit: 32)
        guard let place = words.firstIndex(of: "pgaudit"), place + 2 < words.count, words[place + 1] == "." else {
            return false
        }
        guard words[place + 2] == "log" else { return false }
        return silences(
            words.dropFirst(place + 3).filter { $0 != "=" && $0 != "to" && $0 != ";" }.joined(separator: ","))
    }

    /// `ALTER SYSTEM | ROLE | DATABASE … SET | RESET` of an audit setting, or `ALTER SYSTEM` of what the server logs.
    private static func isAltered(_ reader: SQLTokens) -> Bool {
        var reader = reader
        let what = reader.next()
        if reader.word(what, is: "system") { return names(reader) { isAudit($0) || server.contains($0) } }
        let others: [StaticString] = ["role", "user", "database", "extension"]
        return others.contains { reader.word(what, is: $0) } && names(reader, isAudit)
    }

    /// `SELECT set_config('pgaudit.log', 'none', false)`.
    private static func isSetConfig(_ reader: SQLTokens) -> Bool {
        SQLSetting.all(of: reader).contains { $0.name == "pgaudit.log" && silences($0.value) }
    }

    private static func silences(_ value: String) -> Bool {
        let value = value.lowercased()
        return value.isEmpty || value.contains("none") || value.contains("-")
    }

    private static func isAudit(_ name: String) -> Bool { name == "pgaudit" }

    private static func names(_ reader: SQLTokens, _ passes: (String) -> Bool) -> Bool {
        texts(reader, limit: 64, onlyNames: true).contains(where: passes)
    }

    private static func texts(_ reader: SQLTokens, limit: Int, onlyNames: Bool = false) -> [String] {
        var reader = reader
        var texts: [String] = []
        while texts.count < limit, let token = reader.next() {
            if !onlyNames || token.kind == .word || token.kind == .name { texts.append(reader.text(token)) }
        }
        return texts
    }
}
