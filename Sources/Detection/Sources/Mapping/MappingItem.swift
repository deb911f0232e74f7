/// Where one field of the taxonomy, or several, are found in an event.
enum MappingItem: Hashable, Sendable {
    /// A field of the log, all of it.
    case field(String, as: String)
    /// A field of the log, parts of which are named by the gaps.
    case template(String, ValueTemplate)
    /// The path of a request, which begins so; ids are replaced in `route`.
    case path(ValueTemplate)
    /// A parameter of a request's query.
    case parameter(String, as: String)
    /// The schema of an object that a statement names.
    case schema(ValueTemplate)
    /// Values that a statement compares a column with.
    case literal(column: String, as: String)
    /// A setting of the session: `SET app.practice = 'x'`.
    case setting(String, as: String)
    /// The same for every event.
    case constant(String, as: String)

    /// The fields that it gives.
    var names: [String] {
        switch self {
        case .field(_, let name), .parameter(_, let name), .literal(_, let name), .setting(_, let name),
            .constant(_, let name):
            [name]
        case .template(_, let template), .path(let template), .schema(let template): template.gaps.map(\.name)
        }
    }
}
