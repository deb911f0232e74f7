extension StatementClass {
    /// The class of a statement's text. Only its words count, never its literals, but for values of audit settings.
    public init(sql: String) {
        let tokens = SQLTokens(sql)
        var reader = tokens
        let first = reader.next()
        self = StatementClass.class(of: first, &reader)
        guard self != .write, self != .copy, AuditSetting.isSwitchedOff(by: sql) else { return }
        self = .auditOff
    }

    /// The class of what pgAudit logged: its command, corrected by the statement's first word.
    init(audit: AuditMessage) {
        let byText = audit.statement.map { StatementClass(sql: $0) }
        if byText == .auditOff || (byText == .copy && audit.auditClass == "READ") {
            self = byText ?? .other
            return
        }
        switch audit.command {
        case "SELECT": self = .select
        case "COPY": self = audit.auditClass == "READ" ? .copy : .write
        case "DECLARE CURSOR", "FETCH", "MOVE", "CLOSE CURSOR": self = .cursor
        default:
            switch audit.auditClass {
            case "WRITE": self = .write
            case "DDL", "ROLE": self = .ddl
            default: self = .other
            }
        }
    }

    private static func `class`(of first: SQLToken?, _ reader: inout SQLTokens) -> StatementClass {
        guard let first else { return .other }
        if first.kind == .symbol { return reader.symbol(first, is: "(") ? .select : .other }
        switch reader.text(first) {
        case "select", "table", "values": return .select
        case "with": return isWriting(&reader) ? .write : .select
        case "copy": return isCopyingOut(&reader) ? .copy : .write
        case "declare", "fetch", "move", "close": return .cursor
        case "insert", "update", "delete", "merge", "truncate": return .write
        case "create", "alter", "drop", "grant", "revoke", "comment", "reassign", "security", "import": return .ddl
        default: return .other
        }
    }

    private static func isWriting(_ reader: inout SQLTokens) -> Bool {
        while let token = reader.next() {
            let words: [StaticString] = ["insert", "update", "delete", "merge"]
            if words.contains(where: { reader.word(token, is: $0) }) { return true }
        }
        return false
    }

    /// Whether `TO` comes outside of parentheses, before `FROM`.
    private static func isCopyingOut(_ reader: inout SQLTokens) -> Bool {
        var depth = 0
        while let token = reader.next() {
            if reader.symbol(token, is: "(") { depth += 1 }
            if reader.symbol(token, is: ")") { depth -= 1 }
            guard depth == 0 else { continue }
            if reader.word(token, is: "to") { return true }
            if reader.word(token, is: "from") { return false }
        }
        return false
    }
}
