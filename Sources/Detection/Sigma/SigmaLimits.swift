/// What a file of rules may cost before it is refused, so that a hostile one ends in an error and not in time or
/// memory.
///
/// The Sigma specification names no limits; these are far above all that public rules use.
public struct SigmaLimits: Sendable {
    /// Bytes of one file.
    public var fileBytes = 1 << 20
    /// Documents in one file.
    public var documents = 1_000
    /// Values of YAML in one file, aliases written out.
    public var nodes = 200_000
    /// How deep lists and maps may be nested.
    public var depth = 16
    /// Values in one list.
    public var values = 10_000
    /// Bytes of one text value.
    public var textBytes = 32 << 10
    /// Bytes of one regular expression.
    public var regexBytes = 4 << 10
    /// What one regular expression may come to, counted repetitions written out.
    public var regexPositions = 20_000
    /// Tests of one rule, after `windash`, `base64offset` and placeholders.
    public var tests = 50_000
    /// Bytes of one condition.
    public var conditionBytes = 8 << 10
    /// How deep parentheses may be nested in a condition.
    public var conditionDepth = 32
    /// Rules, correlations and filters together.
    public var items = 100_000

    /// The limits as they stand.
    public init() {}
}
