/// A test of one value.
public enum ValueTest: Sendable, Hashable {
    /// The whole value is like the pattern. Numbers and truth values are compared by their text.
    case text(TextPattern)
    /// The field is there without a value, or absent (`Field: null`).
    case null
    /// The field is there (null or not), or is not (modifier `exists`).
    case exists(Bool)
    /// The value holds a match of a regular expression (modifier `re` with `i`, `m`, `s`).
    case regex(pattern: String, ignoresCase: Bool, isMultiline: Bool, dotMatchesNewline: Bool)
    /// The value is a number on the given side of another (modifiers `lt lte gt gte`).
    case compares(Comparison, Double)
    /// The value is an address within a network (modifier `cidr`): its bytes (4 or 16) and the prefix's length.
    case network([UInt8], prefix: Int)
    /// The value is like another field's value (modifier `fieldref`).
    case field(String, Likeness, isCased: Bool)
    /// A part of the value, read as a moment, is a number (modifiers `minute hour day week month year`).
    case datePart(DatePart, Int)

    /// Which side of a number.
    public enum Comparison: String, Sendable, Hashable { case lt, lte, gt, gte, eq, neq }
    /// How one text is like another.
    public enum Likeness: String, Sendable, Hashable { case equals, startswith, endswith, contains }
    /// Parts of a moment, in UTC; weeks by ISO 8601.
    public enum DatePart: String, Sendable, Hashable { case minute, hour, day, week, month, year }
}
