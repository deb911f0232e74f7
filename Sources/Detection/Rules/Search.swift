/// A named part of a rule's `detection`: maps are ANDed, lists of maps ORed, keywords looked for in all values.
public struct Search: Sendable {
    /// Its name.
    public var name: String
    /// What must hold.
    public var body: Body

    /// A tree of tests.
    public indirect enum Body: Sendable {
        /// All of them (a map).
        case all([Body])
        /// Any of them (a list of maps, or keywords).
        case any([Body])
        /// One field's test.
        case field(FieldTest)
    }

    /// Joins name and body.
    public init(name: String, body: Body) { (self.name, self.body) = (name, body) }
}
