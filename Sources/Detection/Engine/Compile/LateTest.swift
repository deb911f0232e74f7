import Vocabulary

/// A test that no index answers: asked of a value only when a rule that might match needs it.
enum LateTest: Sendable {
    /// A pattern without a literal, by its place among the patterns.
    case pattern(Int)
    case null
    case exists(Bool)
    /// By its place among the expressions.
    case expression(Int)
    case compares(ValueTest.Comparison, Double)
    /// By its place among the networks.
    case network(Int)
    /// The other field's number.
    case field(Int, ValueTest.Likeness, isCased: Bool)
    case datePart(ValueTest.DatePart, Int)

    /// Whether it passes where its field is not.
    var wantsAbsence: Bool {
        switch self {
        case .null, .exists(false): true
        default: false
        }
    }
}
