/// What goes into the authority's form, in the form's order: the copy sheet and its JSON are both made of this.
///
/// It invents nothing: a field that the form demands and nobody filled in is ``FormField/Content/missing``. That order
/// and lists match today's form exactly is not verified; sheet and JSON say so.
public struct FormSheet: Hashable, Sendable {
    /// The sections, in order.
    public let sections: [FormSection]

    /// The sheet of a case.
    public init(_ facts: CaseFacts) {
        sections = [
            FormSheet.step(facts), FormSheet.controller(facts), FormSheet.processor(facts),
            FormSheet.chronology(facts), FormSheet.breach(facts), FormSheet.data(facts), FormSheet.people(facts),
            FormSheet.consequences(facts), FormSheet.measures(facts), FormSheet.communication(facts),
        ]
    }

    /// The labels of what the form demands and nobody filled in.
    public var missing: [String] {
        sections.flatMap(\.fields).filter { $0.content == .missing }.map(\.label)
    }
}
