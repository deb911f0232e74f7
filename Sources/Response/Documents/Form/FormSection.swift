/// A part of the authority's form.
public struct FormSection: Hashable, Sendable {
    /// The section's key in the JSON.
    public let key: String
    /// Its heading.
    public let title: String
    /// Its fields, in order.
    public let fields: [FormField]
}
