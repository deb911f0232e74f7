/// The fields that all sources share, by whatever name their own logs call them: what mass access is seen by.
///
/// A reader adds them beside the log's own fields; configuration says where they are found (a database role, a schema,
/// a pattern of paths, a header, a literal of a query). Values of ``patient`` are ids of the log's own system, never
/// names.
public enum Taxonomy {
    /// The tenant that is touched; stands once for each, when an event touches several.
    public static let practice = "practice"
    /// How many practices one event touches, where it can be told without naming them.
    public static let practices = "practices"
    /// Who acts: a login, a database role, a key's id, a membership.
    public static let account = "account"
    /// Whose record is touched; stands once for each.
    public static let patient = "patient"
    /// Records answered; 0 is not a proof of none (pgAudit logs 0 for COPY, cursors and pg_dump).
    public static let rows = "rows"
    /// Bytes that left.
    public static let bytes = "bytes"
    /// The route called, with ids replaced (`/api/patients/{id}`), or the class of a statement.
    public static let route = "route"
    /// Where data went: an address or a host name.
    public static let destination = "destination"
    /// Whence the account came: an address.
    public static let origin = "origin"
    /// The country of that address, by a code of two or three letters.
    public static let country = "country"
    /// The machine that wrote or was asked.
    public static let host = "host"
    /// What was done, in the words of ``Action``.
    public static let action = "action"
    /// `success` or `failure`.
    public static let outcome = "outcome"
    /// A statement's class: `select`, `copy`, `cursor`, `dump`, `write`, `ddl`, `audit-off`, `login`, `other`.
    public static let statement = "statement"
}
