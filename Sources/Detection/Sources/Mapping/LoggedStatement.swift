/// The statement of a database's event: its text, parameters and session.
struct LoggedStatement {
    let sql: String?
    let session: String?
    let isSessionStart: Bool
    let isFailure: Bool
    private let event: Event

    /// Nil where the event is no database's.
    init?(_ event: Event) {
        guard event.source.category == "database" else { return nil }
        let audited = event.first("pgaudit.statement").flatMap { $0.hasPrefix("<") ? nil : $0 }
        sql = audited ?? event.first("query")
        session = event.first("session_id") ?? event.first("process_id") ?? event.first("pid")
        isSessionStart = event.first(Taxonomy.statement) == StatementClass.login.rawValue
        isFailure = event.first(Taxonomy.outcome) == "failure"
        self.event = event
    }

    /// The values of `$1` and so on: pgAudit's, or those of `detail` (`parameters: $1 = 'x', $2 = NULL`).
    var parameters: [String] {
        if let audited = event.first("pgaudit.parameter") { return AuditMessage.parameters(audited) }
        guard let detail = event.first("detail") else { return [] }
        var walk = ByteWalk(Array(detail.utf8))
        guard walk.skip("parameters: ".utf8) || walk.skip("Parameters: ".utf8) else { return [] }
        var reader = SQLTokens(walk.text(walk.rest()))
        var values: [String] = []
        while values.count < 4_096, reader.next()?.kind == .parameter, reader.symbol(reader.next(), is: "="),
            let token = reader.next()
        {
            values.append(reader.word(token, is: "null") ? "" : reader.text(token))
            guard reader.symbol(reader.next(), is: ",") else { break }
        }
        return values
    }

    /// The schemas of what the statement names: of pgAudit's object, and before each dot of the text.
    var schemas: [String] {
        var found: [String] = []
        if let object = event.first("pgaudit.object_name"), let dot = object.firstIndex(of: ".") {
            found.append(String(object[..<dot]))
        }
        guard let sql else { return found }
        var reader = SQLTokens(sql)
        var before: String?
        while found.count < SourceLimits.values, let token = reader.next() {
            if reader.symbol(token, is: "."), let before { found.append(before) }
            before = token.kind == .word || token.kind == .name ? reader.text(token) : nil
        }
        return found
    }
}
