/// What a statement does, as far as mass access is concerned: the words of ``Taxonomy/statement``.
public enum StatementClass: String, Sendable, CaseIterable {
    /// Rows are answered.
    case select
    /// Rows leave through `COPY … TO`.
    case copy
    /// Rows are walked with a cursor.
    case cursor
    /// A whole database is taken: by pg_dump, or by copying many tables in one session.
    case dump
    /// Rows are changed.
    case write
    /// Structure, rights or roles are changed.
    case ddl
    /// The audit is switched off or its configuration changed.
    case auditOff = "audit-off"
    /// A session begins, or fails to.
    case login
    /// Something else.
    case other

    /// The word of ``Taxonomy/action`` for it.
    public var action: Action {
        switch self {
        case .select, .cursor: .read
        case .copy, .dump: .export
        case .write: .write
        case .ddl, .auditOff: .administer
        case .login: .login
        case .other: .other
        }
    }
}
