/// One line of a search: a field and what its value must be, modifiers already applied.
///
/// A field with several values (a list) passes a test when any of its values does.
public struct FieldTest: Sendable, Hashable {
    /// The field, by its dotted name; nil for keywords, which are looked for within each value of the event.
    public var field: String?
    /// What is tried; empty passes never.
    public var tests: [ValueTest]
    /// Whether all must pass (modifier `all`) rather than any.
    public var needsAll: Bool
    /// Whether it passes when it otherwise would not (modifier `neq`); an absent field passes then.
    public var isNegated: Bool

    /// Joins the parts.
    public init(field: String?, tests: [ValueTest], needsAll: Bool = false, isNegated: Bool = false) {
        (self.field, self.tests, self.needsAll, self.isNegated) = (field, tests, needsAll, isNegated)
    }
}
