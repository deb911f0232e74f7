/// How much an incident takes, in bytes of UTF-8 where nothing else is said.
public enum IncidentLimit {
    /// Events. A vendor's incident about 1,500 practices has some 6,000.
    public static let events = 20_000
    /// All lines together. A gateway takes 4 MiB, in which a line's quotes are escaped once more.
    public static let bytes = 3 << 20
    /// One line, its end not counted.
    public static let line = 40 << 10
    /// A statement, a reason.
    public static let text = 4_000
    /// A title, a reference, a finding's id, an article, the value of a fact.
    public static let title = 300
    /// A task's id, the name of a fact, the name of a foreign log: ASCII letters, digits, `.`, `_` and `-`.
    public static let name = 64
    /// A scope's query.
    public static let query = 16 << 10
}
