/// Completes events of PostgreSQL by pgAudit's fields and the taxonomy, and remembers what each session copied.
struct PostgresEvents: Sendable {
    /// Tables that one session copies out before it counts as a dump.
    static let dumpedTables = 5

    private var copied = SessionTable<Set<String>>()

    /// Adds what follows from the facts.
    mutating func complete(_ event: inout Event, _ facts: PostgresFacts) {
        let audit = AuditMessage(facts.message)
        event.source = LogSource(
            category: "database", product: "postgresql", service: audit == nil ? "server" : "pgaudit")
        audit?.write(to: &event)
        let sql = audit?.statement ?? facts.query ?? facts.loggedSQL
        if audit == nil { event.standard("query", sql) }
        let kind = statement(facts, audit, sql)
        event.standard(Taxonomy.account, facts.user == "[unknown]" ? nil : facts.user ?? refusedUser(facts))
        event.standard(Taxonomy.origin, origin(facts.remote))
        event.standard(Taxonomy.destination, kind == nil ? nil : origin(facts.remote))
        event.standard(Taxonomy.rows, number: audit?.rows)
        event.standard(Taxonomy.statement, kind?.rawValue)
        event.standard(Taxonomy.route, kind?.rawValue)
        event.standard(kind?.action, succeeded: facts.severity.isEmpty ? nil : !facts.isFailure)
    }

    /// The statement's class; nil where the message is about no statement.
    private mutating func statement(_ facts: PostgresFacts, _ audit: AuditMessage?, _ sql: String?) -> StatementClass? {
        if facts.isLogin || facts.isRefusedLogin {
            if let session = facts.session { copied.reset(session, to: []) }
            return .login
        }
        guard let kind = audit.map(StatementClass.init(audit:)) ?? sql.map(StatementClass.init(sql:)) else {
            return nil
        }
        let isDumping =
            ["pg_dump", "pg_dumpall"].contains(facts.application) && [.select, .copy, .cursor].contains(kind)
        return isDumping || (kind == .copy && isManyTables(facts, sql)) ? .dump : kind
    }

    private mutating func isManyTables(_ facts: PostgresFacts, _ sql: String?) -> Bool {
        guard let session = facts.session, let sql, !facts.isFailure, let table = PostgresEvents.copiedTable(sql) else {
            return false
        }
        copied.update(session, from: []) { if $0.count < PostgresEvents.dumpedTables { $0.insert(table) } }
        return (copied[session]?.count ?? 0) >= PostgresEvents.dumpedTables
    }

    /// `public.patient` of `COPY public.patient (…) TO stdout`; nil for a query.
    private static func copiedTable(_ sql: String) -> String? {
        var reader = SQLTokens(sql)
        _ = reader.next()
        var table = ""
        while let token = reader.next(), token.kind == .word || token.kind == .name || reader.symbol(token, is: ".") {
            if reader.word(token, is: "to") || table.utf8.count > SourceLimits.value { break }
            table += reader.text(token)
        }
        return table.isEmpty ? nil : table
    }

    /// The user of `password authentication failed for user "x"`, where the log's prefix has none yet.
    private func refusedUser(_ facts: PostgresFacts) -> String? {
        guard facts.isRefusedLogin else { return nil }
        var walk = ByteWalk(Array(facts.message.utf8))
        guard walk.take(untilText: Array("user \"".utf8)) != nil, let name = walk.take(until: "\"") else { return nil }
        return walk.text(name)
    }

    /// An address without its port: `192.168.1.201(50906)`, `192.168.1.201:50906`, `[local]`.
    private func origin(_ remote: String?) -> String? {
        guard let remote, remote != "[unknown]" else { return nil }
        if let bracket = remote.firstIndex(of: "("), remote.hasSuffix(")") { return String(remote[..<bracket]) }
        guard let colon = remote.lastIndex(of: ":"), remote[remote.index(after: colon)...].allSatisfy(\.isASCIIDigit)
        else {
            return remote
        }
        let address = remote[..<colon]
        return address.contains(":") && !address.hasPrefix("[") && !remote.contains(".") ? remote : String(address)
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
