/// Applies a mapping to one event after another, and remembers the settings of database sessions meanwhile.
public struct FieldMapper: Sendable {
    private let mapping: FieldMapping
    private let settingNames: Set<String>
    private var settings = SessionTable<[String: String]>()

    /// Applies such a mapping.
    public init(_ mapping: FieldMapping) {
        self.mapping = mapping
        var names: Set<String> = []
        for case .setting(let name, _) in mapping.parts.flatMap(\.items) { names.insert(name) }
        settingNames = names
    }

    /// Adds the fields that the mapping finds, in place of those that the reader knew; then `route` where a path is,
    /// and `practices`.
    public mutating func apply(to event: inout Event) {
        var found = MappedFields()
        let items = mapping.parts.filter { $0.source.admits(event.source) }.flatMap(\.items)
        if !items.isEmpty {
            let statement = LoggedStatement(event)
            if !settingNames.isEmpty { remember(event, statement) }
            for item in items where !isColumn(item) { take(item, event, statement, &found) }
            columns(items, statement, &found)
        }
        found.write(to: &event)
        if let path = event.first("uri") { event.standard(Taxonomy.route, found.route ?? Route.general(path)) }
        if !found.practices.isEmpty || event.first(Taxonomy.practice) != nil {
            event.standard(Taxonomy.practices, number: String(max(1, found.practices.count)))
        }
    }

    private func isColumn(_ item: MappingItem) -> Bool { if case .literal = item { true } else { false } }

    private func take(_ item: MappingItem, _ event: Event, _ statement: LoggedStatement?, _ found: inout MappedFields) {
        switch item {
        case .field(let name, let field): for value in event.values(name) { found.add(field, value) }
        case .template(let name, let template):
            for value in event.values(name) { found.add(template.match(value)) }
        case .constant(let value, let field): found.add(field, value)
        case .path(let template):
            let slash = UInt8(ascii: "/")
            guard let path = event.first("uri"), found.route == nil else { return }
            guard let values = template.match(path, stopping: slash, isPrefix: true) else { return }
            found.add(values.map { ($0.name, $0.value.percentDecoded) })
            found.route = template.route(of: path)
        case .parameter(let name, let field):
            for value in event.first("args").map({ QueryParameters.values(name, in: $0) }) ?? [] {
                found.add(field, value)
            }
        case .schema(let template):
            for schema in statement?.schemas ?? [] { found.add(template.match(schema)) }
        case .setting(let name, let field):
            if let session = statement?.session, let value = settings[session]?[name] { found.add(field, value) }
        case .literal: break
        }
    }

    /// All columns are looked for in one pass over the statement.
    private func columns(_ items: [MappingItem], _ statement: LoggedStatement?, _ found: inout MappedFields) {
        var fields: [String: String] = [:]
        for case .literal(let column, let field) in items { fields[column] = field }
        guard !fields.isEmpty, let statement, let sql = statement.sql else { return }
        for literal in SQLLiterals.find(Set(fields.keys), in: sql, parameters: statement.parameters) {
            if let field = fields[literal.column] { found.add(field, literal.value) }
        }
    }

    /// Takes in settings that a statement sets, and forgets those of a session that ends or is handed on.
    private mutating func remember(_ event: Event, _ statement: LoggedStatement?) {
        guard let statement, let session = statement.session else { return }
        if statement.isSessionStart { settings.reset(session, to: [:]) }
        guard let sql = statement.sql, !statement.isFailure else { return }
        let tokens = SQLTokens(sql)
        var reader = tokens
        let first = reader.next()
        if reader.word(first, is: "discard") || reader.word(first, is: "reset") {
            settings.reset(session, to: [:])
        }
        for setting in SQLSetting.all(of: tokens, parameters: statement.parameters)
        where settingNames.contains(setting.name) {
            settings.update(session, from: [:]) { $0[setting.name] = setting.value }
        }
    }
}
